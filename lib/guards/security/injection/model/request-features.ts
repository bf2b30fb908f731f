/**
 * What the request model sees of one sentence of a document: whether it asks somebody to do or tell something,
 * as people ask an assistant, and whether the rest of the document is about the same thing.
 */
import type { Features } from "#lib/guards/security/injection/model/linear";
import { type HashedWords, hashOf, isEnglish, pairHash } from "#lib/guards/text/hashed-words";

export const REQUEST_BUCKETS = 1 << 14;
const MAX_WORDS = 40;

export interface Sentence {
  /** Indexes of its first word and of the word after its last. */
  first: number;
  end: number;
}

const MARKS = new Set(["?", "!", ":"].map(hashOf));
const QUESTION = hashOf("?");
const FIRST = hashOf("first word");
const SECOND = hashOf("first two words");

/** @param counts how often each word stands in the whole document. */
export function requestFeatures(words: HashedWords, sentence: Sentence, counts: ReadonlyMap<number, number>): Features {
  const hashes = words.hashes.slice(sentence.first, Math.min(sentence.end, sentence.first + MAX_WORDS));
  const hashed = new Set<number>();
  const add = (hash: number) => hashed.add(hash & (REQUEST_BUCKETS - 1));
  if (isEnglish(hashes)) {
    const [one = 0, two = 0] = hashes;
    add(pairHash(FIRST, one));
    add(pairHash(SECOND, pairHash(one, two)));
    let previous = 0;
    for (const hash of hashes) {
      add(hash);
      add(pairHash(previous, hash));
      previous = hash;
    }
  }
  return { hashed, named: namedFeatures(words.hashes, sentence, hashes, counts) };
}

function namedFeatures(
  all: readonly number[],
  { first, end }: Sentence,
  hashes: readonly number[],
  counts: ReadonlyMap<number, number>,
): ReadonlyMap<string, number> {
  const own = hashes.filter((hash) => !MARKS.has(hash));
  const elsewhere = own.filter((hash) => (counts.get(hash) ?? 0) > 1).length;
  return new Map([
    ["foreign", own.length === 0 ? 0 : 1 - elsewhere / own.length],
    ["length", Math.log2(own.length + 1) / 5],
    ["question", all[end - 1] === QUESTION ? 1 : 0],
    ["at the start", first === 0 ? 1 : 0],
    ["at the end", end >= all.length ? 1 : 0],
    ["alone", end - first >= all.length ? 1 : 0],
  ]);
}
