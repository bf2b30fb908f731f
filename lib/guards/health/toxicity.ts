/**
 * Toxicity by kind. Words alone say how coarse a text is; hate, harassment and violence also need a target.
 * Dialect and reclaimed words count as swearing at most: posts by Black authors are labelled toxic far too
 * often by systems that learn from words alone.
 */
import {
  AMBIGUOUS_SLURS,
  CLINICAL,
  HATE_SLURS,
  INSULTS,
  PROFANITY_MILD,
  PROFANITY_STRONG,
  RECLAIMED,
  SEXUAL,
  setOf,
  VIOLENT_VERBS,
} from "#lib/guards/health/lexicon";
import type { ToxicityCategory } from "#lib/guards/health/schema";
import { isSpokenOf, type Term, termsOf } from "#lib/guards/health/terms";
import { type Judgement, judgeOf } from "#lib/guards/health/toxicity-model";

export interface ToxicHit {
  category: ToxicityCategory;
  score: number;
  start: number;
  end: number;
}

const SLURS = setOf(HATE_SLURS);
const AMBIGUOUS = setOf(AMBIGUOUS_SLURS);
const RECLAIMED_WORDS = setOf(RECLAIMED);
const STRONG = setOf(PROFANITY_STRONG);
const MILD = setOf(PROFANITY_MILD);
const INSULT = setOf(INSULTS);
const SEX = setOf(SEXUAL);
const VIOLENT = setOf(VIOLENT_VERBS);

const GROUPS =
  /^(?:women|men|girls|blacks?|whites?|asians?|jews?|jewish|muslims?|christians?|mexicans?|immigrants?|refugees|migrants|gays?|lesbians?|trans|arabs?|africans?|indians?|chinese|hispanics?|latinos?|foreigners|homosexuals|disabled|females|feminists|liberals|conservatives)$/;
const DEMEANED =
  /^(?:scum|vermin|filth|filthy|dirty|subhuman|animals|savages|parasites|rats|cockroaches|trash|disgusting|inferior|plague|disease|criminals|terrorists|apes|monkeys|pigs|ruin|ruining|invading|exterminated|deported|killed|shot|gassed|hanged|lynched|dead|die)$/;
const HATE_VERB = /^(?:hate|despise|loathe|detest|kill|exterminate|deport|gas|lynch|hang|shoot|burn)$/;
const YOU = /^(?:you|you're|youre|ur|u|your|ya|yall|y'all)$/;
const TARGET = /^(?:you|u|him|her|them|ya|everyone|everybody|those|these|all|every)$/;
const WILL =
  /^(?:will|gonna|going|'ll|i'll|we'll|imma|ima|should|must|deserve|deserves|let's|lets|want|wanna|hope|somebody|someone)$/;

/** @returns all hits, quoted and reported ones already weakened. */
export function findToxicity(text: string): ToxicHit[] {
  const terms = termsOf(text);
  const clinical = CLINICAL.test(text);
  const judge = judgeOf(terms);
  const hits: ToxicHit[] = [];
  for (const [index, term] of terms.entries()) {
    if (!isTelling(term.word)) continue;
    const weight = isSpokenOf(text, term) ? 0.3 : 1;
    const found = readings(terms, index, clinical).filter(([, score]) => score > 0);
    const isAmongAbuse = nearby(terms, index).some(isCoarse);
    if (found.length === 0 && !(isAmongAbuse && GROUPS.test(term.word))) continue;
    for (const [category, score] of weighed(found, term.word, isAmongAbuse, judge(index)))
      hits.push({ category, score: score * weight, start: term.start, end: term.end });
  }
  return hits;
}

/** From here on the model takes a stretch that names a group among abuse for hateful. */
const HATEFUL = 0.55;

/** Words alone count as much as the text around them is toxic; abuse beside them and structure speak for themselves. */
function weighed(
  found: readonly Reading[],
  word: string,
  isAmongAbuse: boolean,
  { toxic, hate }: Judgement,
): Reading[] {
  const support = Math.min(1, 2 * toxic);
  const readings = found.map(([category, score]): Reading => {
    if (category === "profanity" || category === "sexual") return [category, score * support];
    if (category === "harassment" && score <= WORD_ALONE) return [category, score * support];
    if (category !== "hate" || !SLURS.has(word) || isAmongAbuse) return [category, score];
    return [category, AMBIGUOUS.has(word) ? score * 0.5 : score * Math.max(0.5, support)];
  });
  return isAmongAbuse && GROUPS.test(word) && hate >= HATEFUL ? [...readings, ["hate", hate * 0.9]] : readings;
}

const COMPANY = 6;

function nearby(terms: readonly Term[], index: number): Term[] {
  return [...terms.slice(Math.max(0, index - COMPANY), index), ...terms.slice(index + 1, index + 1 + COMPANY)];
}

function isCoarse({ word }: Term): boolean {
  return DEMEANED.test(word) || INSULT.has(word) || SLURS.has(word) || (STRONG.has(word) && !RECLAIMED_WORDS.has(word));
}

/** Strongest reading of an insult that nobody is addressed with. */
const WORD_ALONE = 0.5;

const WORDS = new Set([...SLURS, ...STRONG, ...MILD, ...INSULT, ...SEX, ...VIOLENT, "kys", "shut", "go", "rot"]);

