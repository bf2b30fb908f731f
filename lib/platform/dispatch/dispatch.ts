/** Sends a call to its guard: inline or remote as configured, within its time, with the fallback when that fails. */
import { CATALOGUE } from "#lib/guards/catalogue";
import type { GuardId, RunnableGuard, Verdict } from "#lib/guards/guard";
import { BreakerOpenError, type BreakerState } from "#lib/platform/breaker";
import { type CallFacts, type GuardCall, GuardUnavailable, type RunGuard } from "#lib/platform/dispatch/call";

export interface Route {
  mode: "inline" | "remote";
  run: RunGuard;
  /** A cheaper engine in this bundle that answers when `run` cannot. */
  fallback: RunnableGuard | null;
  sharedState: () => Promise<BreakerState>;
}

export type Routes = Record<GuardId, Route>;

export interface Dispatched {
  verdict: Verdict;
  fallbackUsed: boolean;
  /** Why the fallback answered; null when it did not. */
  degradedBecause: string | null;
}

export interface DispatchOptions extends Omit<CallFacts, "signal"> {
  fallbackEnabled: boolean;
}

export interface Dispatch {
  /** @throws {GuardUnavailable} when neither the guard nor its fallback can answer. */
  (guard: GuardId, call: GuardCall, options: DispatchOptions): Promise<Dispatched>;
  routes: Routes;
}

export function createDispatch(routes: Routes, now: () => number): Dispatch {
  async function dispatch(guard: GuardId, call: GuardCall, options: DispatchOptions): Promise<Dispatched> {
    const route = routes[guard];
    try {
      const verdict = await inTime(route.run, call, options, now);
      return { verdict, fallbackUsed: false, degradedBecause: null };
    } catch (error) {
      const reason = explain(guard, error, options.timeoutMs);
      if (route.fallback === null || !options.fallbackEnabled) throw new GuardUnavailable(reason, { cause: error });
      const verdict = route.fallback.run(call.content, call.options, call.evidence);
      return { verdict, fallbackUsed: true, degradedBecause: reason };
    }
  }
  return Object.assign(dispatch, { routes });
}

/** A guard in this process cannot be interrupted: whether it was in time is known when it is done. */
async function inTime(run: RunGuard, call: GuardCall, options: DispatchOptions, now: () => number) {
  const { timeoutMs } = options;
  const startedMs = now();
  const verdict = await run(call, { ...options, signal: AbortSignal.timeout(Math.ceil(timeoutMs)) });
  if (now() - startedMs > timeoutMs) throw new DOMException("over time", "TimeoutError");
  return verdict;
}

function explain(guard: GuardId, error: unknown, timeoutMs: number): string {
  const { service } = CATALOGUE[guard];
  if (error instanceof Error && error.name === "TimeoutError") {
    return `${service} did not answer within ${timeoutMs / 1_000} s`;
  }
  if (error instanceof BreakerOpenError) return `${service} has been failing and is not asked again yet`;
  return `${service} could not run`;
}
