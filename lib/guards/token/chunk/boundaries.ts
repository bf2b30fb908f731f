/** Where a text may be cut, and how well: 0 is not a boundary, higher is better. One pass, one byte a character. */
import { cohesionBreaks } from "#lib/guards/token/chunk/cohesion";
import type { ChunkingStrategy } from "#lib/guards/token/schema";

export const STRENGTH = { none: 0, word: 1, sentence: 2, line: 3, paragraph: 4, section: 5, topic: 6 } as const;

/** `strengths[i]` tells how good a cut before `text[i]` is. A space belongs to the word after it, as in tokens. */
export function boundaries(text: string, strategy: ChunkingStrategy): Uint8Array {
  const strengths = new Uint8Array(text.length + 1);
  if (strategy === "fixed") return strengths;
  mark(strengths, text, /(?<=\S)(?=\s)|(?<=\s)(?=[^\S\n]\S)/g, STRENGTH.word);
  if (strategy !== "code") mark(strengths, text, /[.!?…](?:["'”’)\]]{0,3})(?=\s)|[。！？](?=.)/g, STRENGTH.sentence);
  mark(strengths, text, /\n/g, STRENGTH.line);
  mark(strengths, text, /\n[ \t\r]{0,200}\n/g, STRENGTH.paragraph);
  if (strategy === "markdown") markMarkdown(strengths, text);
  if (strategy === "code") mark(strengths, text, /\n(?=[^\s})\]])/g, STRENGTH.paragraph);
  if (strategy === "code") mark(strengths, text, /\n[ \t\r]{0,200}\n(?=[^\s})\]])/g, STRENGTH.section);
  if (strategy === "semantic") {
    for (const at of cohesionBreaks(text)) strengths[text.charAt(at - 1) === " " ? at - 1 : at] = STRENGTH.topic;
  }
  return strengths;
}

function mark(strengths: Uint8Array, text: string, pattern: RegExp, strength: number): void {
  for (const match of text.matchAll(pattern)) strengths[match.index + match[0].length] = strength;
}

const FENCE = /^ {0,3}(?:```|~~~)/;
const HEADING = /^ {0,3}#{1,6}\s/;
const TABLE_ROW = /^\s{0,3}\|/;

/** Headings open a section; inside a fence or a table only words remain as cuts, for want of better. */
function markMarkdown(strengths: Uint8Array, text: string): void {
  let fenced = false;
  let tableAbove = false;
  let headingAbove = false;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline + 1;
    const line = text.slice(start, Math.min(end, start + 120));
    const fence = FENCE.test(line);
    const table = TABLE_ROW.test(line);
    if (fenced || (table && tableAbove)) strengths.fill(STRENGTH.word, start, start + 1);
    if (!fenced && HEADING.test(line)) strengths[start] = STRENGTH.section;
    else if (headingAbove && !fenced) strengths[start] = STRENGTH.word;
    if (fenced || table || fence) weaken(strengths, start + 1, end);
    headingAbove = !fenced && (HEADING.test(line) || (headingAbove && line.trim() === ""));
    if (fence) fenced = !fenced;
    tableAbove = table;
    start = end;
  }
}

function weaken(strengths: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to; at++) if ((strengths[at] ?? 0) > STRENGTH.word) strengths[at] = STRENGTH.word;
}
