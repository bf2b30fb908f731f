/**
 * A limit by network address for routes that need no credential, and for failed attempts to
 * authenticate. Fails open: it protects our cost, not anybody's data.
 */
import { Ratelimit } from "@upstash/ratelimit";
import type { RedisPort } from "#lib/platform/redis";

export type AddressLimiter = (
  purpose: "client_log" | "failed_login",
  address: string,
) => Promise<{ allowed: boolean; retryAfterSeconds: number }>;

const REQUESTS_A_MINUTE = { client_log: 120, failed_login: 30 } as const;

export function createAddressLimiter(deps: { redis: RedisPort; now: () => number }): AddressLimiter {
  const limiters = new Map<string, Ratelimit>();
  const blocked = new Map<string, number>();
  return async function limit(purpose, address) {
    try {
      const result = await deps.redis.use((redis) => {
        const known = limiters.get(purpose);
        const limiter =
          known ??
          new Ratelimit({
            redis,
            limiter: Ratelimit.fixedWindow(REQUESTS_A_MINUTE[purpose], "60 s"),
            prefix: `address:${purpose}`,
            ephemeralCache: blocked,
          });
        limiters.set(purpose, limiter);
        return limiter.limit(address);
      });
      // Something else than Redis is answering.
      if (!Number.isFinite(result.remaining)) return { allowed: true, retryAfterSeconds: 0 };
      return {
        allowed: result.success,
        retryAfterSeconds: Math.max(1, Math.ceil((result.reset - deps.now()) / 1_000)),
      };
    } catch {
      return { allowed: true, retryAfterSeconds: 0 };
    }
  };
}
