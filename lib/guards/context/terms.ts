/** The content words of a text, weighted by how rare they are; identifiers are taken apart, scripts without spaces go by character pairs. */
import { stem } from "#lib/guards/context/stem";
import { TERM_LEVELS } from "#lib/guards/context/term-levels";
import { splitWords } from "#lib/guards/text/words";

export type Terms = ReadonlyMap<string, number>;

/** Weight of a word that the frequency list does not know. */
const RARE = 1;
const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]/u;
/** What most words are: nothing to take apart. */
const PLAIN = /^[A-Z]?[a-z]*$/;
const HUMP = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u;

const LEVEL_SIZES = TERM_LEVELS.map((words) => words.split(" ").length);
const WEIGHTS = LEVEL_SIZES.flatMap((size, level) => Array.from({ length: size }, () => level / TERM_LEVELS.length));
const numbers: ReadonlyMap<string, number> = new Map(
  TERM_LEVELS.flatMap((words) => words.split(" ")).map((term, index) => [term, index]),
);

/** Place of a term in the frequency list, level by level; undefined when the list does not know it. */
export function numberOf(term: string): number | undefined {
  return numbers.get(term);
}

export function weightOf(term: string): number {
  const number = numbers.get(term);
  return number === undefined ? RARE : (WEIGHTS[number] ?? RARE);
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
