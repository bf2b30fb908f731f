/**
 * A piece of work that no change of ours makes slower or faster: a fixed text is parsed from JSON, folded, cut into
 * words and hashed. Costs are given as multiples of it, so that they mean the same on another machine.
 */
import { sampleInTurns } from "#scripts/bench/cpu";
import { median } from "#scripts/bench/statistics";
import { chat } from "#scripts/bench/texts";

export const REFERENCE_LENGTH = 8_192;

const BODY = JSON.stringify({ payload: { text: chat(REFERENCE_LENGTH) } });
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** @returns a hash, so that nothing of the work can be left out. */
export function reference(): number {
  const { payload } = JSON.parse(BODY) as { payload: { text: string } };
  const words =
    payload.text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let hash = FNV_OFFSET;
  for (const [word, count] of counts) {
    for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), FNV_PRIME);
    hash = Math.imul(hash ^ count, FNV_PRIME);
  }
  return hash >>> 0;
}

/** Milliseconds one run takes here and now, once it is warm. */
export function referenceMs(): number {
  const [samples = []] = sampleInTurns([reference], { warmUpMs: 100, measureMs: 100 });
  return median(samples);
}
