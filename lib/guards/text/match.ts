/**
 * Many patterns over one text in linear time: an automaton (Aho and Corasick 1975) finds the literals that
 * every match must contain, and a pattern is only tried where, or when, one of its literals stands.
 */
import { foldUnit } from "#lib/guards/text/fold";

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

export function patternFinder<T>(patterns: readonly Pattern<T>[]): PatternFinder<T> {
  const compiled = patterns.map((pattern) => ({ ...pattern, pattern: withFlags(pattern) }));
  const always = compiled.filter((pattern) => pattern.literals.length === 0);
  const find = literalFinder(
    compiled.flatMap((pattern) => pattern.literals.map((literal) => ({ literal, value: { pattern, literal } }))),
  );
  return (text) => {
    const hits: PatternHit<T>[] = [];
    const whole = new Set(always);
    for (const { value, start } of find(text)) {
      const { pattern, literal } = value;
      if (pattern.anchored !== true) whole.add(pattern);
      else if (pattern.pattern.ignoreCase || text.startsWith(literal, start)) collectAt(pattern, text, start, hits);
    }
    for (const pattern of whole) {
      for (const match of text.matchAll(pattern.pattern)) hits.push(hit(pattern.value, match));
    }
    return hits.sort((a, b) => a.start - b.start || b.end - a.end);
  };
}

function collectAt<T>(pattern: Pattern<T>, text: string, start: number, hits: PatternHit<T>[]): void {
  pattern.pattern.lastIndex = start;
  const match = pattern.pattern.exec(text);
  if (match !== null) hits.push(hit(pattern.value, match));
}

function hit<T>(value: T, match: RegExpExecArray): PatternHit<T> {
  return { value, match, start: match.index, end: match.index + match[0].length };
}

function withFlags<T>({ pattern, anchored }: Pattern<T>): RegExp {
  return new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, "") + (anchored === true ? "y" : "g"));
}

/** States are prefixes of literals; state 0 is the empty one. */
interface Trie {
  /** Class of each folded UTF-16 unit that occurs in a literal; 0 is every other unit. */
  classes: Uint16Array;
  /** Next state by class, for state 0: where a scan spends nearly all its time. */
  root: Int32Array;
  edges: ReadonlyMap<number, number>[];
  /** The longest proper suffix of a state that is itself a state. */
  fallback: Int32Array;
  /** Literals that end in a state, those of its suffixes included. */
  ends: number[][];
}

const UNITS = 0x10000;

export function literalFinder<T>(literals: readonly Literal<T>[]): LiteralFinder<T> {
  const folded = literals.map(({ literal }) =>
    Array.from({ length: literal.length }, (_, i) => foldUnit(literal.charAt(i))),
  );
  let trie: Trie | null = null;
  return (text) => {
    trie ??= buildTrie(folded);
    return runTrie(trie, text, literals);
  };
}

function runTrie<T>(trie: Trie, text: string, literals: readonly Literal<T>[]): LiteralHit<T>[] {
  const hits: LiteralHit<T>[] = [];
  let state = 0;
  for (let index = 0; index < text.length; index += 1) {
    state = step(trie, state, trie.classes[text.charCodeAt(index)] ?? 0);
    if (state === 0) continue;
    for (const which of trie.ends[state] ?? []) {
      const found = literals[which];
      if (found !== undefined)
        hits.push({ value: found.value, start: index + 1 - found.literal.length, end: index + 1 });
    }
  }
  return hits;
}

function step(
  { root, edges, fallback }: Pick<Trie, "root" | "edges" | "fallback">,
  from: number,
  unitClass: number,
): number {
  if (unitClass === 0) return 0;
  for (let state = from; state !== 0; state = fallback[state] ?? 0) {
    const target = edges[state]?.get(unitClass);
    if (target !== undefined) return target;
  }
  return root[unitClass] ?? 0;
}

function buildTrie(literals: readonly string[][]): Trie {
  const classOf = new Map([...new Set(literals.flat())].map((unit, index) => [unit, index + 1]));
  const edges: Map<number, number>[] = [new Map()];
  const ends: number[][] = [[]];
  literals.forEach((literal, which) => {
    let state = 0;
    for (const unit of literal) {
      const unitClass = classOf.get(unit) ?? 0;
      const known = edges[state]?.get(unitClass);
      if (known === undefined) {
        edges[state]?.set(unitClass, edges.length);
        state = edges.push(new Map()) - 1;
        ends.push([]);
      } else state = known;
    }
    ends[state]?.push(which);
  });
  const root = Int32Array.from({ length: classOf.size + 1 }, (_, unitClass) => edges[0]?.get(unitClass) ?? 0);
  return { classes: unitClasses(classOf), root, edges, fallback: linkSuffixes(root, edges, ends), ends };
}

/** Ranges in which letters have case or accents to fold; elsewhere a unit stands for itself. */
const FOLDED_RANGES = [
  [0, 0x58f],
  [0x1e00, 0x1fff],
] as const;

function unitClasses(classOf: ReadonlyMap<string, number>): Uint16Array {
  const classes = new Uint16Array(UNITS);
  for (const [unit, unitClass] of classOf) classes[unit.charCodeAt(0)] = unitClass;
  for (const [first, last] of FOLDED_RANGES) {
    for (let code = first; code <= last; code += 1) {
      classes[code] = classOf.get(foldUnit(String.fromCharCode(code))) ?? 0;
    }
  }
  return classes;
}

/** Breadth first, so that a suffix, being shorter, is always linked before the states that fall back to it. */
function linkSuffixes(root: Int32Array, edges: ReadonlyMap<number, number>[], ends: number[][]): Int32Array {
  const fallback = new Int32Array(edges.length);
  const queue = [0];
  for (let head = 0; head < queue.length; head += 1) {
    const state = queue[head] ?? 0;
    for (const [unitClass, target] of edges[state] ?? []) {
      if (state !== 0) fallback[target] = step({ root, edges, fallback }, fallback[state] ?? 0, unitClass);
      ends[target]?.push(...(ends[fallback[target] ?? 0] ?? []));
      queue.push(target);
    }
  }
  return fallback;
}
