/** A message as every detector reads it: split into words and sentences once. */
import type { Role } from "#lib/guards/content";
import { type Piece, splitSentences, splitWords } from "#lib/guards/text/words";

export interface Reading {
  role: Role;
  /** The two ends of a very long message, else the whole. */
  head: string;
  tail: string;
  words: Piece[];
  /** Offsets are those of the whole message, here and in `words`. */
  sentences: Piece[];
}

/** Of a very long message the two ends are read. Characters. */
const HEAD = 12_000;
const TAIL = 4_000;

export function read(role: Role, text: string): Reading {
  const from = text.length - TAIL;
  if (from <= HEAD) return { role, head: text, tail: "", words: splitWords(text), sentences: splitSentences(text) };
  const head = text.slice(0, HEAD);
  const tail = text.slice(from);
  return {
    role,
    head,
    tail,
    words: [...splitWords(head), ...moved(splitWords(tail), from)],
    sentences: [...splitSentences(head), ...moved(splitSentences(tail), from)],
  };
}

/** How many characters of a message are read. */
export function charactersRead(text: string): number {
  return Math.min(text.length, HEAD + TAIL);
}

function moved(pieces: Piece[], by: number): Piece[] {
  return pieces.map(({ text, start, end }) => ({ text, start: start + by, end: end + by }));
}
