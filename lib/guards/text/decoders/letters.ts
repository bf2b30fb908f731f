/** Word games with letters: rot13, reversal, digits for letters, letters set apart. Judged line by line. */
import { COMMON_WORDS, countCommonWords, segmentWords } from "#lib/guards/text/common-words";
import type { Decoder } from "#lib/guards/text/decoders/decoder";
import { MapBuilder, type Mapped } from "#lib/guards/text/mapped";
import { literalFinder } from "#lib/guards/text/match";

/** Words that are a plain English word backwards, too, prove nothing. */
const BOTH_WAYS = new Set([
  "and",
  "are",
  "was",
  "now",
  "not",
  "but",
  "let",
  "got",
  "never",
  "live",
  "stop",
  "no",
  "on",
]);
const TELLING = [...COMMON_WORDS].filter((word) => word.length >= 3);
const ROTATED = new Set(TELLING.map(rotate));
const REVERSED = new Set(
  TELLING.filter((word) => !BOTH_WAYS.has(word))
    .map(reverse)
    .filter((word) => !COMMON_WORDS.has(word)),
);

const findTelling = literalFinder(() =>
  [...new Set([...ROTATED, ...REVERSED])].map((literal) => ({ literal, value: literal })),
);

/** A cheap look at the whole text: without two different telling words no line of it is turned or rotated. */
function tellingWords(text: string): ReadonlySet<string> {
  const whole = findTelling(text).filter(
    ({ start, end }) => !isLetter(text.charCodeAt(start - 1)) && !isLetter(text.charCodeAt(end)),
  );
  return new Set(whole.map(({ value }) => value));
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

export const rot13: Decoder = {
  name: "rot13",
  decode: (text) => {
    if (tellingWords(text).size < 2) return [];
    return rewriteLines(text, (line) => (isWrittenIn(ROTATED, line) ? { text: rotate(line), aligned: true } : null));
  },
};
export const reversed: Decoder = {
  name: "reversed",
  decode: (text) => {
    if (tellingWords(text).size < 2) return [];
    const whole = rewriteReversed(text, reverse);
    return whole.length === 0 ? [] : [...whole, ...rewriteReversed(text, reverseWords)];
  },
};
export const leet: Decoder = {
  name: "leet",
  decode: (text) => (LEET_MIX.test(text) ? rewriteLines(text, readLeet) : []),
};
export const spaced: Decoder = { name: "spaced", decode: joinLetters };

interface Rewritten {
  text: string;
  /** As long as the line, letter for letter. */
  aligned: boolean;
}

const LINE = /[^\n]+/g;

/** A view of the lines that `rewrite` could read, and of nothing else. */
function rewriteLines(text: string, rewrite: (line: string) => Rewritten | null): Mapped[] {
  const builder = new MapBuilder(text);
  let found = false;
  for (const match of text.matchAll(LINE)) {
    const rewritten = rewrite(match[0]);
    if (rewritten === null) continue;
    if (found) builder.replace("\n", match.index, match.index);
    builder.replace(rewritten.text, match.index, match.index + match[0].length, rewritten.aligned);
    found = true;
  }
  return found ? [builder.build()] : [];
}

/** At least two different telling words, and more of them than of plain English ones. */
function isWrittenIn(words: ReadonlySet<string>, line: string): boolean {
  const seen = new Set<string>();
  let plain = 0;
  for (const [word] of line.matchAll(/[A-Za-z]{3,}/g)) {
    const lower = word.toLowerCase();
    if (words.has(lower)) seen.add(lower);
    else if (COMMON_WORDS.has(lower)) plain += 1;
  }
  return seen.size >= 2 && seen.size > plain / 2;
}

function rotate(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => {
    const base = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
}

function rewriteReversed(text: string, turn: (line: string) => string): Mapped[] {
  return rewriteLines(text, (line) => (isWrittenIn(REVERSED, line) ? { text: turn(line), aligned: false } : null));
}

function reverseWords(line: string): string {
  return line.replace(/[\p{L}\p{N}]+/gu, reverse);
}

function reverse(text: string): string {
  return Array.from(text).reverse().join("");
}

/** Letters and their stand-ins side by side, twice in a row of words. */
const LEET_MIX =
  /[A-Za-z][0134579@$!|€][^\n]{1,200}(?:[A-Za-z][0134579@$!|€]|[0134579@$!|€][A-Za-z])|[0134579@$!|€][A-Za-z]/;
const LEET_WORD =
  /(?<![A-Za-z0-9@$!|+€])(?=[A-Za-z0-9@$!|+€]{0,30}[A-Za-z])(?=[A-Za-z]{0,30}[0-9@$!|+€])[A-Za-z0-9@$!|+€]{2,31}/g;
const LEET_LETTERS: Readonly<Record<string, string>> = {
  "0": "o",
  "2": "z",
  "3": "e",
  "4": "a",
  "5": "s",
  "6": "g",
  "7": "t",
  "8": "b",
  "9": "g",
  "@": "a",
  $: "s",
  "!": "i",
  "|": "l",
  "+": "t",
  "€": "e",
};
const LEET_VOWEL = /[aeiou0134@€]/i;

function readLeet(line: string): Rewritten | null {
  const plain = line.replace(LEET_WORD, unleet);
  if (plain === line) return null;
  const gained = countCommonWords(plain.toLowerCase()) - countCommonWords(line.toLowerCase());
  return gained >= 2 ? { text: plain, aligned: plain.length === line.length } : null;
}

function unleet(word: string): string {
  return Array.from(word, (char, index) => {
    if (char !== "1") return LEET_LETTERS[char] ?? char;
    const [before, after] = [word.charAt(index - 1), word.charAt(index + 1)];
    const doubled = index > 0 && (before === "1" || after === "1");
    const between = LEET_VOWEL.test(before) && (after === "" || (LEET_VOWEL.test(after) && !/[o0]/i.test(after)));
    return doubled || between ? "l" : "i";
  }).join("");
}

const SPACED = /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[\s._\-*|/~,;:!?'’"()]{1,5}[\p{L}\p{N}]){5,}(?![\p{L}\p{N}])/gu;
const SPACED_LETTER = /([\p{L}\p{N}])([^\p{L}\p{N}]*)/gu;

/** Nobody hides a request in more letters than this without a gap between any two words. */
const MAX_UNSPACED = 2_000;
const PUNCTUATION = /[,;:!?()"]/;

interface SpacedLetter {
  letter: string;
  /** What stands between it and the next letter. */
  gap: string;
}

/** Letters set apart: an unusual gap ends a word; without any, a word list finds the ends. */
function joinLetters(text: string): Mapped[] {
  if (!hasLoneLetters(text)) return [];
  const builder = new MapBuilder(text);
  let found = false;
  for (const match of text.matchAll(SPACED)) {
    const letters = Array.from(match[0].matchAll(SPACED_LETTER), ([, letter = "", gap = ""]) => ({ letter, gap }));
    const ends = wordEnds(letters);
    if (ends === null) continue;
    builder.copyTo(match.index);
    writeJoined(builder, letters, ends, match.index);
    found = true;
  }
  if (!found) return [];
  builder.copyTo(text.length);
  return [builder.build()];
}

const LONE_LETTERS = 6;

/** Six letters or digits in a row, none of which touches another. */
function hasLoneLetters(text: string): boolean {
  let lone = 0;
  let length = 0;
  for (let index = 0; index <= text.length; index += 1) {
    if (isWordUnit(text.charCodeAt(index))) length += 1;
    else if (length > 0) {
      lone = length === 1 ? lone + 1 : 0;
      if (lone >= LONE_LETTERS) return true;
      length = 0;
    }
  }
  return false;
}

/** Letters and digits of any script, roughly: what counts is that separators are not among them. */
function isWordUnit(code: number): boolean {
  if (code < 0x80) return isLetter(code) || (code >= 48 && code <= 57);
  return code >= 0xc0 && !(code >= 0x2000 && code <= 0x206f) && !(code >= 0x3000 && code <= 0x303f);
}

function writeJoined(builder: MapBuilder, letters: SpacedLetter[], ends: ReadonlySet<number>, start: number): void {
  let at = start;
  letters.forEach(({ letter, gap }, index) => {
    builder.replace(letter, at, at + letter.length, true);
    at += letter.length;
    if (ends.has(index)) builder.replace(`${gap.match(PUNCTUATION)?.[0] ?? ""} `, at, at + gap.length);
    at += gap.length;
  });
}

/** Indexes of the letters that end a word; null when the letters make no words. */
function wordEnds(letters: SpacedLetter[]): ReadonlySet<number> | null {
  const gaps = letters.slice(0, -1).map(({ gap }) => gap);
  const usual = mostFrequent(gaps);
  const wide = new Set(gaps.flatMap((gap, index) => (gap === usual ? [] : [index])));
  const joined = letters
    .map(({ letter }, index) => letter + (wide.has(index) ? " " : ""))
    .join("")
    .toLowerCase();
  if (wide.size > 0 && (countCommonWords(joined, 2) >= 1 || isWordSized(letters.length, wide.size))) return wide;
  const words = letters.length > MAX_UNSPACED ? null : segmentWords(joined.replaceAll(" ", ""));
  if (words === null || countCommonWords(words.join(" ")) === 0) return null;
  let end = -1;
  return new Set(
    words.slice(0, -1).map((word) => {
      end += word.length;
      return end;
    }),
  );
}

/** Gaps that cut a longer text into pieces as long as the words of any alphabet. */
function isWordSized(letters: number, gaps: number): boolean {
  const average = letters / (gaps + 1);
  return letters >= 12 && average >= 2.5 && average <= 12;
}

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), ["", 0])[0];
}
