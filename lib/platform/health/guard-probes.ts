/** Are the guards working: each is given a short text and must answer. Good for five seconds, however many ask. */
import { CATALOGUE } from "#lib/guards/catalogue";
import type { GuardId } from "#lib/guards/guard";
import { newId } from "#lib/ids";
import type { Dispatch } from "#lib/platform/dispatch/dispatch";

export interface GuardProbeResult {
  service_name: string;
  status: "healthy" | "degraded" | "unhealthy";
  last_check: string;
  /** Seconds. */
  response_time: number;
  dispatch: "inline" | "remote";
  version: string;
  error: string | null;
}

export type ProbeGuard = (guard: GuardId) => Promise<GuardProbeResult>;

const PROBE_TEXT = "The meeting is at ten on Tuesday, and two plus two is four.";
const PROBE_TIMEOUT_MS = 3_000;
const GOOD_FOR_MS = 5_000;

export function createGuardProbe(deps: { dispatch: Dispatch; now: () => number }): ProbeGuard {
  const last = new Map<GuardId, { result: GuardProbeResult; atMs: number }>();
  return async function probeGuard(guard) {
    const known = last.get(guard);
    if (known !== undefined && deps.now() - known.atMs < GOOD_FOR_MS) return known.result;
    const result = await ask(guard, deps);
    last.set(guard, { result, atMs: deps.now() });
    return result;
  };
}

async function ask(
  guard: GuardId,
  { dispatch, now }: { dispatch: Dispatch; now: () => number },
): Promise<GuardProbeResult> {
  const facts = CATALOGUE[guard];
  const startedMs = now();
  const call = {
    content: { messages: [{ role: "user" as const, content: PROBE_TEXT }], targets: [0] },
    options: facts.options.parse({}),
    evidence: guard === "context" ? { now_ms: startedMs, session_id: null, turns: [] } : null,
  };
  const options = {
    requestId: newId("request"),
    traceparent: null,
    timeoutMs: PROBE_TIMEOUT_MS,
    fallbackEnabled: true,
  };
  const outcome = await dispatch(guard, call, options).then(
    ({ degradedBecause }) =>
      ({ status: degradedBecause === null ? "healthy" : "degraded", error: degradedBecause }) as const,
    (error: unknown) => ({ status: "unhealthy", error: error instanceof Error ? error.message : "failed" }) as const,
  );
  return {
    service_name: facts.service,
    ...outcome,
    last_check: new Date(startedMs).toISOString(),
    response_time: (now() - startedMs) / 1_000,
    dispatch: dispatch.routes[guard].mode,
    version: facts.version,
  };
}
