/**
 * Words in one pass over the characters: the Unicode classes are looked up in a table for Latin script and
 * asked of a pattern, once for each character, for the rest. Several times as fast as a global pattern.
 */
import type { Span } from "#lib/guards/text/mapped";

const LETTER = 1;
const NUMBER = 2;
const LATIN = 0x250;
const KINDS = Uint8Array.from({ length: LATIN }, (_, code) => kindOf(String.fromCharCode(code)));
const MEMO = new Map<number, number>();

/** What a word is made of: letters or also digits, and the marks that may join two runs of them. */
interface WordRule {
  digits: boolean;
  joiners: string;
}

/** @returns the words of a text; a joiner belongs to a word only between two of its characters. */
export function scanWords(text: string, { digits, joiners }: WordRule): Span[] {
  const kinds = digits ? LETTER | NUMBER : LETTER;
  const spans: Span[] = [];
  for (let at = 0; at < text.length; ) {
    const end = runEnd(text, at, kinds);
    if (end === at) at += 1;
    else {
      const last = joinedEnd(text, end, kinds, joiners);
      spans.push({ start: at, end: last });
      at = last;
    }
  }
  return spans;
}

function joinedEnd(text: string, from: number, kinds: number, joiners: string): number {
  let end = from;
  while (end < text.length && joiners.includes(text.charAt(end))) {
    const next = runEnd(text, end + 1, kinds);
    if (next === end + 1) return end;
    end = next;
  }
  return end;
}

function runEnd(text: string, from: number, kinds: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code < LATIN) {
      if (((KINDS[code] ?? 0) & kinds) === 0) return at;
      at += 1;
    } else {
      const point = text.codePointAt(at) ?? code;
      if ((kindOfPoint(point) & kinds) === 0) return at;
      at += point > 0xffff ? 2 : 1;
    }
  }
  return at;
}

function kindOfPoint(point: number): number {
  const known = MEMO.get(point);
  if (known !== undefined) return known;
  const kind = kindOf(String.fromCodePoint(point));
  MEMO.set(point, kind);
  return kind;
}

function kindOf(character: string): number {
  if (/\p{L}/u.test(character)) return LETTER;
  return /\p{N}/u.test(character) ? NUMBER : 0;
}

/** Lower case, apostrophes straightened. */
export function plainWord(text: string): string {
  const lower = text.toLowerCase();
  return lower.includes("’") ? lower.replaceAll("’", "'") : lower;
}
