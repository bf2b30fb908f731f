/** The words of a text as numbers, without making a string of any: what models over word features read. */
import { COMMON_WORDS } from "#lib/guards/text/common-words";
import { FNV_OFFSET, hashed } from "#lib/guards/text/feature-hash";

export interface HashedWords {
  /** 32-bit hashes (FNV-1a) of the lower-case words, and of `?`, `!` and `:`. */
  hashes: number[];
  /** UTF-16 offsets. */
  starts: number[];
  ends: number[];
}

const PRIME = 0x01000193;

/** Question mark, exclamation mark and colon, plain and full-width. */
const MARKS: ReadonlyMap<number, number> = new Map(
  Array.from("?!:？！：", (mark) => [mark.charCodeAt(0), hashOf(mark.normalize("NFKC"))]),
);

export function hashWords(text: string): HashedWords {
  const words: HashedWords = { hashes: [], starts: [], ends: [] };
  let hash = FNV_OFFSET;
  let start = -1;
  for (let index = 0; index <= text.length; index += 1) {
    const unit = foldedWordUnit(text.charCodeAt(index));
    if (unit !== 0) {
      if (start < 0) start = index;
      hash = Math.imul(hash ^ unit, PRIME);
      continue;
    }
    if (start >= 0) push(words, hash, start, index);
    [hash, start] = [FNV_OFFSET, -1];
    const mark = text.charAt(index) === " " ? undefined : MARKS.get(text.charCodeAt(index));
    if (mark !== undefined) push(words, mark, index, index + 1);
  }
  return words;
}

/** The hash {@link hashWords} gives a word. */
export function hashOf(word: string): number {
  return hashed(FNV_OFFSET, word) >>> 0;
}

/** One number for two neighbouring words, other than for the same words the other way round. */
export function pairHash(first: number, second: number): number {
  return Math.imul(first ^ (second >>> 15) ^ Math.imul(second, 0x9e3779b1), PRIME) >>> 0;
}

function push({ hashes, starts, ends }: HashedWords, hash: number, start: number, end: number): void {
  hashes.push(hash >>> 0);
  starts.push(start);
  ends.push(end);
}

/** The unit in lower case, or 0 when it does not belong to a word. Digits are all alike. */
function foldedWordUnit(code: number): number {
  if (code >= 97 && code <= 122) return code;
  if (code >= 65 && code <= 90) return code + 32;
  if (code >= 48 && code <= 57) return 48;
  return code >= 0xc0 &&
    !(code >= 0x2000 && code <= 0x206f) &&
    !(code >= 0x3000 && code <= 0x303f) &&
    !(code >= 0xff00 && code <= 0xff0f) &&
    !MARKS.has(code)
    ? code
    : 0;
}

const ENGLISH: ReadonlySet<number> = new Set(Array.from(COMMON_WORDS, hashOf));
const ENGLISH_SHARE = 0.3;

/** Whether a stretch of words is English prose, by the share of everyday words in it. */
export function isEnglish(hashes: readonly number[]): boolean {
  let common = 0;
  for (const hash of hashes) if (ENGLISH.has(hash)) common += 1;
  return common >= hashes.length * ENGLISH_SHARE;
}
