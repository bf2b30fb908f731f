/**
 * What the toxicity models see of a text: words, pairs of words and pieces of words, hashed. Names of groups are
 * masked, and words that are reclaimed or belong to a dialect are left out, so that neither who is spoken of nor
 * how somebody speaks is evidence by itself.
 */
import { DIALECT, GROUP_NAMES, RECLAIMED, setOf } from "#lib/guards/health/lexicon";
import type { Term } from "#lib/guards/health/terms";
import { bucketing, FNV_OFFSET, hashed } from "#lib/guards/text/feature-hash";

/** Hash buckets of each model; a power of two. */
export const BUCKETS = 1 << 13;
const WORD = hashed(FNV_OFFSET, "u ");
const PAIR = hashed(FNV_OFFSET, "b ");
const PIECE = hashed(FNV_OFFSET, "c ");
const { bucketOf, addPieces } = bucketing(BUCKETS, 20);

const UNSEEN = setOf(`${RECLAIMED} ${DIALECT} rt amp`);
const GROUPS = setOf(GROUP_NAMES);

/** @returns the distinct buckets of a stretch of words. */
export function featuresOf(terms: readonly Term[]): Set<number> {
  const buckets = new Set<number>();
  let previous = "^";
  for (const term of terms) {
    const word = masked(term.word);
    if (word === "") continue;
    buckets.add(bucketOf(hashed(WORD, word)));
    buckets.add(bucketOf(hashed(hashed(hashed(PAIR, previous), " "), word)));
    if (!word.startsWith("#")) addPieces(buckets, word, PIECE);
    previous = word;
  }
  return buckets;
}

function masked(word: string): string {
  if (UNSEEN.has(word)) return "";
  if (GROUPS.has(word)) return "#group";
  if (word.startsWith("@")) return "#somebody";
  return /\d/.test(word) ? "" : word;
}
