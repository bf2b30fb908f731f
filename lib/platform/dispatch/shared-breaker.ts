/**
 * A breaker whose opening other instances learn of through Redis: the instance that opens it says
 * so, and an instance asks after its own first failure. While all is well it costs nothing.
 */
import { type Breaker, type BreakerOptions, type BreakerState, createBreaker } from "#lib/platform/breaker";
import type { RedisPort } from "#lib/platform/redis";

export interface SharedBreaker extends Breaker {
  /** The state that instances have agreed on; this instance's own while Redis is away. */
  sharedState(): Promise<BreakerState>;
}

export function createSharedBreaker(name: string, redis: RedisPort, options: BreakerOptions): SharedBreaker {
  const breaker = createBreaker(options);
  const key = `breaker:${name}`;

  async function openElsewhere(): Promise<boolean> {
    return (await redis.use((client) => client.exists(key)).catch(() => 0)) === 1;
  }

  async function afterFailure(): Promise<void> {
    if (breaker.state() === "closed" && (await openElsewhere())) breaker.trip();
    else if (breaker.state() === "open") {
      await redis.use((client) => client.set(key, "open", { px: options.openMs })).catch(() => null);
    }
  }

  return {
    ...breaker,
    async run(work) {
      const wasOpen = breaker.state() === "open";
      try {
        return await breaker.run(work);
      } catch (error) {
        if (!wasOpen && (options.isFailure?.(error) ?? true)) await afterFailure();
        throw error;
      }
    },
    async sharedState() {
      return breaker.state() === "closed" && (await openElsewhere()) ? "open" : breaker.state();
    },
  };
}
