/**
 * Sentence selection: the least informative sentences per token go first. Information is the mean
 * inverse frequency of a sentence's words within the text, raised by words shared with the query and
 * by an early place; a sentence that alone holds a fact (number, name, negation, address, code,
 * quotation) stays.
 */

import { splitSentences, splitWords } from "#lib/guards/text/words";
import type { Counter } from "#lib/guards/token/counter";
import { splitBlocks } from "#lib/guards/token/optimize/blocks";
import { factsOf } from "#lib/guards/token/optimize/preserved";

export interface Selection {
  text: string;
  /** The sum of the kept sentences' tokens. */
  tokens: number;
  dropped: number;
}

interface Sentence {
  text: string;
  tokens: number;
  score: number;
  facts: string[];
  fixed: boolean;
}

const QUERY_WEIGHT = 3;
const POSITION_WEIGHT = 0.5;

/** Drops sentences until at most `budget` tokens are left or nothing more may go. */
export function selectSentences(
  text: string,
  query: string,
  budget: number,
  counter: Counter,
  keepFacts: boolean,
): Selection {
  const sentences = readSentences(text, query, counter);
  const holders = new Map<string, number>();
  for (const { facts } of sentences) for (const fact of facts) holders.set(fact, (holders.get(fact) ?? 0) + 1);
  const gone = new Set<Sentence>();
  let total = sentences.reduce((sum, { tokens }) => sum + tokens, 0);
  for (const sentence of [...sentences].sort((a, b) => a.score - b.score)) {
    if (total <= budget) break;
    const alone = sentence.facts.some((fact) => holders.get(fact) === 1);
    if (sentence.fixed || (keepFacts && alone) || gone.size === sentences.length - 1) continue;
    for (const fact of sentence.facts) holders.set(fact, (holders.get(fact) ?? 1) - 1);
    gone.add(sentence);
    total -= sentence.tokens;
  }
  const kept = sentences.filter((sentence) => !gone.has(sentence));
  return {
    text: kept
      .map((sentence) => sentence.text)
      .join("")
      .trim(),
    tokens: total,
    dropped: gone.size,
  };
}

function readSentences(text: string, query: string, counter: Counter): Sentence[] {
  const pieces = splitBlocks(text).flatMap((block) =>
    block.kind === "code"
      ? [{ text: block.text, fixed: true }]
      : sentencesWithGaps(block.text).map((sentence) => ({ text: sentence, fixed: STRUCTURE.test(sentence) })),
  );
  const bags = pieces.map((piece) => splitWords(piece.text.toLowerCase()).map((word) => word.text));
  const seenIn = new Map<string, number>();
  for (const bag of bags) for (const word of new Set(bag)) seenIn.set(word, (seenIn.get(word) ?? 0) + 1);
  const wanted = new Set(splitWords(query.toLowerCase()).map((word) => word.text));
  const rarity = (word: string) =>
    Math.log((pieces.length + 1) / (seenIn.get(word) ?? 1)) * (wanted.has(word) ? QUERY_WEIGHT : 1);
  return pieces.map((piece, index) => {
    const bag = bags[index] ?? [];
    const information = bag.reduce((sum, word) => sum + rarity(word), 0) / Math.max(4, bag.length);
    const position = POSITION_WEIGHT * (1 - index / pieces.length);
    return {
      text: piece.text,
      fixed: piece.fixed,
      tokens: counter.count(piece.text),
      score: information + position,
      facts: Object.entries(factsOf(piece.text)).flatMap(([kind, facts]) =>
        [...facts].map((fact) => `${kind} ${fact}`),
      ),
    };
  });
}

/** Headings, list items and table rows give the rest its place: they stay. */
const STRUCTURE = /^\s*(?:#|\||[-*] |\d+[.)] )/;

/** Every sentence with the white space after it, so that joined they are the text. */
export function sentencesWithGaps(prose: string): string[] {
  const sentences = splitSentences(prose);
  return sentences.map((sentence, index) =>
    prose.slice(index === 0 ? 0 : sentence.start, sentences[index + 1]?.start ?? prose.length),
  );
}
