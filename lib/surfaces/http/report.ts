/** After each answer: one log line, the counters, and now and then their flush. */
import type { Context as HonoContext, Next } from "hono";
import type { Ports } from "#lib/context";
import { errorFields } from "#lib/platform/telemetry/log";
import type { HttpEnv } from "#lib/surfaces/http/endpoint";

export function reported(ports: Ports) {
  return async function report(c: HonoContext<HttpEnv>, next: Next): Promise<void> {
    const startedMs = ports.now();
    await next();
    const seconds = (ports.now() - startedMs) / 1_000;
    const route = c.get("route") ?? "unknown";
    const refusal = c.get("refusal");
    ports.metrics.count("aiguardian_requests_total", { route, status: String(c.res.status) });
    ports.metrics.observe("aiguardian_request_seconds", { route }, seconds);
    if (refusal !== undefined) ports.metrics.count("aiguardian_refusals_total", { code: refusal.code });
    ports.log("request", { ...facts(c), route, status: c.res.status, seconds, ...because(refusal) });
    const flush = ports.metrics.dueFlush();
    if (flush !== null) c.get("ctx")?.defer(flush);
  };
}

function facts(c: HonoContext<HttpEnv>) {
  const caller = c.get("caller");
  return {
    request_id: c.get("ctx")?.requestId ?? null,
    method: c.req.method,
    organisation: caller?.org ?? null,
    credential: caller?.credential ?? null,
    client_type: short(c.req.header("X-Client-Type")),
    client_version: short(c.req.header("X-Client-Version") ?? c.req.header("X-Extension-Version")),
  };
}

/** Header values that clients choose: only what looks like a name or a version is logged. */
function short(value: string | undefined): string | null {
  return value !== undefined && /^[\w.+-]{1,32}$/.test(value) ? value : null;
}

function because(refusal: HttpEnv["Variables"]["refusal"]) {
  if (refusal === undefined) return {};
  const cause = refusal.status >= 500 && refusal.cause !== undefined ? errorFields(refusal.cause) : {};
  return { error_code: refusal.code, ...cause };
}
