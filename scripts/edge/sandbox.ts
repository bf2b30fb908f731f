import { AsyncLocalStorage } from "node:async_hooks";
import { EdgeRuntime } from "edge-runtime";

/** What an edge function may use besides the request. */
export type EdgeContext = { waitUntil(work: Promise<unknown>): void };

/** A booted function; concurrent requests share it, and so its module state, as they do in the cloud. */
export type Sandbox = {
  handle(request: SandboxRequest): Promise<Response>;
  /** Milliseconds the first evaluation of the module took: on the clock or of CPU, whichever a busy machine spoils less. */
  bootMs: number;
};

export type SandboxRequest = {
  url: string;
  method: string;
  headers: [string, string][];
  body: ReadableStream<Uint8Array> | null;
  signal: AbortSignal;
  waitUntil: EdgeContext["waitUntil"];
};

type EntryModule = { default?: (request: Request, context: EdgeContext) => Response | Promise<Response> };

/** Where the platform's own packages look for the request being served. */
const REQUEST_CONTEXT = Symbol.for("@vercel/request-context");

const currentRequest = new AsyncLocalStorage<Record<string, unknown>>();

/**
 * Runs a bundle of `bundleEntry` in the strict edge runtime: web standards only, no code from strings, and of Node
 * nothing but a `process.env` that holds exactly `env`.
 * @throws when the module throws while it loads or has no default export.
 */
export function bootSandbox(code: string, env: Record<string, string>, name = "entry"): Sandbox {
  const runtime = new EdgeRuntime({
    extend: (context) =>
      Object.assign(context, {
        process: { env: { ...env } },
        [REQUEST_CONTEXT]: { get: () => currentRequest.getStore() },
      }),
  });
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  runtime.evaluate(code);
  const handler = runtime.evaluate<EntryModule>("entry").default;
  const { user, system } = process.cpuUsage(cpuBefore);
  const bootMs = Math.min(performance.now() - startedAt, (user + system) / 1000);
  if (typeof handler !== "function") throw new Error(`${name} has no default export that is a function`);

  const { Request, AbortController } = runtime.context;
  async function handle(input: SandboxRequest): Promise<Response> {
    const { url, method, headers, body, waitUntil } = input;
    const abort = new AbortController();
    input.signal.addEventListener("abort", () => abort.abort(), { once: true });
    const init = { method, headers, body, signal: abort.signal, duplex: "half", redirect: "manual" as const };
    const request: Request = new Request(url, init);
    const scope = { url, headers: Object.fromEntries(headers), waitUntil };
    return await currentRequest.run(scope, async () => (await handler?.(request, { waitUntil })) as Response);
  }
  return { handle, bootMs };
}
