/** Whether a rewritten text still says what the original said: facts compared, style ignored. */
import { termsOf } from "#lib/guards/trust/grounding/terms";

export type MeaningKind = "number" | "name" | "negation" | "quantifier" | "url" | "content";
export interface LostMeaning {
  kind: MeaningKind;
  /** Free of the text itself. */
  description: string;
}
export interface MeaningVerdict {
  kept: boolean;
  /** 1 = everything compared is still there. */
  score: number;
  lost: LostMeaning[];
}

const URL = /https?:\/\/[^\s"'<>)\]]{1,500}|\bwww\.[^\s"'<>)\]]{1,300}/gi;
const NEGATION = /\b(?:not|never|no|none|nobody|nothing|neither|nor|cannot|without)\b|\b\w{2,7}n['’]t\b/gi;
const QUANTIFIERS: readonly (readonly [string, RegExp])[] = [
  ["all", /\b(?:all|every|each|always|everyone|everything)\b/gi],
  ["some", /\b(?:some|sometimes|several|a few|often|usually)\b/gi],
  ["most", /\b(?:most|mostly|the majority)\b/gi],
  ["only", /\b(?:only|solely|exclusively)\b/gi],
  ["at least", /\b(?:at least|minimum|no (?:less|fewer) than)\b/gi],
  ["at most", /\b(?:at most|maximum|no more than|up to)\b/gi],
];
const WEIGHTS: Record<MeaningKind, number> = {
  number: 0.3,
  name: 0.2,
  negation: 0.3,
  quantifier: 0.15,
  url: 0.25,
  content: 0.4,
};
/** Below this share of content words the rewrite says something else. */
const MIN_CONTENT = 0.3;

/** Compares numbers, names, negations, quantifiers, addresses and subject words as multisets. */
export function meaningKept(original: string, rewritten: string): MeaningVerdict {
  const lost = [
    ...lostOf("url", countMatches(original, URL), countMatches(rewritten, URL)),
    ...lostTerms(original.replace(URL, " "), rewritten.replace(URL, " ")),
    ...lostNegations(original, rewritten),
    ...lostQuantifiers(original, rewritten),
  ];
  const score = lost.reduce((left, { kind }) => left * (1 - WEIGHTS[kind]), 1);
  return { kept: lost.length === 0, score: Math.round(score * 10_000) / 10_000, lost };
}

type Counts = Map<string, number>;

function countMatches(text: string, pattern: RegExp): Counts {
  return tally(Array.from(text.matchAll(pattern), (match) => match[0].toLowerCase().replace(/[.,;:!?]+$/, "")));
}

function tally(words: readonly string[]): Counts {
  const counts: Counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** A distinct value that is gone, or that is new: both change the meaning. */
function lostOf(kind: MeaningKind, before: Counts, after: Counts): LostMeaning[] {
  const gone = [...before.keys()].filter((key) => !after.has(key)).length;
  const added = [...after.keys()].filter((key) => !before.has(key)).length;
  const lost: LostMeaning[] = [];
  if (gone > 0) lost.push({ kind, description: `${gone} of ${before.size} ${kind}s of the original are missing` });
  if (added > 0) lost.push({ kind, description: `${added} ${kind}s were not in the original` });
  return lost;
}

function lostTerms(original: string, rewritten: string): LostMeaning[] {
  const [before, after] = [termsOf(original), termsOf(rewritten)];
  const pick = (kinds: readonly string[], terms: typeof before) =>
    tally(terms.filter((term) => kinds.includes(term.kind)).map((term) => term.stem));
  const words = pick(["content", "name"], after);
  const names = [...pick(["name"], before).keys()];
  const goneNames = names.filter((name) => !words.has(name)).length;
  const subjects = [...pick(["content", "name"], before).keys()];
  const keptShare =
    subjects.length === 0 ? 1 : subjects.filter((subject) => words.has(subject)).length / subjects.length;
  return [
    ...lostOf("number", pick(["number"], before), pick(["number"], after)),
    ...(goneNames > 0
      ? [{ kind: "name" as const, description: `${goneNames} of ${names.length} names are missing` }]
      : []),
    ...(keptShare < MIN_CONTENT
      ? [{ kind: "content" as const, description: "Most of the subject words are missing" }]
      : []),
  ];
}

function lostNegations(original: string, rewritten: string): LostMeaning[] {
  const [before, after] = [original, rewritten].map((text) => text.match(NEGATION)?.length ?? 0);
  if (before === after || before === undefined || after === undefined) return [];
  const direction = after < before ? "lost" : "gained";
  return [{ kind: "negation", description: `${Math.abs(after - before)} negations were ${direction}` }];
}

function lostQuantifiers(original: string, rewritten: string): LostMeaning[] {
  return QUANTIFIERS.filter(
    ([, pattern]) => (original.match(pattern) === null) !== (rewritten.match(pattern) === null),
  ).map(([name]) => ({
    kind: "quantifier",
    description: `A quantifier of the kind "${name}" stands in only one of the texts`,
  }));
}
