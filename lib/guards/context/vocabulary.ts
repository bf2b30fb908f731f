/** Numbers for the terms of one call, so that messages are compared by number; every distinct word is stemmed once. */
import { vectorOf } from "#lib/guards/context/meaning";
import { termsOfWord, weightOf } from "#lib/guards/context/terms";

export interface Vocabulary {
  /** Stem of each term, by number. */
  terms: string[];
  /** Weight of each term, 0 to 1, by number. */
  weights: number[];
  /** Where each term's vector begins, by number; -1 for none. See {@link vectorOf}. */
  vectors: number[];
  /** The numbers of a word's terms. */
  idsOf(word: string): readonly number[];
}

export function createVocabulary(): Vocabulary {
  const terms: string[] = [];
  const weights: number[] = [];
  const vectors: number[] = [];
  const ids = new Map<string, number>();
  const words = new Map<string, readonly number[]>();

  function idOf(term: string): number {
    const known = ids.get(term);
    if (known !== undefined) return known;
    ids.set(term, terms.length);
    weights.push(weightOf(term));
    vectors.push(vectorOf(term));
    return terms.push(term) - 1;
  }

  function idsOf(word: string): readonly number[] {
    const known = words.get(word);
    if (known !== undefined) return known;
    const found = termsOfWord(word).map(idOf);
    words.set(word, found);
    return found;
  }

  return { terms, weights, vectors, idsOf };
}
