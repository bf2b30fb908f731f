/** The one Redis client: Upstash over HTTP, one attempt, a hard time limit, and a breaker in front. */
import { Redis } from "@upstash/redis";
import { type Breaker, createBreaker } from "#lib/platform/breaker";

export interface RedisPort {
  /** @throws when Redis refuses, is late, or was failing a moment ago. */
  use<T>(work: (redis: Redis) => Promise<T>): Promise<T>;
  breaker: Breaker;
}

export function createRedis(options: { url: string; token: string; timeoutMs: number; now: () => number }): RedisPort {
  const redis = new Redis({
    url: options.url,
    token: options.token,
    retry: false,
    enableAutoPipelining: false,
    enableTelemetry: false,
    automaticDeserialization: false,
    signal: () => AbortSignal.timeout(options.timeoutMs),
  });
  const breaker = createBreaker({ now: options.now, failuresToOpen: 5, openMs: 2_000 });
  return { breaker, use: (work) => breaker.run(() => work(redis)) };
}
