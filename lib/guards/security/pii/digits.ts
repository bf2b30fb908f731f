/** Where digits stand close together: the only places where most numbers of persons and things can be. */
import type { Span } from "#lib/guards/text/mapped";

/** Digits of one number are at most this far apart, from the first to the last that is counted. */
const REACH = 30;
/** No number goes on for longer beyond its counted digits. */
const MARGIN = 100;

/** Stretches with at least `count` digits near each other, with room on both sides; ascending, apart. */
export function digitStretches(text: string, count: number): Span[] {
  const stretches: Span[] = [];
  const recent: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 48 || code > 57) continue;
    recent.push(index);
    const first = recent.at(-count);
    if (first !== undefined && index - first <= REACH) extend(stretches, first - MARGIN, index + MARGIN, text.length);
  }
  return stretches;
}

function extend(stretches: Span[], start: number, end: number, limit: number): void {
  const last = stretches.at(-1);
  if (last !== undefined && start <= last.end) last.end = Math.min(limit, end);
  else stretches.push({ start: Math.max(0, start), end: Math.min(limit, end) });
}
