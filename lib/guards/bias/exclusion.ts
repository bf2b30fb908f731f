/** Wording in job adverts, housing and rules that shuts a group out. */
import { GROUP_TERMS } from "#lib/guards/bias/lexicon/groups";
import { nounPairs, words } from "#lib/guards/bias/lexicon/phrases";
import type { BiasCategory } from "#lib/guards/bias/schema";
import { shapeOf } from "#lib/guards/bias/shape";
import type { Span } from "#lib/guards/text/mapped";
import { patternFinder } from "#lib/guards/text/match";
import type { Severity } from "#lib/guards/verdict";

export interface ExclusionHit {
  start: number;
  end: number;
  category: BiasCategory;
  score: number;
  severity: Severity;
  explanation: string;
}

interface Rule {
  /** Begins with one of the literals. What it captures as `before` or `after` must name a group. */
  pattern: RegExp;
  literals: readonly string[];
  /** Left out where it is that of the group matched. */
  category?: BiasCategory;
  score: number;
  severity: Severity;
  explanation: string;
  /** Counts only in a text that looks for somebody. */
  wanted?: boolean;
}

/** Somebody is sought: an advert for a job, a flat, a place. */
const WANTED = {
  value: "wanted" as const,
  pattern:
    /\b(?:hiring|vacanc(?:y|ies)|job|position|candidates?|applicants?|apply|applications?|recruit\w{0,5}|looking for|seeking|wanted|join our|we need|must (?:be|have)|tenants?|to rent|for rent|salary|cv|résumé|resume|interview)\b/iu,
  literals: words(
    "hiring vacanc job position candidate applicant apply application recruit looking seeking wanted join we must tenant to for salary cv resume interview",
  ),
  anchored: true,
};

const PEOPLE = "(?:people|applicants|candidates|workers)";
/** Every group by its plural, so that no group is shut out more easily than another. */
const PLURALS = new Set([
  ...GROUP_TERMS.flatMap(({ nouns }) => nounPairs(nouns).map(({ plural }) => plural)),
  ...GROUP_TERMS.flatMap(({ adjectives }) => words(adjectives)).flatMap((kind) =>
    ["people", "applicants", "candidates", "workers"].map((people) => `${kind} ${people}`),
  ),
]);
/** What may be the name of a group, behind a word or before one: looked up in {@link PLURALS}. */
const AFTER = `(?<after>[a-z-]{2,20}(?: ${PEOPLE})?)\\b`;
const BEFORE = "(?<before>(?:\\b[a-z-]{2,20} )?\\b[a-z-]{2,20}) ";
const FINITE = "(?:was|were|is|are|has|have|will|should|would|could|can)\\b";
const APPLY = "(?:need|may|should|can|will be|are|apply|candidates|applicants)\\b";

const ONE_ONLY = {
  score: 0.8,
  severity: "high" as const,
  explanation: "Opens a place to one group only.",
  wanted: true,
};
const NOT_TO_APPLY = {
  score: 0.9,
  severity: "high" as const,
  explanation: "Tells a group not to apply.",
};

