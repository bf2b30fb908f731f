/**
 * Many patterns over one text in linear time: an automaton (Aho and Corasick 1975) finds the literals that
 * every match must contain, and a pattern is only tried where, or when, one of its literals stands.
 */
import { foldUnit } from "#lib/guards/text/fold";
import { lazy } from "#lib/guards/text/lazy";

export interface Literal<T> {
  /** Compared after folding case and Latin accents. */
  literal: string;
  value: T;
}

export interface LiteralHit<T> {
  value: T;
  start: number;
  end: number;
}

/** Finds every occurrence of every literal. Hits come in the order of their ends; offsets are UTF-16 units. */
export type LiteralFinder<T> = (text: string) => LiteralHit<T>[];

/** A pattern without nested or unbounded repeats around its literals: `g` is added, `y` where it is anchored. */
export interface Pattern<T> {
  value: T;
  pattern: RegExp;
  /** One of these must occur in every match, in any case; empty: always tried. Anchored ones in the pattern's case. */
  literals: readonly string[];
  /** The match begins with the literal, so that the pattern need only be tried there. */
  anchored?: boolean;
}

export interface PatternHit<T> {
  value: T;
  match: RegExpExecArray;
  start: number;
  end: number;
}

export type PatternFinder<T> = (text: string) => PatternHit<T>[];

/** A pattern as it was given, compiled when it is first tried. */
class Trial<T> {
  readonly value: T;
  readonly anchored: boolean;
  readonly ignoresCase: boolean;
  readonly #source: RegExp;
  #compiled: RegExp | null = null;

  constructor({ value, pattern, anchored }: Pattern<T>) {
    this.value = value;
    this.anchored = anchored === true;
    this.ignoresCase = pattern.ignoreCase;
    this.#source = pattern;
  }

  get pattern(): RegExp {
    this.#compiled ??= withFlags(this.#source, this.anchored ? "y" : "g");
    return this.#compiled;
  }
}

export function patternFinder<T>(patterns: readonly Pattern<T>[]): PatternFinder<T> {
  const trials = patterns.map((pattern) => new Trial(pattern));
  const always = trials.filter((_, index) => patterns[index]?.literals.length === 0);
  const entries = patterns.flatMap(({ literals }, index) => literals.map((literal) => ({ literal, index })));
  let trie: Trie | null = null;
  return (text) => {
    const hits: PatternHit<T>[] = [];
    const whole = new Set(always);
    trie ??= buildTrie(entries.map(({ literal }) => foldedUnits(literal)));
    visitLiterals(trie, text, (which, end) => {
      const entry = entries[which];
      const trial = entry && trials[entry.index];
      if (entry === undefined || trial === undefined) return;
      const start = end - entry.literal.length;
      if (!trial.anchored) whole.add(trial);
      else if (trial.ignoresCase || text.startsWith(entry.literal, start)) collectAt(trial, text, start, hits);
    });
    for (const { pattern, value } of whole) {
      for (const match of text.matchAll(pattern)) hits.push(hit(value, match));
    }
    return hits.sort((a, b) => a.start - b.start || b.end - a.end);
  };
}

function collectAt<T>({ pattern, value }: Trial<T>, text: string, start: number, hits: PatternHit<T>[]): void {
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  if (match !== null) hits.push(hit(value, match));
}

function hit<T>(value: T, match: RegExpExecArray): PatternHit<T> {
  return { value, match, start: match.index, end: match.index + match[0].length };
}

function withFlags(pattern: RegExp, flag: "g" | "y"): RegExp {
  return new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, "") + flag);
}

function foldedUnits(literal: string): string[] {
  return Array.from({ length: literal.length }, (_, index) => foldUnit(literal.charAt(index)));
}

/** States are prefixes of literals; state 0 is the empty one. */
interface Trie {
  /** Class of each folded UTF-16 unit that occurs in a literal; 0 is every other unit. ASCII units come first. */
  classes: Uint16Array;
  /** How many classes the table covers: 0 and those of ASCII units. */
  width: number;
  /** Next state by state and class, for the classes of ASCII: where a scan spends nearly all its time. */
  table: Int32Array;
  /** Next state of state 0 by class. */
  root: Int32Array;
  branches: Branches;
  /** The longest proper suffix of a state that is itself a state. */
  fallback: Int32Array;
  /** Literals that end in a state, those of its suffixes included. */
  ends: (readonly number[] | undefined)[];
}

/** The children of a state as a chain: the first child, then each one's next sibling; 0 ends it. */
interface Branches {
  first: number[];
  next: number[];
  /** The class that leads into a state. */
  into: number[];
}

const UNITS = 0x10000;
const ASCII = 0x80;

/** @param source the literals, or where to get them when the first text comes. */
export function literalFinder<T>(source: readonly Literal<T>[] | (() => readonly Literal<T>[])): LiteralFinder<T> {
  let built: { trie: Trie; literals: readonly Literal<T>[] } | null = null;
  return (text) => {
    built ??= builtFrom(typeof source === "function" ? source() : source);
    return runTrie(built.trie, text, built.literals);
  };
}

