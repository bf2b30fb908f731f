/**
 * He and she become they, with the verb, the possessive and the reflexive in agreement. A pronoun keeps its
 * gender when the text names a person of that gender, unless `everywhere` is asked for.
 */
import { words } from "#lib/guards/bias/lexicon/phrases";
import { agreement, verbAfter } from "#lib/guards/bias/neutral/agreement";
import { Antecedents } from "#lib/guards/bias/neutral/antecedent";
import { editOf, type TextEdit, type Word } from "#lib/guards/bias/neutral/edit";
import { contraction } from "#lib/guards/bias/neutral/verbs";
import { plainWord, scanWords } from "#lib/guards/bias/tokens";
import type { Span } from "#lib/guards/text/mapped";

const WORDS = { digits: false, joiners: "'’" };
const PRONOUNS = new Set(words("he she him her his hers himself herself he's she's he'll she'll he'd she'd"));
const PAIRED: readonly (readonly [RegExp, string])[] = [
  [/\b(?:he or she|she or he|he\/she|she\/he|s\/he|\(s\)he)(?![\p{L}'’])/giu, "they"],
  [/\b(?:him or her|her or him|him\/her|her\/him)(?![\p{L}/])/giu, "them"],
  [/\b(?:his or her|her or his|his\/her|her\/his)(?![\p{L}/])/giu, "their"],
  [/\b(?:his or hers|his\/hers)(?![\p{L}/])/giu, "theirs"],
  [/\b(?:himself or herself|herself or himself|himself\/herself|him- or herself)(?![\p{L}/])/giu, "themselves"],
];
const REASON = "Does not assume a gender.";

export function pronounEdits(text: string, everywhere: boolean): TextEdit[] {
  const read = scanWords(text, WORDS).map((span) => wordOf(text, span));
  if (!read.some((word) => PRONOUNS.has(word.lower))) return [];
  const paired = read.some((_, index) => closesPair(read, index)) ? pairedPronouns(text) : [];
  const edits = paired.flatMap((edit) => [edit, ...verbAfter(text, read, firstAfter(read, edit.end), edit.to)]);
  const covered = coveredBy(paired, read);
  const antecedents = new Antecedents(text);
  for (const [index, word] of read.entries()) {
    const to = covered.has(index) ? null : replacement(text, read, index);
    if (to !== null && (everywhere || !antecedents.hasGender(word))) {
      edits.push(editOf(word, to, REASON));
      if (to === "they") edits.push(...agreement(text, read, index));
    }
    antecedents.read(word, read[index - 1]);
  }
  return edits;
}

function wordOf(text: string, { start, end }: Span): Word {
  const word = text.slice(start, end);
  return { text: word, lower: plainWord(word), start, end };
}

/** "he or she", "his/her", "s/he", "(s)he", "him- or herself" may end here. */
function closesPair(read: readonly Word[], index: number): boolean {
  if (!PRONOUNS.has(read[index]?.lower ?? "")) return false;
  const before = read[index - 1]?.lower ?? "";
  const first = before === "or" ? (read[index - 2]?.lower ?? "") : before;
  return first === "s" || PRONOUNS.has(first);
}

/** The words that stand inside a pair: rewritten with it, not by themselves. */
function coveredBy(paired: readonly TextEdit[], read: readonly Word[]): Set<number> {
  const covered = new Set<number>();
  for (const { start, end } of paired)
    for (let at = firstAfter(read, start); (read[at]?.end ?? end + 1) <= end; at += 1) covered.add(at);
  return covered;
}

function pairedPronouns(text: string): TextEdit[] {
  return PAIRED.flatMap(([pattern, to]) =>
    Array.from(text.matchAll(pattern), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      from: match[0],
      to: /^[HS]/.test(match[0]) && match[0] !== match[0].toUpperCase() ? to.charAt(0).toUpperCase() + to.slice(1) : to,
      reason: REASON,
    })),
  );
}

function firstAfter(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function replacement(text: string, words: readonly Word[], index: number): string | null {
  const word = words[index]?.lower ?? "";
  const next = words[index + 1];
  switch (word) {
    case "he":
    case "she":
      return "they";
    case "him":
      return "them";
    case "himself":
    case "herself":
      return "themselves";
    case "hers":
      return "theirs";
    case "his":
      return isPossessive(text, words, index) ? "their" : "theirs";
    case "her":
      return isPossessive(text, words, index) ? "their" : "them";
    case "he's":
    case "she's":
      return contraction(next?.lower ?? "");
    case "he'll":
    case "she'll":
      return "they'll";
    case "he'd":
    case "she'd":
      return "they'd";
    default:
      return null;
  }
}

/** Words that cannot open a noun phrase: "her" before one of them is an object, "his" stands alone. */
const NOT_A_NOUN = new Set(
  `to that about when while because if and or but the a an at in on of for from with by as is was were are be will would
  should could can may might must so than then before after until since who what which where how why this these those
  into onto over under through during without within against between up down out off back away again too very not
  never always yesterday today tomorrow tonight now soon later here there he she they it we you i him them us me
  upon until unless though although whether via per had has have did does do said`.split(/\s+/),
);
/** After these "her" may be followed by a bare verb: "helped her find". */
const CAUSATIVE = /^(?:let|lets|make|makes|made|help|helps|helped|saw|see|hear|heard|have|had|watch|watched)$/;
const BARE_VERBS = new Set(
  `find get go do make take give come see know think understand learn leave choose decide win lose pay eat feel speak
  talk walk run drive move stay become complete prepare finish apply grow improve navigate realize realise`.split(
    /\s+/,
  ),
);

function isPossessive(text: string, words: readonly Word[], index: number): boolean {
  const word = words[index];
  const next = words[index + 1];
  if (word === undefined || next === undefined || !/^[ \t\n]+["“']?$/.test(text.slice(word.end, next.start)))
    return false;
  if (NOT_A_NOUN.has(next.lower)) return next.lower === "back" && word.lower === "his";
  return !(CAUSATIVE.test(words[index - 1]?.lower ?? "") && BARE_VERBS.has(next.lower));
}
