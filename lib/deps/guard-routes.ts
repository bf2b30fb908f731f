/** Where each guard runs: in the router's bundle, or in its own function behind a shared breaker. */
import type { Env } from "#lib/env";
import { GUARD_IDS, type GuardId, type RunnableGuard } from "#lib/guards/guard";
import type { BreakerState } from "#lib/platform/breaker";
import type { Dispatch, Route, Routes } from "#lib/platform/dispatch/dispatch";
import { inline } from "#lib/platform/dispatch/inline";
import { isGuardFailure, remote } from "#lib/platform/dispatch/remote";
import { createSharedBreaker } from "#lib/platform/dispatch/shared-breaker";
import type { RedisPort } from "#lib/platform/redis";

export interface RouterGuards {
  /** Guards in the router's own bundle. One that is not here is always remote. */
  inline: Partial<Record<GuardId, RunnableGuard>>;
  /** Cheaper engines that answer when a guard cannot. */
  fallback: Partial<Record<GuardId, RunnableGuard>>;
}

const BREAKER = { failuresToOpen: 5, openMs: 10_000, isFailure: isGuardFailure };

export function guardRoutes(guards: RouterGuards, env: Env, redis: RedisPort, now: () => number): Routes {
  const route = (guard: GuardId): Route => {
    const own = guards.inline[guard];
    const mode = own === undefined ? "remote" : (env.GUARD_DISPATCH[guard] ?? "inline");
    const cheaper = guards.fallback[guard] ?? null;
    const breaker = createSharedBreaker(`guard:${guard}`, redis, { ...BREAKER, now });
    const { sharedState } = breaker;
    if (own !== undefined && mode === "inline") return { mode, run: inline(own), fallback: cheaper, sharedState };
    const run = remote({
      guard,
      baseUrl: env.GUARDS_BASE_URL ?? `https://${env.VERCEL_URL ?? "localhost"}`,
      secret: env.DISPATCH_SECRET,
      bypassSecret: env.VERCEL_AUTOMATION_BYPASS_SECRET,
      breaker,
      now,
    });
    return { mode, run, fallback: own ?? cheaper, sharedState };
  };
  return Object.fromEntries(GUARD_IDS.map((guard) => [guard, route(guard)])) as Routes;
}

export async function breakerStates(dispatch: Dispatch, redis: RedisPort): Promise<Record<string, BreakerState>> {
  const remotes = GUARD_IDS.filter((guard) => dispatch.routes[guard].mode === "remote");
  const states = await Promise.all(
    remotes.map(async (guard) => [`guard:${guard}`, await dispatch.routes[guard].sharedState()] as const),
  );
  return { redis: redis.breaker.state(), ...Object.fromEntries(states) };
}