function builtFrom<T>(literals: readonly Literal<T>[]): { trie: Trie; literals: readonly Literal<T>[] } {
  return { trie: buildTrie(literals.map(({ literal }) => foldedUnits(literal))), literals };
}

function runTrie<T>(trie: Trie, text: string, literals: readonly Literal<T>[]): LiteralHit<T>[] {
  const hits: LiteralHit<T>[] = [];
  visitLiterals(trie, text, (which, end) => {
    const found = literals[which];
    if (found !== undefined) hits.push({ value: found.value, start: end - found.literal.length, end });
  });
  return hits;
}

function visitLiterals(trie: Trie, text: string, visit: (which: number, end: number) => void): void {
  const { classes, table, width, ends } = trie;
  let state = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unitClass = classes[text.charCodeAt(index)] ?? 0;
    state = unitClass < width ? (table[state * width + unitClass] ?? 0) : step(trie, state, unitClass);
    const ending = ends[state];
    if (ending !== undefined) for (const which of ending) visit(which, index + 1);
  }
}

/** For a class beyond the table: the longest suffix that goes on with it. */
function step({ root, branches, fallback }: Pick<Trie, "root" | "branches" | "fallback">, from: number, by: number) {
  for (let state = from; state !== 0; state = fallback[state] ?? 0) {
    const target = childOf(branches, state, by);
    if (target !== 0) return target;
  }
  return root[by] ?? 0;
}

function childOf({ first, next, into }: Branches, state: number, by: number): number {
  let child = first[state] ?? 0;
  while (child !== 0 && into[child] !== by) child = next[child] ?? 0;
  return child;
}

function buildTrie(literals: readonly string[][]): Trie {
  const units = [...new Set(literals.flat())].sort();
  const classOf = new Map(units.map((unit, index) => [unit, index + 1]));
  const width = units.filter((unit) => unit.charCodeAt(0) < ASCII).length + 1;
  const root = new Int32Array(units.length + 1);
  const branches: Branches = { first: [0], next: [0], into: [0] };
  const own: (readonly number[] | undefined)[] = [];
  literals.forEach((literal, which) => {
    let state = 0;
    for (const unit of literal) state = extend(branches, root, state, classOf.get(unit) ?? 0);
    own[state] = [...(own[state] ?? []), which];
  });
  const classes = unitClasses(classOf);
  return { classes, width, root, branches, ...linkSuffixes(branches, root, own, width) };
}

/** The child of `state` by a class, made when there is none yet. */
function extend(branches: Branches, root: Int32Array, state: number, by: number): number {
  const known = state === 0 ? (root[by] ?? 0) : childOf(branches, state, by);
  if (known !== 0) return known;
  const made = branches.into.push(by) - 1;
  branches.first[made] = 0;
  branches.next[made] = branches.first[state] ?? 0;
  branches.first[state] = made;
  if (state === 0) root[by] = made;
  return made;
}

/** Breadth first, so that a suffix, being shorter, is always linked before the states that fall back to it. */
function linkSuffixes(
  branches: Branches,
  root: Int32Array,
  own: readonly (readonly number[] | undefined)[],
  width: number,
): Pick<Trie, "table" | "fallback" | "ends"> {
  const { first, next, into } = branches;
  const fallback = new Int32Array(into.length);
  const table = new Int32Array(into.length * width);
  const ends = [...own];
  const queue = [0];
  for (let head = 0; head < queue.length; head += 1) {
    const state = queue[head] ?? 0;
    const suffix = fallback[state] ?? 0;
    if (state !== 0) table.copyWithin(state * width, suffix * width, (suffix + 1) * width);
    for (let child = first[state] ?? 0; child !== 0; child = next[child] ?? 0) {
      const by = into[child] ?? 0;
      if (state !== 0) fallback[child] = step({ root, branches, fallback }, suffix, by);
      if (by < width) table[state * width + by] = child;
      const inherited = ends[fallback[child] ?? 0];
      if (inherited !== undefined) ends[child] = [...(ends[child] ?? []), ...inherited];
      queue.push(child);
    }
  }
  return { table, fallback, ends };
}

/** Ranges in which letters have case or accents to fold; elsewhere a unit stands for itself. */
const FOLDED_RANGES = [
  [0, 0x58f],
  [0x1e00, 0x1fff],
] as const;

function unitClasses(classOf: ReadonlyMap<string, number>): Uint16Array {
  const classes = new Uint16Array(UNITS);
  for (const [unit, unitClass] of classOf) classes[unit.charCodeAt(0)] = unitClass;
  for (const [unit, folded] of foldedUnitPairs()) classes[unit] = classOf.get(folded) ?? 0;
  return classes;
}

/** Every unit that folds to another one. */
const foldedUnitPairs = lazy((): (readonly [unit: number, folded: string])[] =>
  FOLDED_RANGES.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => {
      const unit = String.fromCharCode(first + index);
      return [first + index, foldUnit(unit)] as const;
    }).filter(([unit, folded]) => folded.charCodeAt(0) !== unit),
  ),
);
