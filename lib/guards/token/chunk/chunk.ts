/**
 * Cuts a text into chunks of at most `size` tokens, each counted exactly, at the best boundary its
 * last part holds. Linear: the text is tokenized once, and a slice again only where its count is not
 * simply the difference.
 */
import { boundaries, STRENGTH } from "#lib/guards/token/chunk/boundaries";
import type { Counter, Steps } from "#lib/guards/token/counter";
import type { ChunkingStrategy } from "#lib/guards/token/schema";

export interface ChunkOptions {
  strategy: ChunkingStrategy;
  /** Tokens, at most. */
  size: number;
  /** Tokens repeated from the chunk before, at most; more than half of `size` counts as half. */
  overlap: number;
}

export interface TextChunk {
  text: string;
  start: number;
  end: number;
  tokens: number;
}

export interface Chunked {
  chunks: TextChunk[];
  warnings: string[];
}

const MAX_CHUNKS = 20_000;
/** A boundary is taken when the chunk is at least this full; a new topic or section is welcome earlier. */
const MIN_FILL = { boundary: 0.5, section: 0.15 };

export function chunkText(text: string, options: ChunkOptions, counter: Counter): Chunked {
  const overlap = Math.min(options.overlap, Math.floor(options.size / 2));
  const warnings = overlap < options.overlap ? ["chunk_overlap was cut to half of chunk_size."] : [];
  const cutter = new Cutter(text, { ...options, overlap }, counter);
  const chunks: TextChunk[] = [];
  let covered = -1;
  for (let from = -1; covered < cutter.last && chunks.length < MAX_CHUNKS; ) {
    const { to, tokens } = cutter.next(from, covered);
    const start = cutter.endOf(from);
    const end = cutter.endOf(to);
    chunks.push({ text: text.slice(start, end), start, end, tokens });
    covered = to;
    from = cutter.stepBack(from, to);
  }
  if ((chunks.at(-1)?.end ?? 0) < text.length) warnings.push(`Only the first ${MAX_CHUNKS} chunks are given.`);
  if (chunks.some((chunk) => chunk.tokens > options.size))
    warnings.push("A single character is longer than chunk_size.");
  return { chunks, warnings };
}

/** Works on step indexes: step `i` ends at `ends[i]`, and -1 is the text's beginning. */
class Cutter {
  readonly last: number;
  readonly #text: string;
  readonly #options: ChunkOptions;
  readonly #counter: Counter;
  readonly #steps: Steps;
  readonly #strengths: Uint8Array;

  constructor(text: string, options: ChunkOptions, counter: Counter) {
    this.#text = text;
    this.#options = options;
    this.#counter = counter;
    this.#steps = counter.steps(text);
    this.#strengths = boundaries(text, options.strategy);
    this.last = this.#steps.ends.length - 1;
  }

  endOf(step: number): number {
    return step < 0 ? 0 : (this.#steps.ends[step] ?? this.#text.length);
  }

  /** The step that the chunk after `from` ends with, always beyond what is `covered`, and its tokens. */
  next(from: number, covered: number): { to: number; tokens: number } {
    let to = this.#furthest(from, covered);
    if (to < this.last || this.#options.strategy === "semantic") to = this.#bestBoundary(from, covered, to);
    for (;;) {
      const tokens = this.#count(from, to);
      if (tokens <= this.#options.size || to === covered + 1) return { to, tokens };
      to--;
    }
  }

  /** Where the next chunk starts so that it repeats at most the overlap; always moves on. */
  stepBack(from: number, to: number): number {
    if (this.#options.overlap === 0) return to;
    let start = to;
    while (start - 1 > from && this.#tokensBetween(start - 1, to) <= this.#options.overlap) start--;
    while (start < to && this.#options.strategy !== "fixed" && this.#strengthAt(start) === STRENGTH.none) start++;
    while (start < to && this.#count(start, to) > this.#options.overlap) start++;
    return start;
  }

  #furthest(from: number, covered: number): number {
    let low = covered + 1;
    let high = this.last;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#tokensBetween(from, middle) <= this.#options.size) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #bestBoundary(from: number, covered: number, furthest: number): number {
    let best = furthest;
    let strength: number = furthest === this.last ? STRENGTH.section : STRENGTH.none;
    for (let step = furthest; step > covered; step--) {
      const at = this.#strengthAt(step);
      if (at <= strength) continue;
      const fill = this.#tokensBetween(from, step) / this.#options.size;
      if (fill < MIN_FILL.section) break;
      if (fill < MIN_FILL.boundary && at < STRENGTH.section) continue;
      best = step;
      strength = at;
    }
    return best;
  }

  #strengthAt(step: number): number {
    return this.#strengths[this.endOf(step)] ?? STRENGTH.none;
  }

  #tokensBetween(from: number, to: number): number {
    return (this.#steps.tokens[to] ?? 0) - (from < 0 ? 0 : (this.#steps.tokens[from] ?? 0));
  }

  #count(from: number, to: number): number {
    const { additive } = this.#steps;
    const exact = (from < 0 || additive[from] === 1) && additive[to] === 1;
    return exact
      ? this.#tokensBetween(from, to)
      : this.#counter.count(this.#text.slice(this.endOf(from), this.endOf(to)));
  }
}
