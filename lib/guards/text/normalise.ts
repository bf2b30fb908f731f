/**
 * One plain spelling for every disguise: compatibility forms (NFKC), lookalike letters, invisible characters,
 * piled-up accents. Ordinary writing in any script comes out as it went in.
 */
import { CONFUSABLES } from "#lib/guards/text/confusables";
import { findInvisible, type InvisibleRun } from "#lib/guards/text/invisible";
import { compose, identity, MapBuilder, type Mapped } from "#lib/guards/text/mapped";

export type { Mapped } from "#lib/guards/text/mapped";

const NOT_ASCII = /[^\0-\x7f]/;

export function normalise(text: string): Mapped {
  if (!NOT_ASCII.test(text)) return identity(text);
  const revealed = reveal(text);
  const folded = foldForms(revealed.text);
  const latin = foldLookalikes(folded.text);
  return compose(compose(revealed, folded), latin);
}

/** Removes what is invisible and puts smuggled text in its place. */
function reveal(text: string): Mapped {
  const runs = findInvisible(text).filter((run) => !run.ordinary);
  if (runs.length === 0) return identity(text);
  const builder = new MapBuilder(text);
  for (const run of runs) {
    builder.copyTo(run.start);
    builder.replace(revealedText(run), run.start, run.end);
  }
  builder.copyTo(text.length);
  return builder.build();
}

/** A hidden sentence must not melt into the word before it; a hidden letter inside a word must. */
function revealedText(run: InvisibleRun): string {
  if (run.decoded === null) return "";
  return run.count >= 4 ? ` ${run.decoded} ` : run.decoded;
}

/** A Latin letter with its combining marks, a styled or compatibility character, or an enclosed letter. */
const FOLDABLE =
  /([\p{Script=Latin}])([\p{Mn}\p{Me}]+)|[\u{1F150}-\u{1F169}]|(?:[\u{1F170}-\u{1F189}]){3,}|[\u00AA\u00B2-\u00BA\u2000-\u200A\u202F\u205F\u2070-\u209C\u2100-\u218B\u2460-\u24EA\u3000\u3200-\u33FF\uFB00-\uFB06\uFB13-\uFB4F\uFB50-\uFDFF\uFE10-\uFE6B\uFE70-\uFEFC\uFF01-\uFFEE\u{1D400}-\u{1D7FF}\u{1F100}-\u{1F14F}]/gu;
const PICTOGRAPH = /^\p{Extended_Pictographic}$/u;
const WIDE_PUNCTUATION = /^[\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65\u3000]$/;
const ASCII_OR_WIDE = /[A-Za-z0-9\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/;

function foldForms(text: string): Mapped {
  const builder = new MapBuilder(text);
  for (const match of text.matchAll(FOLDABLE)) {
    const plain = plainForm(match, text);
    if (plain === match[0]) continue;
    builder.copyTo(match.index);
    builder.replace(plain, match.index, match.index + match[0].length);
  }
  builder.copyTo(text.length);
  return builder.build();
}

function plainForm(match: RegExpExecArray, text: string): string {
  const [raw, letter, marks] = match;
  if (letter !== undefined && marks !== undefined) return withSpellingMarks(letter, marks);
  if (raw.length > 2 || /^[\u{1F150}-\u{1F169}]$/u.test(raw)) return Array.from(raw, enclosedLetter).join("");
  if (PICTOGRAPH.test(raw)) return raw;
  if (WIDE_PUNCTUATION.test(raw) && !besideLatin(text, match.index)) return raw;
  return raw.normalize("NFKC");
}

/** Keeps marks that spell a letter of some alphabet (é, ệ), drops those that only decorate it. */
function withSpellingMarks(letter: string, marks: string): string {
  let composed = letter;
  for (const mark of marks) {
    const next = (composed + mark).normalize("NFC");
    if (Array.from(next).length === 1) composed = next;
  }
  return composed;
}

function enclosedLetter(point: string): string {
  const code = point.codePointAt(0) ?? 0;
  return String.fromCharCode(0x41 + (code - (code >= 0x1f170 ? 0x1f170 : 0x1f150)));
}

/** Full-width punctuation is ordinary in Chinese and Japanese, a disguise between Latin letters. */
function besideLatin(text: string, index: number): boolean {
  return ASCII_OR_WIDE.test(text.charAt(index - 1)) && ASCII_OR_WIDE.test(text.charAt(index + 1));
}

const LOOKALIKE = new RegExp(`[${[...CONFUSABLES.keys()].join("")}]`);
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const LATIN_LETTER = /[A-Za-z]/;
const NATIVE_LETTER = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;

/**
 * Lookalikes become Latin in a word that mixes scripts, and in a word made of nothing but lookalikes when
 * the text around it is Latin. A Russian, Greek or Armenian text is left alone.
 */
function foldLookalikes(text: string): Mapped {
  if (!LOOKALIKE.test(text)) return identity(text);
  const builder = new MapBuilder(text);
  const latinText = isMostlyLatin(text);
  for (const match of text.matchAll(WORD)) {
    if (!LOOKALIKE.test(match[0]) || !isDisguised(match[0], latinText)) continue;
    builder.copyTo(match.index);
    const plain = Array.from(match[0], (letter) => CONFUSABLES.get(letter) ?? letter).join("");
    builder.replace(plain, match.index, match.index + match[0].length, plain.length === match[0].length);
  }
  builder.copyTo(text.length);
  return builder.build();
}

function isDisguised(word: string, latinText: boolean): boolean {
  if (LATIN_LETTER.test(word) || !NATIVE_LETTER.test(word)) return true;
  return latinText && Array.from(word).every((letter) => CONFUSABLES.has(letter));
}

function isMostlyLatin(text: string): boolean {
  let latin = 0;
  let native = 0;
  for (const match of text.matchAll(WORD)) {
    if (!NATIVE_LETTER.test(match[0])) latin += LATIN_LETTER.test(match[0]) ? 1 : 0;
    else if (!Array.from(match[0]).every((letter) => CONFUSABLES.has(letter) || LATIN_LETTER.test(letter))) native += 1;
  }
  return latin > native;
}
