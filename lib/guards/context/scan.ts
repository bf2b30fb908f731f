/** The words of a text one by one: what splitWords finds, without an object for each. */
import { splitWords } from "#lib/guards/text/words";

const OTHER = 0;
const LETTER = 1;
/** Holds a word together between two letters or digits. */
const JOINER = 2;
/** Outside Latin and general punctuation the pattern decides. */
const UNKNOWN = 3;

const LATIN_END = 0x250;
const KINDS = Uint8Array.from({ length: LATIN_END }, (_, code) => kindOfLatin(String.fromCharCode(code)));

function kindOfLatin(character: string): number {
  if (/['\-.]/.test(character)) return JOINER;
  return /[\p{L}\p{N}\p{M}]/u.test(character) ? LETTER : OTHER;
}

export function eachWord(text: string, visit: (word: string, start: number) => void): void {
  let start = -1;
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindAt(text, at);
    const next = kind === JOINER && start >= 0 ? kindAt(text, at + 1) : OTHER;
    if (kind === UNKNOWN || next === UNKNOWN) {
      const from = start < 0 ? at : start;
      for (const piece of splitWords(text.slice(from))) visit(piece.text, from + piece.start);
      return;
    }
    if (kind === LETTER && start < 0) start = at;
    if (kind === LETTER || next === LETTER || start < 0) continue;
    visit(text.slice(start, at), start);
    start = -1;
  }
  if (start >= 0) visit(text.slice(start), start);
}

function kindAt(text: string, at: number): number {
  if (at >= text.length) return OTHER;
  const code = text.charCodeAt(at);
  if (code < LATIN_END) return KINDS[code] ?? OTHER;
  if (code === 0x2019) return JOINER;
  return code >= 0x2010 && code < 0x2070 ? OTHER : UNKNOWN;
}
