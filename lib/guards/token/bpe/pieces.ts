/**
 * How OpenAI's encodings cut text into pieces before merging; tokens never cross a piece's edge. The
 * patterns are those of tiktoken's openai_public.py in JavaScript's syntax. Linear: every repeat is
 * over one class of characters and each piece starts where the last one ended.
 */
import type { Encoding } from "#lib/guards/token/schema";

/** Not `\s`, which in JavaScript has U+FEFF and lacks U+0085. */
const SPACE = String.raw`\p{White_Space}`;
const NOT_SPACE = String.raw`\P{White_Space}`;
const SYMBOL = String.raw`[^\p{White_Space}\p{L}\p{N}]`;
const CONTRACTION = "'(?:[sS]|[dD]|[mM]|[tT]|[lL][lL]|[vV][eE]|[rR][eE])";
const UPPER = String.raw`[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]`;
const LOWER = String.raw`[\p{Ll}\p{Lm}\p{Lo}\p{M}]`;
const LEAD = String.raw`[^\r\n\p{L}\p{N}]?`;

const SOURCES: Record<Encoding, string> = {
  o200k_base: [
    `${LEAD}${UPPER}*${LOWER}+(?:${CONTRACTION})?`,
    `${LEAD}${UPPER}+${LOWER}*(?:${CONTRACTION})?`,
    String.raw`\p{N}{1,3}`,
    ` ?${SYMBOL}+[\\r\\n/]*`,
    `${SPACE}*[\\r\\n]+`,
    `${SPACE}+(?!${NOT_SPACE})`,
    `${SPACE}+`,
  ].join("|"),
  cl100k_base: [
    CONTRACTION,
    String.raw`${LEAD}\p{L}+`,
    String.raw`\p{N}{1,3}`,
    ` ?${SYMBOL}+[\\r\\n]*`,
    `${SPACE}+$`,
    `${SPACE}*[\\r\\n]`,
    `${SPACE}+(?!${NOT_SPACE})`,
    SPACE,
  ].join("|"),
};

const PATTERNS: Record<Encoding, RegExp> = {
  o200k_base: new RegExp(SOURCES.o200k_base, "gu"),
  cl100k_base: new RegExp(SOURCES.cl100k_base, "gu"),
};

/** Calls `each` with the bounds of every piece, left to right; there are no gaps between pieces. */
export function eachPiece(text: string, encoding: Encoding, each: (start: number, end: number) => void): void {
  const pattern = PATTERNS[encoding];
  pattern.lastIndex = 0;
  for (let start = 0; pattern.test(text); start = pattern.lastIndex) each(start, pattern.lastIndex);
}
