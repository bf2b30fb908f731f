/** Words and sentences with their offsets. Linear time; offsets are UTF-16 units, half-open. */

export interface Piece {
  text: string;
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’\-.][\p{L}\p{N}\p{M}]+)*/gu;

export function splitWords(text: string): Piece[] {
  return Array.from(text.matchAll(WORD), (match) => piece(match[0], match.index));
}

/** Ends after . ! ? … before white space or a closing quote, always after 。！？, and at a line break. */
const SENTENCE = /(?:[^\n.!?…。！？]|[.!?…]+(?![\s"'”’)\].!?…。！？]|$))*(?:[.!?…。！？]+["'”’)\]]*|\n+|$)/gu;
const ABBREVIATION =
  /(?:^|[\s(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|vs|etc|e\.g|i\.e|approx|No|Nr|Inc|Ltd|Co|Jr|Sr|Fig|Eq|U\.S|z\.B|d\.h)\.$/u;

export function splitSentences(text: string): Piece[] {
  const sentences: Piece[] = [];
  let carried: number | null = null;
  for (const match of text.matchAll(SENTENCE)) {
    if (match[0] === "") continue;
    const start: number = carried ?? match.index;
    const end = match.index + match[0].length;
    const raw = text.slice(start, end);
    carried = !raw.endsWith("\n") && end < text.length && ABBREVIATION.test(raw.slice(-12)) ? start : null;
    if (carried === null) pushTrimmed(sentences, text, start, end);
  }
  return sentences;
}

function pushTrimmed(into: Piece[], text: string, start: number, end: number): void {
  const raw = text.slice(start, end);
  const trimmed = raw.trim();
  if (trimmed === "") return;
  into.push(piece(trimmed, start + raw.length - raw.trimStart().length));
}

function piece(text: string, start: number): Piece {
  return { text, start, end: start + text.length };
}
