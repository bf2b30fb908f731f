/**
 * What the toxicity models see of a text: words, pairs of words and pieces of words, hashed. Names of groups are
 * masked, and words that are reclaimed or belong to a dialect are left out, so that neither who is spoken of nor
 * how somebody speaks is evidence by itself.
 */
import { DIALECT, GROUP_NAMES, RECLAIMED, setOf } from "#lib/guards/health/lexicon";
import type { Term } from "#lib/guards/health/terms";

/** Hash buckets of each model; a power of two. */
export const BUCKETS = 1 << 13;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const WORD = hashed(FNV_OFFSET, "u ");
const PAIR = hashed(FNV_OFFSET, "b ");
const PIECE = hashed(FNV_OFFSET, "c ");
const MAX_CUT = 20;
const PIECE_LENGTH = 4;

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
    if (!word.startsWith("#")) addPieces(buckets, word);
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

function addPieces(buckets: Set<number>, word: string): void {
  const padded = `<${word.slice(0, MAX_CUT)}>`;
  for (let at = 0; at + PIECE_LENGTH <= padded.length; at += 1)
    buckets.add(bucketOf(hashed(PIECE, padded, at, at + PIECE_LENGTH)));
}

/** FNV-1a over UTF-16 units, continued from `hash`. */
function hashed(hash: number, text: string, from = 0, to = text.length): number {
  let value = hash;
  for (let at = from; at < to; at += 1) value = Math.imul(value ^ text.charCodeAt(at), FNV_PRIME);
  return value;
}

function bucketOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}
