/** The content words of a text, weighted by how rare they are; identifiers are taken apart, scripts without spaces go by character pairs. */
import { stem } from "#lib/guards/context/stem";
import { TERM_LEVELS } from "#lib/guards/context/term-levels";
import { lazy } from "#lib/guards/text/lazy";
import { splitWords } from "#lib/guards/text/words";

export type Terms = ReadonlyMap<string, number>;

/** Weight of a word that the frequency list does not know. */
const RARE = 1;
const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]/u;
/** What most words are: nothing to take apart. */
const PLAIN = /^[A-Z]?[a-z]*$/;
const HUMP = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u;

const listed = lazy(() => {
  const numbers = new Map<string, number>();
  const weights: number[] = [];
  for (const [level, words] of TERM_LEVELS.entries()) {
    for (const term of words.split(" ")) {
      numbers.set(term, weights.length);
      weights.push(level / TERM_LEVELS.length);
    }
  }
  return { numbers, weights };
});

/** Place of a term in the frequency list, level by level; undefined when the list does not know it. */
export function numberOf(term: string): number | undefined {
  return listed().numbers.get(term);
}

export function weightOf(term: string): number {
  const { numbers, weights } = listed();
  const number = numbers.get(term);
  return number === undefined ? RARE : (weights[number] ?? RARE);
}

/** Term to weight, 0 to 1; words as common as "the" weigh nothing and are left out. */
export function termsOf(text: string): Terms {
  const terms = new Map<string, number>();
  for (const word of splitWords(text)) {
    for (const term of termsOfWord(word.text)) {
      const weight = weightOf(term);
      if (weight > 0) terms.set(term, weight);
    }
  }
  return terms;
}

export function termsOfWord(word: string): string[] {
  if (PLAIN.test(word)) return asTerm(word.toLowerCase());
  if (UNSPACED.test(word)) return characterPairs(word);
  const parts = HUMP.test(word) ? word.split(HUMP) : [word];
  return parts
    .flatMap((part) =>
      part
        .toLowerCase()
        .replace(/['’]s?(?=$|\W)/u, "")
        .split(/[-.'’]/u),
    )
    .flatMap(asTerm);
}

function asTerm(part: string): string[] {
  return part.length < 2 ? [] : [stem(part)];
}

function characterPairs(word: string): string[] {
  const characters = Array.from(word);
  return characters.length < 2 ? characters : characters.slice(1).map((next, index) => `${characters[index]}${next}`);
}

export function mass(terms: Terms): number {
  let sum = 0;
  for (const weight of terms.values()) sum += weight;
  return sum;
}

/** Weight of the terms of `inner` that `outer` has too. */
export function sharedMass(inner: Terms, outer: { has(term: string): boolean }): number {
  let sum = 0;
  for (const [term, weight] of inner) if (outer.has(term)) sum += weight;
  return sum;
}
