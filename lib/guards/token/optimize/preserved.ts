/** Checks after the fact what an optimised text still holds of the original's facts. */
import { splitBlocks, verbatimParts } from "#lib/guards/token/optimize/blocks";
import { NEGATIONS, WEAK_WORDS } from "#lib/guards/token/optimize/phrases";
import type { Preserved } from "#lib/guards/token/schema";

type Facts = Record<keyof Preserved, Set<string>>;

const WORD = /\p{L}[\p{L}\p{M}\p{N}'’_-]*|\p{N}+(?:[.:/]\p{N}+)*%?/gu;
const SENTENCE_BREAK = /[.!?…:;\n"“”«»(*#>|•。！？-]/;

/** Sentence-opening capitals are not names; a word with two capitals or a digit is one anywhere. */
export function factsOf(text: string): Facts {
  const facts: Facts = {
    numbers: new Set(),
    entities: new Set(),
    code: new Set(),
    negations: new Set(),
    urls: new Set(),
    quotations: new Set(),
  };
  for (const block of splitBlocks(text)) {
    if (block.kind === "code") facts.code.add(block.text.trim());
    else addProseFacts(block.text, facts);
  }
  return facts;
}

function addProseFacts(prose: string, facts: Facts): void {
  for (const part of verbatimParts(prose)) {
    if (part.startsWith("`")) facts.code.add(part);
    else if (/^["“«]/.test(part)) facts.quotations.add(part);
    else facts.urls.add(part);
  }
  let last = 0;
  let negation: string | null = null;
  for (const match of prose.matchAll(WORD)) {
    const word = match[0];
    const lower = word.toLowerCase().replaceAll("’", "'");
    if (/^\p{N}/u.test(word)) facts.numbers.add(word);
    else if (isName(word, prose.slice(last, match.index), match.index === 0)) facts.entities.add(word);
    if (negation !== null && !WEAK_WORDS.has(lower)) {
      facts.negations.add(`${negation} ${lower}`);
      negation = null;
    }
    if (isNegation(lower)) negation = lower;
    last = match.index + match[0].length;
  }
  if (negation !== null) facts.negations.add(negation);
}

export function isNegation(lower: string): boolean {
  return NEGATIONS.has(lower) || lower.endsWith("n't");
}

function isName(word: string, gap: string, first: boolean): boolean {
  if (!/^\p{Lu}/u.test(word)) return /\p{Ll}\p{Lu}|\p{L}\p{N}/u.test(word);
  if (/\p{Lu}.*\p{Lu}|\p{N}/u.test(word)) return true;
  return word.length > 1 && !first && !SENTENCE_BREAK.test(gap) && !/^I['’]/.test(word);
}

/** Shares of the original's facts found in the optimised text. A name counts wherever its word stands. */
export function preservedFacts(original: Facts, optimized: string): Preserved {
  const found = factsOf(optimized);
  const words = new Set(Array.from(optimized.matchAll(WORD), (match) => match[0]));
  return {
    numbers: share(original.numbers, found.numbers),
    entities: share(original.entities, words),
    code: share(original.code, found.code),
    negations: share(original.negations, found.negations),
    urls: share(original.urls, found.urls),
    quotations: share(original.quotations, found.quotations),
  };
}

function share(facts: Set<string>, found: Set<string>): number {
  if (facts.size === 0) return 1;
  const kept = [...facts].filter((fact) => found.has(fact)).length;
  return Math.floor((kept / facts.size) * 10_000) / 10_000;
}

export function lossesOf(preserved: Preserved): string[] {
  return Object.entries(preserved).flatMap(([kind, kept]) => (kept < 1 ? [kind] : []));
}
