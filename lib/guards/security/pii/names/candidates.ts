/** Runs of capitalised words that may be a person's name, with what the name model sees of them. */
import type { Features } from "#lib/guards/security/injection/model/linear";
import { hasName, type NameSet } from "#lib/guards/security/pii/names/name-set";
import { COMMON_WORDS } from "#lib/guards/text/common-words";
import { hashOf, pairHash } from "#lib/guards/text/hashed-words";
import type { Span } from "#lib/guards/text/mapped";

export const NAME_BUCKETS = 1 << 12;

export interface NameSets {
  given: NameSet;
  family: NameSet;
}

export interface Candidate extends Span {
  features: Features;
}

const RUN =
  /(?<![\p{L}\p{N}_@#/.&-])\p{Lu}(?:[\p{Ll}’'-][\p{L}’'-]{0,24}|\p{Lu}{2,24}|\.)(?:[ ](?:(?:de|da|di|del|van|von|der|den|bin|al|la|le|dos)[ ]){0,2}\p{Lu}(?:[\p{L}’'-]{1,25}|\.)){0,3}(?![\p{L}\p{N}_@])/gu;
const OPENERS = new Set([
  "dear",
  "hi",
  "hello",
  "hey",
  "mr",
  "mrs",
  "ms",
  "miss",
  "dr",
  "prof",
  "sir",
  "if",
  "in",
  "on",
  "at",
  "as",
  "it",
  "is",
  "he",
  "she",
  "they",
  "when",
  "while",
  "after",
  "since",
  "unlike",
  "though",
  "but",
  "and",
  "thanks",
  "best",
  "regards",
]);
const BEFORE = 40;
const AFTER = 30;

export function nameCandidates(text: string, sets: NameSets): Candidate[] {
  return Array.from(text.matchAll(RUN), (match) => candidate(text, match[0], match.index, sets)).filter(
    (one) => one !== null,
  );
}

function candidate(text: string, run: string, index: number, sets: NameSets): Candidate | null {
  const tokens = run.replace(/[’']s$/, "").split(" ");
  let start = index;
  while (tokens.length > 0 && isOpener(tokens[0] ?? "")) start += (tokens.shift()?.length ?? 0) + 1;
  const name = tokens.join(" ");
  if (name.length < 2 || /^\p{Lu}\.?$/u.test(name)) return null;
  const end = start + name.length;
  return {
    start,
    end,
    features: featuresOf(tokens, text.slice(Math.max(0, start - BEFORE), start), text.slice(end, end + AFTER), sets),
  };
}

function isOpener(token: string): boolean {
  const lower = token.toLowerCase();
  return OPENERS.has(lower) || COMMON_WORDS.has(lower);
}

const WORD_OR_MARK = /[\p{L}]+|\d+|[^\s\p{L}\d]|\n/gu;

function featuresOf(tokens: readonly string[], before: string, after: string, { given, family }: NameSets): Features {
  const [first = "", last = ""] = [tokens[0], tokens.at(-1)];
  const many = tokens.length > 1;
  const [isGiven, isFamily] = [hasName(given, first), hasName(family, last)];
  const previous = (before.match(WORD_OR_MARK) ?? ["\n"]).slice(-2).map((word) => word.toLowerCase());
  const next = (after.match(WORD_OR_MARK) ?? ["\n"]).slice(0, 2).map((word) => word.toLowerCase());
  const [b2 = "", b1 = previous[0] ?? ""] = previous;
  const [a1 = "", a2 = ""] = next;
  const kind = `${many ? "many" : "one"} ${isGiven} ${isFamily}`;
  const words = [
    `b1 ${b1}`,
    `b ${b2} ${b1}`,
    `a1 ${a1}`,
    `a ${a1} ${a2}`,
    `end ${last.slice(-3).toLowerCase()}`,
    `${kind} ${b1}`,
  ];
  const named: [string, number][] = [
    [kind, 1],
    [`words ${Math.min(4, tokens.length)}`, 1],
    ["family name alone", !many && isFamily ? 1 : 0],
    ["given name last", many && hasName(given, last) ? 1 : 0],
    ["begins a sentence", /(?:^|[.!?:\n]["'”’)]?\s*)$/.test(before) ? 1 : 0],
    ["stands alone in its line", /(?:^|\n)$/.test(before) && /^(?:\n|$)/.test(after) ? 1 : 0],
    ["capitals only", first === first.toUpperCase() ? 1 : 0],
    ["has an initial", tokens.some((token) => /^\p{Lu}\.$/u.test(token)) ? 1 : 0],
    ["owns something", /^[’']s\b/.test(after) ? 1 : 0],
    ["follows a capital", /\p{Lu}\p{L}*[ -]$/u.test(before) ? 1 : 0],
    ["other words are common", tokens.every((token) => COMMON_WORDS.has(token.toLowerCase())) ? 1 : 0],
  ];
  return {
    hashed: new Set(words.map((word) => pairHash(7, hashOf(word)) & (NAME_BUCKETS - 1))),
    named: new Map(named),
  };
}
