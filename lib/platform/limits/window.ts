/** The sliding window of the rate limit: this minute's count plus the share of the last one that still counts. */

export const WINDOW_MS = 60_000;

export interface Window {
  startMs: number;
  previous: number;
  current: number;
}

export function windowStart(now: number): number {
  return now - (now % WINDOW_MS);
}

export function windowUsed(window: Window, now: number): number {
  return window.previous * (1 - (now - window.startMs) / WINDOW_MS) + window.current;
}

/** Milliseconds until `cost` more requests fit, when nothing else comes in between. */
export function windowWaitMs(window: Window, limit: number, cost: number, now: number): number {
  const room = limit - cost;
  const elapsed = now - window.startMs;
  if (window.current <= room) {
    if (window.previous === 0) return 0;
    return Math.max(0, WINDOW_MS * (1 - (room - window.current) / window.previous) - elapsed);
  }
  const intoNext = WINDOW_MS * Math.max(0, 1 - Math.max(0, room) / window.current);
  return WINDOW_MS - elapsed + intoNext;
}
