/** The guard's own fairness on a text: swap the groups named in it for others and see whether the score moves. */

import { detectBias, scoreOf } from "#lib/guards/bias/detect";
import { GROUP_TERMS } from "#lib/guards/bias/lexicon/groups";
import { nounPairs, words } from "#lib/guards/bias/lexicon/phrases";

export interface Counterfactual {
  swaps_tested: number;
  max_delta: number;
}

/** Longest text re-read with its groups swapped. */
const MAX_TEXT = 1_000;

const PRONOUNS: readonly (readonly [string, string])[] = [
  ["he", "she"],
  ["she", "he"],
  ["him", "her"],
  ["his", "her"],
  ["her", "his"],
  ["himself", "herself"],
  ["herself", "himself"],
];

const SWAPS = [partners(1), partners(3)];

/** Every group word with the one `step` places further in its own list. */
function partners(step: number): ReadonlyMap<string, string> {
  const map = new Map<string, string>(PRONOUNS);
  for (const { nouns, adjectives } of GROUP_TERMS) {
    const pairs = nounPairs(nouns);
    const kinds = words(adjectives);
    for (const [index, { singular, plural }] of pairs.entries()) {
      const other = pairs[(index + step) % pairs.length];
      if (other === undefined) continue;
      if (!map.has(singular)) map.set(singular, other.singular);
      if (!map.has(plural)) map.set(plural, other.plural);
    }
    for (const [index, kind] of kinds.entries())
      if (!map.has(kind)) map.set(kind, kinds[(index + step) % kinds.length] ?? kind);
  }
  return map;
}

export function testSwaps(text: string): Counterfactual {
  const sample = text.slice(0, MAX_TEXT);
  const variants = SWAPS.map((swap) => swapped(sample, swap)).filter((variant) => variant !== sample);
  if (variants.length === 0) return { swaps_tested: 0, max_delta: 0 };
  const before = scoreOf(detectBias(sample));
  const deltas = variants.map((variant) => Math.abs(scoreOf(detectBias(variant)) - before));
  return { swaps_tested: variants.length, max_delta: Math.round(Math.max(...deltas) * 10_000) / 10_000 };
}

/** The same text about other people, capitals kept. */
export function swapped(text: string, swap: ReadonlyMap<string, string>): string {
  return text.replace(/[\p{L}]+(?:-[\p{L}]+)*/gu, (word) => {
    const other = swap.get(word.toLowerCase());
    if (other === undefined) return word;
    return /^\p{Lu}/u.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  });
}

export const SWAP_TABLES: readonly ReadonlyMap<string, string>[] = SWAPS;
