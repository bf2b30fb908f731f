/** What a claim and its sources have in common, and what they have not, as numbers a linear model can weigh. */

import { OPPOSITES } from "#lib/guards/trust/grounding/opposites";
import { closest, type SourceIndex, type SourceSentence, weightOf } from "#lib/guards/trust/grounding/source-index";
import { type Term, termsOf } from "#lib/guards/trust/grounding/terms";

/** Order of the weights in weights.json. All are 0 when nothing speaks against the claim. */
export const FEATURES = [
  "missing_best",
  "missing_near",
  "missing_anywhere",
  "missing_new",
  "missing_count",
  "number_missing",
  "number_elsewhere",
  "name_missing",
  "name_elsewhere",
  "negation_differs",
  "opposite",
  "quantifier_added",
  "bigrams_missing",
  "substituted",
  "run_broken",
  "function_words_missing",
  "first_person",
  "opinion",
  "nothing_to_compare",
] as const;
export type FeatureName = (typeof FEATURES)[number];

export interface Comparison {
  features: Record<FeatureName, number>;
  /** The source sentence closest to the claim. */
  best: SourceSentence | null;
}

const NEAR = 3;
const NO_STEMS: ReadonlySet<string> = new Set();
const NEGATION =
  /\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without|unable|fail(?:s|ed)? to|\w{2,7}n['’]t|\w{2,7} n['’]t)\b/i;
