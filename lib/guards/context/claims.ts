/** Reads plain statements as claims: about what, with which value, affirmed or denied. */
import type { Role } from "#lib/guards/content";
import { EMPTY, HEDGE, NEGATIONS, OPPOSITES, SINGULAR_ATTRIBUTES, STATIVE } from "#lib/guards/context/claim-words";
import type { Reading } from "#lib/guards/context/reading";
import { stem } from "#lib/guards/context/stem";
import type { Piece } from "#lib/guards/text/words";

export interface Claim {
  /** Position of the message in the conversation. */
  entry: number;
  role: Role;
  sentence: Piece;
  /** Stems of what the claim is about; the speakers are `@user` and `@assistant`. */
  frame: ReadonlySet<string>;
  affirmed: boolean;
  /** Kind of value to value: at most one of a kind, else the kind is left out. */
  values: ReadonlyMap<string, string>;
  /** Whether it states how things are, so that a second value would clash. */
  isStative: boolean;
  isPast: boolean;
  /** The grammatical subject is only "I", "you" or "we". */
  isBare: boolean;
}

const SAID_BY_USER = pronouns("@user", "@assistant");
const SAID_BY_ASSISTANT = pronouns("@assistant", "@user");

function pronouns(speaker: string, listener: string): ReadonlyMap<string, string> {
  const words = (list: string, meaning: string) => list.split(" ").map((word) => [word, meaning] as const);
  return new Map([
    ...words("i me myself", speaker),
    ...words("my mine", `${speaker}'s`),
    ...words("you yourself", listener),
    ...words("your yours", `${listener}'s`),
    ...words("we our us ours", "@we"),
  ]);
}

/** Longer sentences are not read. Characters. */
export const LONGEST_CLAIM = 240;
/** "Remind them that …" states what follows. */
const TOLD = /^(?:please )?(?:remind|tell|note|remember)\b.{0,30}? that /i;
const CLAUSE = /(?:[,;] (?:(?:and|but) )?| (?:and|but) )(?=(?:i|my|we|our|he|she|they|you|your|it)\b)/gi;
const WEEKDAY = "mon|tues|wednes|thurs|fri|satur|sun";
const MONTH = "january|february|march|april|may|june|july|august|september|october|november|december";

/** Kinds of value, most specific first; what one has matched, the next does not see. */
const VALUE_KINDS: readonly (readonly [string, RegExp])[] = [
  [
    "date",
    new RegExp(
      `\\b(?:(?:${MONTH}) \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTH})|\\d{4}-\\d{2}-\\d{2})\\b`,
      "gi",
    ),
  ],
  ["weekday", new RegExp(`\\b(?:${WEEKDAY})days?\\b`, "gi")],
  ["month", /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/g],
  ["time", /\b\d{1,2}(?::\d{2})? ?(?:a\.?m\.?|p\.?m\.?|o'clock)|\b\d{1,2}:\d{2}\b/gi],
  [
    "money",
    /[$€£]\s?\d[\d,.]{0,14}\d?\s?(?:k|million|billion)?\b|\b\d[\d,.]{0,14} ?(?:dollars|euros?|pounds|usd|eur)\b/gi,
  ],
  ["percent", /\b\d+(?:\.\d+)? ?(?:%|percent)/gi],
  ["year", /\b(?:1[6-9]|20)\d{2}\b/g],
  [
    "number",
    /\b\d[\d,]{0,14}(?:\.\d+)?\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)\b/gi,
  ],
];
/** Those that need no digit. */
const SPELT_KINDS = VALUE_KINDS.filter(([kind]) => ["weekday", "month", "number"].includes(kind));
const DIGIT = /\d/;
const NAME = /(?<![.!?]\s)(?<=\s)\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,3}/gu;
const ATTRIBUTE =
  /^(?:(?:so|well|and|hi|hello|hey),? )?((?:my|your|our|the|his|her|its|their) [\p{L} ]{2,40}?) (?:is|are|was|were) (?:called |named )?(?:a |an |the )?([\p{L}'-]{2,20}(?: [\p{L}'-]{2,20})?)[.!]*$/iu;

