/** Hashed features of small models: words and pieces of words become bucket numbers, without a string in between. */

const PRIME = 0x01000193;
const PIECE_LENGTH = 4;

/** Where FNV-1a (32 bits) begins. */
export const FNV_OFFSET = 0x811c9dc5;

/** FNV-1a over UTF-16 units from `from` to `to`, continued from `hash`. */
export function hashed(hash: number, text: string, from = 0, to = text.length): number {
  let value = hash;
  for (let at = from; at < to; at += 1) value = Math.imul(value ^ text.charCodeAt(at), PRIME);
  return value;
}

export interface Bucketing {
  bucketOf(hash: number): number;
  /** Adds a word's pieces of four letters, its ends marked: variants and inflections share most of theirs. */
  addPieces(into: Set<number>, word: string, seed: number): void;
}

/**
 * @param buckets a power of two
 * @param longest letters of a word that are cut into pieces
 */
export function bucketing(buckets: number, longest: number): Bucketing {
  const bucketOf = (hash: number) => (hash ^ (hash >>> 15)) & (buckets - 1);
  return {
    bucketOf,
    addPieces(into, word, seed) {
      const padded = `<${word.slice(0, longest)}>`;
      for (let at = 0; at + PIECE_LENGTH <= padded.length; at += 1) {
        into.add(bucketOf(hashed(seed, padded, at, at + PIECE_LENGTH)));
      }
    },
  };
}
