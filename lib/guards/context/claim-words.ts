/** Word tables for reading claims: what negates, what is opposite, what hedges, what a value looks like. */

import { stem } from "#lib/guards/context/stem";

export const NEGATIONS: ReadonlySet<string> = new Set([
  "not",
  "no",
  "never",
  "cannot",
  "without",
  "neither",
  "nor",
  "none",
]);

type Signed = readonly [base: string, sign: 1 | -1];

/** A word, what means the same, what means the opposite. */
const PAIRS: readonly (readonly [string, string, string])[] = [
  ["like", "love enjoy adore", "hate dislike detest despise loathe"],
  ["open", "", "closed close shut"],
  ["possible", "", "impossible"],
  ["allow", "permit", "forbid forbidden prohibit banned disallow"],
  ["true", "correct", "false incorrect wrong untrue"],
  ["safe", "", "unsafe dangerous"],
  ["increase", "rise grow", "decrease fall shrink"],
  ["agree", "", "disagree"],
  ["married", "", "single unmarried divorced"],
  ["accept", "approve", "reject refuse decline"],
  ["available", "", "unavailable"],
  ["enable", "", "disable"],
  ["alive", "living", "dead"],
  ["compatible", "", "incompatible"],
  ["legal", "", "illegal"],
  ["succeed", "", "fail"],
  ["refundable", "", "nonrefundable"],
  ["online", "", "offline"],
  ["public", "", "private"],
  ["optional", "", "required mandatory"],
  ["full", "", "empty"],
  ["employed", "", "unemployed jobless"],
];

/** Stem to [common base, sign]: "hate" is "like" turned round. */
export const OPPOSITES: ReadonlyMap<string, Signed> = new Map(
  PAIRS.flatMap(([base, same, opposite]) => [
    ...words(`${base} ${same}`).map((word): [string, Signed] => [stem(word), [stem(base), 1]]),
    ...words(opposite).map((word): [string, Signed] => [stem(word), [stem(base), -1]]),
  ]),
);

function words(list: string): string[] {
  return list.split(" ").filter((word) => word !== "");
}

/** Words that say nothing about what a claim is about. Stems. */
export const EMPTY: ReadonlySet<string> = new Set(
  (
    "a an the is am are be been being was were will shall has hav have had do doe does did of to in on at for with by from " +
    "and or but so that this thi it its there here very really just also too quit rather about exactly currently still both all any " +
    "schedul plan set plann tak place plac going s ve re ll d m as than then well yes ok okay sur by due start begin total " +
    "would lik know tell think believ remember said mention told hello hi hey thank pleas because becaus since call"
  ).split(" "),
);

/** An update, a guess or a supposition contradicts nobody. */
export const HEDGE =
  /\b(?:actually|correction|correct(?:ed)? (?:that|myself)|sorry|i meant?|mistake|misspoke|instead|chang(?:e|ed|ing)|moved|mov(?:e|ing) it|updated?|switch(?:ed)?|no longer|any ?more|used to|previously|formerly|before|now|today|tomorrow|yesterday|nowadays|new|last (?:week|month|year|night|time)|next (?:week|month|year|time)|later|then|after|until|became|if|suppose|unless|would|could|might|maybe|perhaps|probably|hypothetically|sometimes|usually|some|let's|make it|so far|ago|when i was|as a (?:child|kid)|at first|revised|rescheduled|postponed|extended|increased to|said|says|asked)\b/;

/** Sentences that state how things are: only these have one value at a time. */
export const STATIVE =
  /\b(?:is|are|am|was|were|'s|'re|'m|has|have|had|live[sd]?|works?|born|costs?|weighs?|starts?|begins?|ends?|opens?|closes?|arrives?|departs?|leaves?|scheduled|lasts?|takes?|contains?|expires?|named|called|due|equals?|supports?|speaks?|owns?|founded|located|priced|set|runs? on|uses|graduated|earns?)\b/;

/** Things one can have several of: two names for them do not clash. */
export const PLURAL_NOUNS: ReadonlySet<string> = new Set(
  "friend colleagu coworker cousin brother sister uncl aunt nephew niec client customer student team member hobby book movi song exampl option step item reason way thing problem part".split(
    " ",
  ),
);

/** Attributes that have one value at a time, whatever word that is. */
export const SINGULAR_ATTRIBUTES =
  /\b(?:favou?rite \w+|name|birthday|age|job|occupation|profession|address|hometown|nationality|deadline|budget|email|e-mail|capital|headquarters|password|username|native language|first language|major|blood type|destination|status|zodiac sign|star sign|operating system|framework|programming language)\b/;
