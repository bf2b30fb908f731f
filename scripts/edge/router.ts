import type { FunctionPool } from "#scripts/edge/function-pool";
import { type BuildOutput, locate, type Target } from "#scripts/edge/output";
import { type Condition, type Phase, type Route, type Routing, runPhase, splitPhases } from "#scripts/edge/routes";

/** A request as the platform's front end hands it to functions: browser's URL, client's address in the headers. */
export type Incoming = {
  url: URL;
  method: string;
  headers: Headers;
  body: ReadableStream<Uint8Array> | null;
  signal: AbortSignal;
};

/** What to send: a function's or middleware's response, a static file, or an error page of the platform. */
export type Answer = { headers: Map<string, string> } & (
  | { kind: "response"; response: Response }
  | { kind: "file"; path: string; status: number }
  | { kind: "platform"; status: number; code: string }
);

/** Phases in which a path is looked for, in their order; the others only react to what these found. */
const LOOKUP_PHASES: (Phase | "start")[] = ["start", "filesystem", "rewrite", "resource"];

/** Builds the front end of one build output: routes in, answer out. */
export function createRouter(output: BuildOutput, functions: FunctionPool): (incoming: Incoming) => Promise<Answer> {
  const phases = splitPhases(output.routes);
  const missRoutes = phases.get("miss") ?? [];
  const exists = (path: string): boolean => locate(output, path) !== undefined;

  return async function answer(incoming) {
    const { url, method } = incoming;
    const routing: Routing = { path: url.pathname, query: new URLSearchParams(url.search), headers: new Map() };
    const visit: Visit = { incoming, requestHeaders: incoming.headers, response: undefined };
    const host = {
      exists,
      method,
      meets: (condition: Condition) => meets(condition, incoming),
      middleware: async (name: string) => await runMiddleware(name, routing, visit, functions),
    };
    for (const phase of LOOKUP_PHASES) {
      const result = await runPhase(phases.get(phase) ?? [], missRoutes, routing, host);
      if (visit.response) return { kind: "response", response: visit.response, headers: routing.headers };
      if (result === "stop") return stopped(routing, output, phases.get("error"));
      if (!exists(routing.path)) await runPhase(missRoutes, [], routing, host);
      const target = locate(output, routing.path);
      if (!target) continue;
      await runPhase(phases.get("hit") ?? [], [], routing, host);
      return await serve(target, routing, visit, functions);
    }
    return stopped({ ...routing, status: 404 }, output, phases.get("error"));
  };
}

async function serve(target: Target, routing: Routing, visit: Visit, functions: FunctionPool): Promise<Answer> {
  const { headers, query, status = 200 } = routing;
  if (target.kind === "file") return { kind: "file", path: target.path, status, headers };
  const { method, body, signal } = visit.incoming;
  const url = new URL(visit.incoming.url);
  if (query.toString() !== url.searchParams.toString()) url.search = query.toString();
  try {
    const request = { url: url.href, method, headers: [...visit.requestHeaders], body, signal };
    return { kind: "response", response: await functions.call(target.name, request), headers };
  } catch (error) {
    console.error(`${target.name}:`, error);
    return { kind: "platform", status: 500, code: "FUNCTION_INVOCATION_FAILED", headers };
  }
}

type Visit = { incoming: Incoming; requestHeaders: Headers; response: Response | undefined };

/**
 * Runs a middleware, without the body, and applies what its answer says through `x-middleware-*` headers. An answer
 * without them is the final one. Returns whether it is.
 */
async function runMiddleware(name: string, routing: Routing, visit: Visit, functions: FunctionPool): Promise<boolean> {
  const { url, method, signal } = visit.incoming;
  const request = { url: url.href, method, headers: [...visit.requestHeaders], body: null, signal };
  const response = await functions.call(name, request);
  const rewrite = response.headers.get("x-middleware-rewrite");
  if (!rewrite && response.headers.get("x-middleware-next") !== "1") {
    visit.response = response;
    return true;
  }
  const overridden = response.headers.get("x-middleware-override-headers");
  if (overridden !== null) visit.requestHeaders = overrideHeaders(overridden, response.headers);
  if (rewrite) {
    const target = new URL(rewrite, url);
    routing.path = target.pathname;
    routing.query = target.searchParams;
  }
  for (const [header, value] of response.headers) {
    if (!header.startsWith("x-middleware-")) routing.headers.set(header, value);
  }
  return false;
}

/** The list names every header the function shall see, so one that is missing from it is dropped. */
function overrideHeaders(list: string, from: Headers): Headers {
  const headers = new Headers();
  for (const name of list.split(",").map((part) => part.trim())) {
    const value = from.get(`x-middleware-request-${name}`);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}

/** A route ended the search with a status: a redirect, or an error for which there may be a page. */
function stopped(routing: Routing, output: BuildOutput, errorRoutes: readonly Route[] = []): Answer {
  const { headers, path, status = 404 } = routing;
  if (headers.has("location")) return { kind: "platform", status, code: "", headers };
  const page = errorRoutes.find((route) => route.status === status && new RegExp(route.src, "i").test(path))?.dest;
  const target = page && locate(output, page);
  return target && target.kind === "file"
    ? { kind: "file", path: target.path, status, headers }
    : { kind: "platform", status, code: status === 404 ? "NOT_FOUND" : `STATUS_${status}`, headers };
}

function meets({ type, key = "", value }: Condition, { url, headers }: Incoming): boolean {
  const actual = {
    host: () => headers.get("host"),
    header: () => headers.get(key),
    query: () => url.searchParams.get(key),
    cookie: () => readCookie(headers.get("cookie") ?? "", key),
  }[type]();
  if (actual === null) return false;
  return value === undefined || new RegExp(`^(?:${value})$`).test(actual);
}

function readCookie(header: string, name: string): string | null {
  const pairs = header.split(";").map((pair) => pair.trim());
  const pair = pairs.find((candidate) => candidate.startsWith(`${name}=`));
  return pair === undefined ? null : pair.slice(name.length + 1);
}
