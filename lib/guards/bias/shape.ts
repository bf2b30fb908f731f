/**
 * The shape of a sentence: every word becomes one letter that says what part it plays, so that a statement
 * about a group is a short regular expression over letters. Who the group is plays no part in the shape:
 * that is what makes the verdict the same for every group.
 */
import { LEXICON, type LexiconEntry } from "#lib/guards/bias/lexicon/entries";
import type { BiasCategory } from "#lib/guards/bias/schema";
import { plainWord, scanWords } from "#lib/guards/bias/tokens";
import type { Piece } from "#lib/guards/text/words";

export interface Unit {
  tag: string;
  /** The words it covers, lower case, apostrophes straightened. */
  text: string;
  start: number;
  end: number;
  categories: readonly BiasCategory[];
}

export interface Shape {
  /** One letter a unit. */
  letters: string;
  units: Unit[];
}

const WORDS = { digits: true, joiners: "'’-" };
const MARKS = '"“”?!.,;:()*';
const NO_CATEGORY: readonly BiasCategory[] = [];

interface Token extends Piece {
  isMark: boolean;
}

/** @returns the units of one sentence with offsets into the text the sentence was cut from. */
export function shapeOf(sentence: Piece): Shape {
  const tokens = tokensOf(sentence);
  const units: Unit[] = [];
  for (let at = 0; at < tokens.length; ) {
    const entry = longestEntry(tokens, at);
    const length = entry?.length ?? 1;
    const first = tokens[at];
    const last = tokens[at + length - 1];
    if (first !== undefined && last !== undefined) units.push(unitOf(entry, first, last));
    at += length;
  }
  return withLetters(mergePeople(units));
}

/** Words and the marks between them. */
function tokensOf({ text, start }: Piece): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const word of scanWords(text, WORDS)) {
    addMarks(tokens, text, at, word.start, start);
    const token = plainWord(text.slice(word.start, word.end));
    tokens.push({ text: token, start: start + word.start, end: start + word.end, isMark: false });
    at = word.end;
  }
  addMarks(tokens, text, at, text.length, start);
  return tokens;
}

function addMarks(tokens: Token[], text: string, from: number, to: number, start: number): void {
  for (let at = from; at < to; at += 1) {
    const mark = text.charAt(at);
    if (mark !== " " && MARKS.includes(mark))
      tokens.push({ text: mark, start: start + at, end: start + at + 1, isMark: true });
  }
}

function longestEntry(tokens: readonly Token[], at: number): LexiconEntry | undefined {
  const first = tokens[at]?.text ?? "";
  return LEXICON.get(first)?.find((entry) => entry.words.every((word, offset) => tokens[at + offset]?.text === word));
}

function unitOf(entry: LexiconEntry | undefined, first: Token, last: Token): Unit {
  const text = entry?.words.join(" ") ?? first.text;
  const tag = entry?.tag ?? (first.isMark ? text : ".");
  return { tag, text, start: first.start, end: last.end, categories: entry?.categories ?? NO_CATEGORY };
}

/** "old white men", "the poor", "Chinese students" each become one group. */
function mergePeople(units: readonly Unit[]): Unit[] {
  const merged: Unit[] = [];
  for (const unit of units) {
    const group = joinedWithAdjectives(merged, unit);
    merged.push(group ?? asAlone(merged, unit));
  }
  return merged;
}

/** H and h are words for people, G and g groups, A an adjective, E one that can stand after an article. */
function joinedWithAdjectives(before: Unit[], unit: Unit): Unit | null {
  if (!"HhGg".includes(unit.tag)) return null;
  let from = before.length;
  while (from > 0 && before.length - from < 4 && isModifier(before[from - 1])) from -= 1;
  const adjectives = before.slice(from);
  if (adjectives.length === 0) return null;
  before.length = from;
  const first = adjectives[0] ?? unit;
  return {
    tag: "HG".includes(unit.tag) ? "G" : "g",
    text: [...adjectives, unit].map((part) => part.text).join(" "),
    start: first.start,
    end: unit.end,
    categories: [...new Set([...adjectives, unit].flatMap((part) => part.categories))],
  };
}

function isModifier(unit: Unit | undefined): boolean {
  return unit !== undefined && unit.categories.length > 0 && "AEg".includes(unit.tag);
}

function asAlone(before: Unit[], unit: Unit): Unit {
  const previous = before.at(-1);
  if (unit.tag === "E" && previous?.text === "the") return { ...unit, tag: "G" };
  return unit;
}

function withLetters(units: Unit[]): Shape {
  return { units, letters: units.map((unit) => unit.tag).join("") };
}