export function claimsOf(entry: number, { role, sentences }: Pick<Reading, "role" | "sentences">): Claim[] {
  const claims: Claim[] = [];
  for (const sentence of sentences) {
    if (sentence.text.length > LONGEST_CLAIM || HEDGE.test(sentence.text.toLowerCase())) continue;
    for (const clause of clausesOf(sentence)) {
      const claim = claimOf(entry, role, clause);
      if (claim !== null) claims.push(claim);
    }
  }
  return claims;
}

/** "My name is Ada and I live in Rome" claims two things. */
function clausesOf({ text, start }: Piece): Piece[] {
  const cuts = Array.from(text.matchAll(CLAUSE), (match) => [match.index, match.index + match[0].length] as const);
  const froms = [0, ...cuts.map(([, end]) => end)];
  return froms.map((from, index) => {
    const to = cuts[index]?.[0] ?? text.length;
    return { text: text.slice(from, to), start: start + from, end: start + to };
  });
}

function claimOf(entry: number, role: Role, sentence: Piece): Claim | null {
  const plain = sentence.text.replaceAll("’", "'").replace(TOLD, "");
  if (/[?？:]$/u.test(plain)) return null;
  const lower = plain.toLowerCase();
  const { values, rest } = takeValues(plain);
  const { frame, affirmed } = readFrame(rest, role);
  if (values.size === 0 && [...frame].every((word) => word.startsWith("@"))) return null;
  return {
    entry,
    role,
    sentence,
    frame,
    affirmed,
    values,
    isStative: STATIVE.test(lower),
    isPast:
      /\b(?:was|were|had|did|lived|worked|born|founded|graduated)\b/.test(lower) ||
      (/\b\w{3,}ed\b/.test(lower) && !/\b(?:is|are|am|'s|'re|'m)\b/.test(lower)),
    isBare: /^(?:(?:yes|no|well|and|but|so|also|hi|hello|hey),? )*(?:i|you|we|i'm|you're|we're|i've|we've)\b/.test(
      lower,
    ),
  };
}

/** Values out of the sentence, by kind; the rest is what they are values of. */
function takeValues(sentence: string): { values: Map<string, string>; rest: string } {
  const values = new Map<string, string>();
  const ambiguous = new Set<string>();
  let rest = sentence;
  const take = (kind: string, value: string) => {
    if (values.has(kind)) ambiguous.add(kind);
    values.set(kind, value.toLowerCase().replace(/[\s,.']/g, ""));
    return " ";
  };
  const kinds = DIGIT.test(sentence) ? VALUE_KINDS : SPELT_KINDS;
  for (const [kind, pattern] of kinds) rest = rest.replace(pattern, (value) => take(kind, value));
  const attribute = ATTRIBUTE.exec(rest);
  if (attribute?.[1] && attribute[2] && SINGULAR_ATTRIBUTES.test(attribute[1].toLowerCase())) {
    if (!/^(?:not|no|never)\b/i.test(attribute[2])) {
      take("attribute", attribute[2]);
      rest = `${attribute[1]} is`;
    }
  }
  rest = rest.replace(NAME, (name) => (/^I(?:'\w+)?$/.test(name) ? name : take("name", name)));
  for (const kind of ambiguous) values.delete(kind);
  if (ambiguous.size > 0) values.set("several", [...ambiguous].join());
  return { values, rest };
}

function readFrame(rest: string, role: Role): { frame: Set<string>; affirmed: boolean } {
  const words = rest
    .toLowerCase()
    .replaceAll(/can't|cannot/g, "can not")
    .replaceAll(/won't/g, "will not")
    .replaceAll("n't", " not")
    .match(/[\p{L}\p{N}@]+/gu);
  const frame = new Set<string>();
  let affirmed = true;
  for (const word of words ?? []) {
    if (NEGATIONS.has(word)) {
      affirmed = !affirmed;
      continue;
    }
    const speaker = speakerOf(word, role);
    if (speaker !== undefined) {
      frame.add(speaker);
      continue;
    }
    const root = stem(word);
    const [base, sign] = OPPOSITES.get(root) ?? [root, 1];
    if (sign < 0) affirmed = !affirmed;
    if (!EMPTY.has(word) && !EMPTY.has(base)) frame.add(base);
  }
  return { frame, affirmed };
}

/** "My name" said by the user is "your name" said by the assistant. */
function speakerOf(word: string, role: Role): string | undefined {
  return (role === "assistant" ? SAID_BY_ASSISTANT : SAID_BY_USER).get(word);
}
