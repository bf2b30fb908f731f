/** A Hono app as the function the platform wants: request and its context in, response out. */
import type { Hono } from "hono";

export interface EdgeContext {
  waitUntil?: (work: Promise<unknown>) => void;
}

// biome-ignore lint/suspicious/noExplicitAny: an app of any environment is a fetch handler all the same.
export function edge(app: Hono<any>) {
  return (request: Request, context?: EdgeContext): Response | Promise<Response> =>
    app.fetch(
      request,
      context === undefined ? {} : { waitUntil: (work: Promise<unknown>) => context.waitUntil?.(work) },
    );
}
