// The routing language of the platform's build output (config.json, version 3), as its own dev server interprets it.

/** A condition on the request beside its path. `value` is a whole-string pattern; absent means "is there at all". */
export type Condition = { type: "host" | "header" | "cookie" | "query"; key?: string; value?: string };

export type Route = {
  src: string;
  dest?: string;
  headers?: Record<string, string>;
  methods?: string[];
  has?: Condition[];
  missing?: Condition[];
  status?: number;
  continue?: boolean;
  check?: boolean;
  override?: boolean;
  middlewarePath?: string;
};

export type RouteEntry = Route | { handle: Phase };

export type Phase = "filesystem" | "miss" | "hit" | "rewrite" | "resource" | "error";

/** The state a request carries through the phases: `path` and `query` move with rewrites, `headers` are the answer's. */
export type Routing = { path: string; query: URLSearchParams; headers: Map<string, string>; status?: number };

/** What a pass over one phase came to. `stop` carries a status to answer with, without looking any file up. */
export type PassResult = "next" | "found" | "stop";

export type RoutingHost = {
  /** Whether a function or a static file answers this path. */
  exists(path: string): boolean;
  /** Runs a middleware; true when it answered the request itself. */
  middleware(name: string, routing: Routing): Promise<boolean>;
  meets(condition: Condition): boolean;
  method: string;
};

/** Splits the flat list at its `handle` markers; what comes before the first one is the phase `start`. */
export function splitPhases(entries: readonly RouteEntry[]): Map<Phase | "start", Route[]> {
  const phases = new Map<Phase | "start", Route[]>();
  let phase: Phase | "start" = "start";
  for (const entry of entries) {
    if ("handle" in entry) phase = entry.handle;
    else phases.set(phase, [...(phases.get(phase) ?? []), entry]);
  }
  return phases;
}

/**
 * Runs one phase. A route without `continue` ends it; one with `check` ends it only when its destination exists, at
 * once or after the `miss` routes.
 */
export async function runPhase(
  routes: readonly Route[],
  missRoutes: readonly Route[],
  routing: Routing,
  host: RoutingHost,
): Promise<PassResult> {
  for (const route of routes) {
    const match = matchRoute(route, routing.path, host);
    if (!match) continue;
    if (route.middlewarePath) {
      if (await host.middleware(route.middlewarePath, routing)) return "stop";
      continue;
    }
    for (const [name, value] of Object.entries(route.headers ?? {})) {
      routing.headers.set(name.toLowerCase(), expand(value, match));
    }
    if (route.status) routing.status = route.status;
    if (route.dest) redirectTo(expand(route.dest, match), routing);
    if (route.continue) continue;
    if (!route.check) return route.dest ? "found" : "stop";
    if (host.exists(routing.path)) return "found";
    if ((await runPhase(missRoutes, [], routing, host)) !== "next") return "found";
  }
  return "next";
}

/** Paths are compared without regard to case, and with or without their leading slash. */
function matchRoute(route: Route, path: string, host: RoutingHost): RegExpExecArray | null {
  if (route.methods && !route.methods.includes(host.method)) return null;
  if (route.has?.some((condition) => !host.meets(condition))) return null;
  if (route.missing?.some((condition) => host.meets(condition))) return null;
  const pattern = new RegExp(route.src, "i");
  return pattern.exec(path) ?? pattern.exec(path.slice(1));
}

/** Puts captures in for `$1` and `$name`. */
function expand(template: string, match: RegExpExecArray): string {
  return template.replace(/\$(\w+)/g, (_, key: string) => match.groups?.[key] ?? match[Number(key)] ?? "");
}

/** The destination's own query comes first, the caller's stays. */
function redirectTo(destination: string, routing: Routing): void {
  const [path = "/", search = ""] = destination.split("?", 2);
  routing.path = path.startsWith("/") ? path : `/${path}`;
  for (const [name, value] of new URLSearchParams(search)) {
    if (!routing.query.has(name)) routing.query.set(name, value);
  }
}