const RULES: readonly Rule[] = [
  {
    pattern: new RegExp(`\\b(?:no|not suitable for|not open to|except) ${AFTER}(?! ${FINITE})`, "i"),
    literals: ["no ", "not suitable for ", "not open to ", "except "],
    score: 0.8,
    severity: "high",
    explanation: "Shuts a whole group out.",
    wanted: true,
  },
  { ...ONE_ONLY, pattern: new RegExp(`\\bonly\\b(?<=${BEFORE}only)`, "i"), literals: ["only"] },
  { ...ONE_ONLY, pattern: new RegExp(`\\bonly ${AFTER}(?= ${APPLY})`, "i"), literals: ["only "] },
  { ...ONE_ONLY, pattern: /\bcitizens by birth only\b/i, literals: ["citizens by birth"] },
  {
    ...NOT_TO_APPLY,
    pattern: new RegExp(`\\bneed not apply\\b(?<=${BEFORE}need not apply)`, "i"),
    literals: ["need not"],
  },
  { ...NOT_TO_APPLY, pattern: /\b(?:people|anyone) over \d\d need not apply\b/i, literals: ["people ", "anyone "] },
  {
    pattern:
      /\b(?:young(?:,? (?:and )?(?:energetic|dynamic|hungry|fresh|vibrant|ambitious|attractive)){1,2}|youthful|digital native|recent (?:college |university )?graduates? only|under (?:the age of )?[2-5]\d(?: only| years)?|no (?:one|applicants?|candidates?) over (?:the age of )?\d\d|aged? (?:between )?\d\d(?: ?(?:-|–|to|and) ?)[2-4]\d|age limit)\b/iu,
    literals: ["young", "digital native", "recent ", "under ", "no one ", "no applicant", "no candidate", "age"],
    category: "age",
    score: 0.65,
    severity: "medium",
    explanation: "Asks for an age instead of an ability.",
    wanted: true,
  },
  {
    pattern:
      /\b(?:native (?:english |german |french |spanish )?speakers?(?: only)|must be (?:a )?native (?:english )?speaker|mother[- ]tongue (?:english|german|french) only|no accents?|without (?:an )?accent|local candidates of [a-z]{3,20} origin)\b/iu,
    literals: ["native ", "must be ", "mother", "no accent", "without ", "local candidates "],
    category: "nationality",
    score: 0.6,
    severity: "medium",
    explanation: "Asks for an origin instead of a language level.",
    wanted: true,
  },
  {
    pattern:
      /\b(?:able[- ]bodied (?:men|people|applicants|candidates|persons?|only)|must be able[- ]bodied|no (?:disabilities|health (?:issues|problems)|wheelchairs?)|physically and mentally (?:fit|healthy) only|in perfect health)\b/iu,
    literals: [
      "able",
      "must be able",
      "no disabilities",
      "no health ",
      "no wheelchair",
      "physically and ",
      "in perfect health",
    ],
    category: "disability",
    score: 0.65,
    severity: "medium",
    explanation: "Shuts out disabled people without naming the task.",
    wanted: true,
  },
  {
    pattern:
      /\b(?:(?:attractive|good-looking|good looking|slim|pretty|handsome|well-built) (?:female|male|woman|man|girls?|ladies|lady|waitress(?:es)?|hostess(?:es)?|receptionists?|secretary|candidates?|applicants?)|attractive appearance)\b/iu,
    literals: ["attractive ", "good-looking ", "good looking ", "slim ", "pretty ", "handsome ", "well-built "],
    category: "appearance",
    score: 0.7,
    severity: "medium",
    explanation: "Asks for looks instead of an ability.",
    wanted: true,
  },
  {
    pattern:
      /\b(?:(?:is|are you|must be) (?:a )?(?:strong |hard-working )?(?:man|guy|girl|lady|gentleman) (?:who|to|with)|(?:female|male) (?:secretary|assistant|receptionist|nurse|driver|manager|engineer|candidates? preferred|applicants? preferred|preferred)|(?:he|she) (?:will|must|should) (?:report|be responsible|have|possess|manage|lead))\b/iu,
    literals: ["is ", "are you ", "must be ", "female ", "male ", "he ", "she "],
    score: 0.55,
    severity: "low",
    explanation: "Writes the role for one gender.",
    wanted: true,
  },
];

const find = patternFinder<Rule | "wanted">([
  WANTED,
  ...RULES.map((rule) => ({ value: rule, pattern: rule.pattern, literals: rule.literals, anchored: true })),
]);

/** @param isSought reads the text as an advert whatever it says. */
export function findExclusion(text: string, isSought = false): ExclusionHit[] {
  const found = find(text);
  const wanted = isSought || found.some(({ value }) => value === "wanted");
  const ends = new Map<Rule, number>();
  return found.flatMap(({ value: rule, match, start }) => {
    if (rule === "wanted" || (rule.wanted === true && !wanted) || start < (ends.get(rule) ?? 0)) return [];
    const span = spanOf(match);
    if (span === null) return [];
    ends.set(rule, span.end);
    return [hitOf(rule, span, text)];
  });
}

/** The match with the group it speaks of; null when what it captured is no group. */
function spanOf({ index, 0: found, groups }: RegExpExecArray): Span | null {
  const end = index + found.length;
  if (groups?.before !== undefined) {
    const group = [groups.before, groups.before.slice(groups.before.indexOf(" ") + 1)].find(isGroup);
    return group === undefined ? null : { start: index - group.length - 1, end };
  }
  if (groups?.after === undefined) return { start: index, end };
  const group = [groups.after, groups.after.split(" ")[0] ?? ""].find(isGroup);
  return group === undefined ? null : { start: index, end: end - groups.after.length + group.length };
}

function isGroup(name: string): boolean {
  return PLURALS.has(name.toLowerCase());
}

function hitOf(rule: Rule, { start, end }: Span, text: string): ExclusionHit {
  const { score, severity, explanation } = rule;
  const category = rule.category ?? categoryOf(text.slice(start, end)) ?? "gender";
  return { start, end, category, score, severity, explanation };
}

function categoryOf(text: string): BiasCategory | null {
  const { units } = shapeOf({ text, start: 0, end: text.length });
  return units.flatMap((unit) => unit.categories)[0] ?? null;
}
