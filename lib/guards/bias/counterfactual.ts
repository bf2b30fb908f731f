/** The guard's own fairness on a text: swap the groups named in it for others and see whether the score moves. */

import { detectBias } from "#lib/guards/bias/detect";
import { scoreOf } from "#lib/guards/bias/hits";
import { GROUP_TERMS } from "#lib/guards/bias/lexicon/groups";
import { nounPairs, words } from "#lib/guards/bias/lexicon/phrases";
import { scanWords } from "#lib/guards/bias/tokens";
import type { Span } from "#lib/guards/text/mapped";

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
const SWAPPED = new Set(SWAPS.flatMap((swap) => [...swap.keys()]));

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

/** A text and what the caller knows of it. */
export interface Scored {
  text: string;
  /** Of the whole text. */
  score: number;
  isSought: boolean;
}

/** Tries the swaps on the first {@link MAX_TEXT} characters. */
export function testSwaps({ text, score, isSought }: Scored): Counterfactual {
  const sample = text.slice(0, MAX_TEXT);
  const variants = swapsOf(sample);
  if (variants.length === 0) return { swaps_tested: 0, max_delta: 0 };
  const rate = (variant: string) => scoreOf(detectBias(variant, isSought));
  const before = sample === text ? score : rate(sample);
  const deltas = variants.map((variant) => Math.abs(rate(variant) - before));
  return { swaps_tested: variants.length, max_delta: Math.round(Math.max(...deltas) * 10_000) / 10_000 };
}

const WORDS = { digits: false, joiners: "-" };

/** The same text about other people, capitals kept: one variant for each table that changes it. */
export function swapsOf(text: string): string[] {
  const found = scanWords(text, WORDS).flatMap((span) => {
    const word = text.slice(span.start, span.end);
    const lower = word.toLowerCase();
    return SWAPPED.has(lower) ? [{ ...span, lower, isCapital: /^\p{Lu}/u.test(word) }] : [];
  });
  return SWAPS.map((swap) => swapped(text, found, swap)).filter((variant) => variant !== text);
}

interface GroupWord extends Span {
  lower: string;
  isCapital: boolean;
}

function swapped(text: string, found: readonly GroupWord[], swap: ReadonlyMap<string, string>): string {
  let result = "";
  let at = 0;
  for (const { start, end, lower, isCapital } of found) {
    const other = swap.get(lower) ?? lower;
    result += text.slice(at, start) + (isCapital ? other.charAt(0).toUpperCase() + other.slice(1) : other);
    at = end;
  }
  return result + text.slice(at);
}
