/**
 * The shape of a sentence: every word becomes one letter that says what part it plays, so that a statement
 * about a group is a short regular expression over letters. Who the group is plays no part in the shape:
 * that is what makes the verdict the same for every group.
 */
import { LEXICON, type LexiconEntry } from "#lib/guards/bias/lexicon/entries";
import type { BiasCategory } from "#lib/guards/bias/schema";
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

const TOKEN = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|["“”?!.,;:()*]/gu;
const NO_CATEGORY: readonly BiasCategory[] = [];

/** @returns the units of one sentence with offsets into the text the sentence was cut from. */
export function shapeOf(sentence: Piece): Shape {
  const tokens = Array.from(sentence.text.matchAll(TOKEN), (match) => ({
    text: match[0].toLowerCase().replaceAll("’", "'"),
    start: sentence.start + match.index,
    end: sentence.start + match.index + match[0].length,
  }));
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

function longestEntry(tokens: readonly Piece[], at: number): LexiconEntry | undefined {
  const first = tokens[at]?.text ?? "";
  return LEXICON.get(first)?.find((entry) => entry.words.every((word, offset) => tokens[at + offset]?.text === word));
}

function unitOf(entry: LexiconEntry | undefined, first: Piece, last: Piece): Unit {
  const text = entry?.words.join(" ") ?? first.text;
  const tag = entry?.tag ?? (/^[\p{L}\p{N}]/u.test(text) ? "." : text);
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
  if (!/^[HhGg]$/.test(unit.tag)) return null;
  let from = before.length;
  while (from > 0 && before.length - from < 4 && isModifier(before[from - 1])) from -= 1;
  const adjectives = before.slice(from);
  if (adjectives.length === 0) return null;
  before.length = from;
  const first = adjectives[0] ?? unit;
  return {
    tag: /[Hh]/.test(unit.tag) ? (unit.tag === "H" ? "G" : "g") : unit.tag,
    text: [...adjectives, unit].map((part) => part.text).join(" "),
    start: first.start,
    end: unit.end,
    categories: [...new Set([...adjectives, unit].flatMap((part) => part.categories))],
  };
}

function isModifier(unit: Unit | undefined): boolean {
  return unit !== undefined && unit.categories.length > 0 && /^[AEg]$/.test(unit.tag);
}

function asAlone(before: Unit[], unit: Unit): Unit {
  const previous = before.at(-1);
  if (unit.tag === "E" && previous?.text === "the") return { ...unit, tag: "G" };
  return unit;
}

function withLetters(units: Unit[]): Shape {
  return { units, letters: units.map((unit) => unit.tag).join("") };
}