function isTelling(word: string): boolean {
  return WORDS.has(word) || GROUPS.test(word);
}

type Reading = readonly [ToxicityCategory, number];

function readings(terms: readonly Term[], index: number, clinical: boolean): Reading[] {
  const word = terms[index]?.word ?? "";
  const near = (from: number, to: number) => terms.slice(Math.max(0, index + from), index + to + 1);
  return [
    ["profanity", STRONG.has(word) ? 0.75 : MILD.has(word) ? 0.3 : 0],
    ["hate", hateScore(word, near(-4, 5))],
    ["harassment", INSULT.has(word) ? insultScore(word, near(-4, -1), near(1, 2)) : abuseScore(word, near(1, 3))],
    ["violence", VIOLENT.has(word) ? violenceScore(near(-5, -1), near(1, 3)) : 0],
    ["sexual", SEX.has(word) ? sexualScore(word, near(-3, 3), clinical) : 0],
  ];
}

function hateScore(word: string, around: readonly Term[]): number {
  if (SLURS.has(word)) return around.some((term) => /^(?:i'm|im|we're|myself|proud)$/.test(term.word)) ? 0.4 : 0.85;
  if (!GROUPS.test(word)) return 0;
  const demeaned = around.filter((term) => DEMEANED.test(term.word) && !/^(?:dead|die|killed|shot)$/.test(term.word));
  if (demeaned.length > 0 && around.some((term) => /^(?:are|all|these|those|fucking|dirty|filthy|is)$/.test(term.word)))
    return 0.8;
  return around.some((term) => HATE_VERB.test(term.word)) &&
    around.some((term) => /^(?:i|we|all|every|must|should)$/.test(term.word))
    ? 0.75
    : 0;
}

/** An insult needs somebody: "you idiot", "what an idiot" is weaker, "an idiot-proof guide" is nothing. */
function insultScore(word: string, before: readonly Term[], after: readonly Term[]): number {
  const addressed = before.some((term) => YOU.test(term.word)) || after[0]?.word === "you";
  const negated = before.some((term) => /^(?:not|never|isn't|aren't|don't|if|no|n't)$/.test(term.word));
  if (negated) return 0;
  if (addressed && FIGURATIVE.test(word)) return isSaidOf(before) ? 0.6 : 0.15;
  if (addressed) return 0.75;
  const thirdPerson = before.some((term) =>
    /^(?:he|he's|she|she's|they|they're|his|her|that|this|these|those|such)$/.test(term.word),
  );
  const coarse = STRONG.has(word) && !RECLAIMED_WORDS.has(word);
  return coarse ? 0.5 : thirdPerson ? 0.4 : 0.15;
}

/** Also said of things, food and games. */
const FIGURATIVE =
  /^(?:fat|ugly|piece|waste|nobody|joke|useless|failure|stupid|dumb|trash|garbage|disgusting|rat|snake|bum|pig|pigs|embarrassment|disgrace|clown|fool|fools|suck|ignorant|ridiculous)$/;

/** "you are …", with at most two words between. */
function isSaidOf(before: readonly Term[]): boolean {
  const near = before.slice(-3).map((term) => term.word);
  return (
    near.some(
      (word, at) =>
        /^(?:you're|youre|ur)$/.test(word) || (/^(?:you|u|ya)$/.test(word) && /^(?:are|r)$/.test(near[at + 1] ?? "")),
    ) || YOU.test(near.at(-1) ?? "")
  );
}

/** "shut up", "fuck you", "go to hell", "kill yourself". */
function abuseScore(word: string, after: readonly Term[]): number {
  const [first = "", second = "", third = ""] = after.map((term) => term.word);
  if (/^(?:fuck|screw|damn)$/.test(word) && /^(?:you|u|off|ya)$/.test(first)) return 0.8;
  if (word === "kill" && /^(?:yourself|urself|yourselves)$/.test(first)) return 0.95;
  if (word === "kys") return 0.9;
  if (word === "shut" && (first === "up" || (first === "the" && /^(?:fuck|hell)$/.test(second) && third === "up")))
    return 0.45;
  if (/^(?:go|burn|rot)$/.test(word) && (first === "die" || (/^(?:to|in)$/.test(first) && second === "hell")))
    return 0.7;
  return 0;
}

/** A threat has a will and a victim; "kill the process" and "shoot a film" have neither. */
function violenceScore(before: readonly Term[], after: readonly Term[]): number {
  const victim = after[0] !== undefined && TARGET.test(after[0].word);
  const group = after.some((term) => GROUPS.test(term.word));
  const will = before.some((term) => WILL.test(term.word));
  if ((victim || group) && will) return 0.85;
  if (group && before.length === 0) return 0.8;
  return victim && before.length === 0 ? 0.55 : 0;
}

function sexualScore(word: string, around: readonly Term[], clinical: boolean): number {
  if (clinical) return 0;
  const alone = /^(?:naked|nude|fetish|escort|dick|cock|slut|whore|hardcore|erection|thot|stripper|strippers)$/.test(
    word,
  );
  const acts = around.filter(
    (term) => SEX.has(term.word) || /^(?:fuck|fucking|suck|sucking|lick|ride|sex)$/.test(term.word),
  );
  return acts.length > 1 ? 0.75 : alone ? 0.25 : 0.5;
}