const CLAUSE = /[,;:]\s|\s(?:but|while|although|though|whereas|however|because|and)\s/i;
const QUANTIFIER = /\b(?:all|every|always|never|only|none|most|entirely|completely|exclusively|solely|both|each)\b/gi;
const FIRST_PERSON = /\b(?:i|my|me|we|our|i['’]\w+)\b/gi;
const OPINION =
  /\b(?:think|guess|believe|love|like to|favou?rite|awesome|amazing|cool|interesting|wow|great|hope|wonder|maybe|probably|definitely|pretty|really|sure|glad|enjoy\w*|fun)\b/gi;

/** @param question what the claim answers; its words prove nothing */
export function compareClaim(claim: string, index: SourceIndex, question: string): Comparison {
  const terms = termsOf(claim);
  const content = terms.filter((term) => term.kind !== "function");
  const asked = new Set(termsOf(question).map((term) => term.stem));
  const near = closest(index, content, NEAR);
  const best = near[0] ?? null;
  const bestStems = best?.stems ?? NO_STEMS;
  const nearStems = { has: (stem: string) => near.some((sentence) => sentence.stems.has(stem)) };
  const isAnywhere = (term: Term) => index.postings.has(term.stem);
  const missing = (kept: (term: Term) => boolean, among = content) => missingWeight(index, among, kept);
  const fresh = content.filter((term) => !asked.has(term.stem));
  const numbers = content.filter((term) => term.kind === "number");
  const names = content.filter((term) => term.kind === "name");
  const elsewhere = (among: Term[]) => share(among, (term) => isAnywhere(term) && !nearStems.has(term.stem));
  const words = Math.max(terms.length, 1);
  return {
    best,
    features: {
      missing_best: missing((term) => bestStems.has(term.stem)),
      missing_near: missing((term) => nearStems.has(term.stem)),
      missing_anywhere: missing(isAnywhere),
      missing_new: missing((term) => nearStems.has(term.stem), fresh),
      missing_count: Math.log1p(content.filter((term) => !nearStems.has(term.stem)).length),
      number_missing: share(numbers, (term) => !isAnywhere(term)),
      number_elsewhere: elsewhere(numbers),
      name_missing: share(names, (term) => !isAnywhere(term)),
      name_elsewhere: elsewhere(names),
      negation_differs: best !== null && NEGATION.test(claim) !== NEGATION.test(closestClause(best, terms)) ? 1 : 0,
      opposite: hasOpposite(terms, bestStems) ? 1 : 0,
      quantifier_added: addedQuantifiers(claim, near),
      bigrams_missing: missingBigrams(content, near),
      substituted: hasSubstitution(content, near) ? 1 : 0,
      run_broken: 1 - longestRun(terms, best) / words,
      function_words_missing: share(
        terms.filter((term) => term.kind === "function"),
        (term) => !nearStems.has(term.stem),
      ),
      first_person: Math.min(1, count(claim, FIRST_PERSON) / 2),
      opinion: Math.min(1, count(claim, OPINION) / 2),
      nothing_to_compare: content.length === 0 || best === null ? 1 : 0,
    },
  };
}

function missingWeight(index: SourceIndex, terms: readonly Term[], isKept: (term: Term) => boolean): number {
  let [total, lost] = [0, 0];
  for (const term of terms) {
    const weight = weightOf(index, term);
    total += weight;
    if (!isKept(term)) lost += weight;
  }
  return total === 0 ? 0 : lost / total;
}

function share(terms: readonly Term[], test: (term: Term) => boolean): number {
  return terms.length === 0 ? 0 : terms.filter(test).length / terms.length;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** The part of a sentence the claim is about: "it may bark, but it does not bite" denies only the second half. */
function closestClause(sentence: SourceSentence, terms: readonly Term[]): string {
  const clauses = sentence.text.split(CLAUSE);
  if (clauses.length < 2) return sentence.text;
  const wanted = new Set(terms.filter((term) => term.kind !== "function").map((term) => term.stem));
  const overlaps = clauses.map((clause) => termsOf(clause).filter((term) => wanted.has(term.stem)).length);
  return clauses[overlaps.indexOf(Math.max(...overlaps))] ?? sentence.text;
}

function hasOpposite(terms: readonly Term[], source: ReadonlySet<string>): boolean {
  return terms.some(({ stem }) => {
    const opposites = source.has(stem) ? undefined : OPPOSITES.get(stem);
    return opposites?.some((other) => source.has(other)) ?? false;
  });
}

function addedQuantifiers(claim: string, near: readonly SourceSentence[]): number {
  const used = claim.toLowerCase().match(QUANTIFIER) ?? [];
  return used.some((word) => !near.some((sentence) => sentence.stems.has(word))) ? 1 : 0;
}

/** Neighbouring content words of the claim that stand nowhere close together in the source. */
function missingBigrams(content: readonly Term[], near: readonly SourceSentence[]): number {
  if (content.length < 2) return 0;
  const places = near.map(placesOf);
  const kept = content.slice(1).filter((term, at) => {
    const before = content[at]?.stem ?? "";
    return places.some((place) => {
      const [one, two] = [place.get(before), place.get(term.stem)];
      return one?.some((first) => two?.some((second) => first !== second && Math.abs(first - second) <= 3)) ?? false;
    });
  });
  return 1 - kept.length / (content.length - 1);
}

/** An unknown word between two known ones that stand just as far apart in the source: one fact exchanged. */
function hasSubstitution(content: readonly Term[], near: readonly SourceSentence[]): boolean {
  const isKnown = (term: Term | undefined) =>
    near.some((sentence) => term !== undefined && sentence.stems.has(term.stem));
  const gaps = content.flatMap((term, at) => {
    const [before, after] = [content[at - 1], content[at + 1]];
    if (term.kind !== "content" || isKnown(term) || before === undefined || !isKnown(before)) return [];
    return [{ before: before.stem, after: isKnown(after) ? after?.stem : undefined }];
  });
  if (gaps.length === 0) return false;
  return near.map(placesOf).some((places) =>
    gaps.some(({ before, after }) => {
      const [one, two] = [places.get(before), after === undefined ? undefined : places.get(after)];
      return one?.some((first) => two?.some((second) => second - first === 2)) ?? false;
    }),
  );
}

/** Where each content stem stands among the content words of a sentence; the first few places are enough. */
function placesOf(sentence: SourceSentence): Map<string, number[]> {
  const places = new Map<string, number[]>();
  let at = 0;
  for (const { stem, kind } of sentence.terms) {
    if (kind === "function") continue;
    const known = places.get(stem);
    if (known === undefined) places.set(stem, [at]);
    else if (known.length < 4) known.push(at);
    at += 1;
  }
  return places;
}

/** Longest stretch of words both texts share, in words. */
function longestRun(terms: readonly Term[], best: SourceSentence | null): number {
  let previous: number[] = [];
  let longest = 0;
  for (const term of terms.slice(0, 120)) {
    const current: number[] = [];
    for (const [at, other] of (best?.terms ?? []).slice(0, 200).entries()) {
      const run = term.stem === other.stem ? (previous[at - 1] ?? 0) + 1 : 0;
      current.push(run);
      longest = Math.max(longest, run);
    }
    previous = current;
  }
  return longest;
}
