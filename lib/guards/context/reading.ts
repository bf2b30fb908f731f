/** A message as every detector reads it: split into sentences and numbered terms once. */
import type { Role } from "#lib/guards/content";
import { eachWord } from "#lib/guards/context/scan";
import type { Vocabulary } from "#lib/guards/context/vocabulary";
import { type Piece, splitSentences } from "#lib/guards/text/words";

export interface Reading {
  role: Role;
  /** The start of a long message and its end, else the whole and nothing. */
  head: string;
  tail: string;
  words: number;
  /** Numbers of its terms, in order, as often as they occur. */
  terms: number[];
  /** How many of them come before the last sentence. */
  beforeLast: number;
  /** Offsets are those of the whole message. */
  sentences: Piece[];
}

/** Of a very long message the two ends are read. Characters. */
const HEAD = 12_000;
const TAIL = 4_000;

export function read(role: Role, text: string, vocabulary: Vocabulary): Reading {
  const isLong = text.length > HEAD + TAIL;
  const from = isLong ? text.length - TAIL : text.length;
  const head = isLong ? text.slice(0, HEAD) : text;
  const tail = text.slice(from);
  const sentences = [...splitSentences(head), ...splitSentences(tail).map((piece) => moved(piece, from))];
  const reading = { role, head, tail, words: 0, terms: [], beforeLast: 0, sentences };
  addTerms(reading, head, 0, vocabulary);
  addTerms(reading, tail, from, vocabulary);
  return reading;
}

/** How many characters of a message are read. */
export function charactersRead(text: string): number {
  return Math.min(text.length, HEAD + TAIL);
}

function addTerms(reading: Reading, text: string, offset: number, vocabulary: Vocabulary): void {
  const lastStart = reading.sentences.at(-1)?.start ?? 0;
  eachWord(text, (word, start) => {
    reading.words += 1;
    for (const id of vocabulary.idsOf(word)) reading.terms.push(id);
    if (start + offset < lastStart) reading.beforeLast = reading.terms.length;
  });
}

function moved({ text, start, end }: Piece, by: number): Piece {
  return { text, start: start + by, end: end + by };
}
