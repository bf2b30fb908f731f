/** A circuit breaker for one dependency, per instance: closed, open after repeated failures, one probe after a pause. */

export interface Breaker {
  run<T>(work: () => Promise<T>): Promise<T>;
  state(): BreakerState;
  /** Opens it without a failure of its own. */
  trip(): void;
}

export type BreakerState = "closed" | "open" | "half_open";

export class BreakerOpenError extends Error {
  override readonly name = "BreakerOpenError";
}

export interface BreakerOptions {
  now: () => number;
  /** Consecutive failures that open it. */
  failuresToOpen: number;
  /** Milliseconds it stays open before one call may probe. */
  openMs: number;
  /** Which errors count as failures of the dependency; default: all. */
  isFailure?: (error: unknown) => boolean;
}

export function createBreaker({ now, failuresToOpen, openMs, isFailure }: BreakerOptions): Breaker {
  let failures = 0;
  let openUntil = 0;
  let probing = false;

  const state = (): BreakerState => {
    if (failures < failuresToOpen) return "closed";
    return now() < openUntil ? "open" : "half_open";
  };

  return {
    state,
    trip() {
      failures = failuresToOpen;
      openUntil = now() + openMs;
    },
    async run(work) {
      const before = state();
      if (before === "open" || (before === "half_open" && probing))
        throw new BreakerOpenError("Failing, not tried again yet");
      probing = before === "half_open";
      try {
        const result = await work();
        failures = 0;
        return result;
      } catch (error) {
        if (isFailure?.(error) ?? true) {
          failures += 1;
          openUntil = now() + openMs;
        }
        throw error;
      } finally {
        probing = false;
      }
    },
  };
}
