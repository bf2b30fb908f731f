/** The limiter of one instance, for as long as Redis is away: the same window, counted in memory. */
import { WINDOW_MS, type Window, windowStart, windowUsed } from "#lib/platform/limits/window";
import type { Principal } from "#lib/principal";

const MAX_CREDENTIALS = 10_000;

export function createLocalLimiter() {
  const windows = new Map<string, Window>();
  return function admitLocally(principal: Principal, cost: number, now: number) {
    const window = moved(windows.get(principal.identityId), now);
    const fits = windowUsed(window, now) + cost <= principal.limits.requestsPerMinute;
    if (fits) window.current += cost;
    remember(windows, principal.identityId, window);
    return { outcome: fits ? ("granted" as const) : ("limited" as const), window };
  };
}

function moved(held: Window | undefined, now: number): Window {
  const startMs = windowStart(now);
  if (held?.startMs === startMs) return held;
  return { startMs, previous: held?.startMs === startMs - WINDOW_MS ? held.current : 0, current: 0 };
}

function remember(windows: Map<string, Window>, credential: string, window: Window): void {
  windows.delete(credential);
  windows.set(credential, window);
  const oldest = windows.keys().next();
  if (windows.size > MAX_CREDENTIALS && !oldest.done) windows.delete(oldest.value);
}
