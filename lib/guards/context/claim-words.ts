/** Word tables for reading claims: what negates, what is opposite, what hedges, what a value looks like. */

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

/** Stem to [common base, sign]: "hate" is "like" turned round. */
export const OPPOSITES: ReadonlyMap<string, readonly [string, 1 | -1]> = new Map(
  [
    ["like", "love enjoy ador", "hat dislik detest despis loath"],
    ["open", "", "clos shut"],
    ["possibl", "", "impossibl"],
    ["allow", "permit", "forbid forbidden prohibit bann disallow"],
    ["tru", "correct", "fals incorrect wrong untru"],
    ["safe", "saf", "unsaf dangerou"],
    ["alway", "", "never"],
    ["increas", "ris grow", "decreas fall shrink"],
    ["agre", "", "disagre"],
    ["marri", "", "singl unmarri divorc"],
    ["accept", "approv", "reject refus declin"],
    ["availabl", "", "unavailabl"],
    ["enabl", "", "disabl"],
    ["aliv", "living", "dead"],
    ["compatibl", "", "incompatibl"],
    ["legal", "", "illegal"],
    ["succeed", "", "fail"],
    ["refundabl", "", "nonrefundabl"],
    ["online", "onlin", "offlin"],
    ["public", "", "privat"],
    ["optional", "", "required mandatory requir"],
    ["full", "", "empty"],
    ["employ", "", "unemploy jobless"],
  ].flatMap(([base = "", same = "", opposite = ""]) => [
    ...[base, ...same.split(" ")].filter(Boolean).map((word): [string, readonly [string, 1 | -1]] => [word, [base, 1]]),
    ...opposite
      .split(" ")
      .filter(Boolean)
      .map((word): [string, readonly [string, 1 | -1]] => [word, [base, -1]]),
  ]),
);

/** Words that say nothing about what a claim is about. Stems. */
export const EMPTY: ReadonlySet<string> = new Set(
  (
    "a an the is am are be been being was were will shall has hav have had do doe does did of to in on at for with by from " +
    "and or but so that this thi it its there here very really just also too quit rather about exactly currently still both all any " +
    "schedul plan set plann tak place plac going s ve re ll d m as than then well yes ok okay sur by due start begin total " +
    "would lik know tell think believ remember said mention told hello hi hey thank pleas because becaus since call nam name"
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
