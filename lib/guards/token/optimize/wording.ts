/** Replaces and drops phrases in English prose, looked up by their first word: linear in the text. */
import type { Phrase } from "#lib/guards/token/optimize/phrases";

export interface Wording {
  text: string;
  techniques: Set<string>;
}
export type Rewrite = (text: string) => Wording;

const WORD = /[A-Za-z]+(?:['’][A-Za-z]+)*/g;
const ENGLISH = new Set(
  "the and to of in is that it for you with are this on be as have not what was were by from an at or his has which".split(
    " ",
  ),
);
const MIN_ENGLISH_SHARE = 0.12;

/** Whether one in eight words is among the commonest English ones. Short requests need just one. */
export function isEnglish(text: string): boolean {
  const words = text.slice(0, 4_000).toLowerCase().match(WORD) ?? [];
  const common = words.filter((word) => ENGLISH.has(word)).length;
  const foreign = (text.slice(0, 4_000).match(/[^\s!-~‘’“”–—…•é]/g) ?? []).length;
  return common > 0 && common >= words.length * MIN_ENGLISH_SHARE && foreign < words.length * 0.1;
}

/** Phrases by first word, longest first. */
export function rewriter(phrases: readonly Phrase[]): Rewrite {
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const first = phrase.from.split(" ")[0] ?? "";
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.from.length - a.from.length);
  return (text) => rewrite(text, byFirst);
}

function rewrite(text: string, byFirst: Map<string, Phrase[]>): Wording {
  const techniques = new Set<string>();
  let edited = "";
  let last = 0;
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const phrase = phraseAt(text, match.index, byFirst.get(match[0].toLowerCase()));
    if (phrase === undefined) continue;
    if (phrase.to === phrase.from) {
      WORD.lastIndex = match.index + phrase.from.length;
      continue;
    }
    edited += text.slice(last, match.index);
    const end = match.index + phrase.from.length;
    const opening = /^[A-Z]/.test(match[0]) && opensSentence(edited);
    if (phrase.to === "") {
      ({ edited, last } = joinAround(edited, text, end));
      const next = text.charAt(last);
      if (opening && /[a-z]/.test(next)) {
        edited += next.toUpperCase();
        last++;
      }
    } else {
      edited += opening ? capitalised(phrase.to) : phrase.to;
      last = end;
    }
    techniques.add(phrase.technique);
    WORD.lastIndex = last;
  }
  return { text: edited + text.slice(last), techniques };
}

function phraseAt(text: string, at: number, phrases: Phrase[] | undefined): Phrase | undefined {
  if (phrases === undefined || (/[\w'’/@#$.-]/.test(text.charAt(at - 1)) && at > 0)) return undefined;
  return phrases.find((phrase) => {
    const end = at + phrase.from.length;
    const fits = text.slice(at, end).toLowerCase().replaceAll("’", "'") === phrase.from;
    return fits && /^(?:$|[\s,.;:!?)])/.test(text.slice(end, end + 1)) && !isPartOfName(text, at, end, phrase);
  });
}

/** `The Beatles`, `A Tale`: a capital mid-sentence belongs to a name, and so does an article before one. */
function isPartOfName(text: string, at: number, end: number, phrase: Phrase): boolean {
  const capital = /[A-Z]/.test(text.charAt(at)) && phrase.from !== "i think" && !phrase.from.startsWith("i ");
  if (!capital) return false;
  const midSentence = at > 1 && /[\p{L}\p{N},] $/u.test(text.slice(at - 2, at));
  return midSentence || (phrase.technique === "articles" && /^ \p{Lu}/u.test(text.slice(end, end + 2)));
}

function opensSentence(before: string): boolean {
  return /(?:^|[.!?\n])\s{0,10}$/.test(before.slice(-12));
}

/** A dropped phrase takes its comma and the space after it along, and a stop that has nothing left to end. */
function joinAround(before: string, text: string, end: number): { edited: string; last: number } {
  const gap = /^(?:,?[ \t]+|,)/.exec(text.slice(end, end + 4))?.[0].length ?? 0;
  const stop = /^[.!?]+[ \t]?/.exec(text.slice(end, end + 8))?.[0];
  if (stop === undefined) return { edited: before, last: end + gap };
  if (opensSentence(before)) return { edited: before, last: end + stop.length };
  return { edited: before.replace(/[, ]{1,4}$/, ""), last: end };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
