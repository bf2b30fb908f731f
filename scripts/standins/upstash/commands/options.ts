import { syntaxError } from "#scripts/standins/upstash/reply";
import { parseFloatStrict, parseInteger } from "#scripts/standins/upstash/store/numbers";

/** Walks over the words of a command from left to right. */
export class Options {
  #at = 0;

  constructor(readonly words: readonly string[]) {}

  get done(): boolean {
    return this.#at >= this.words.length;
  }

  get left(): number {
    return this.words.length - this.#at;
  }

  /** The next word; a missing one is a syntax error. */
  next(): string {
    const word = this.words[this.#at++];
    if (word === undefined) throw syntaxError();
    return word;
  }

  /** The next word as an option name. */
  name(): string {
    return this.next().toUpperCase();
  }

  peek(): string | undefined {
    return this.words[this.#at]?.toUpperCase();
  }

  /** Takes the next word if it is one of `names` (upper case). */
  take<N extends string>(...names: N[]): N | undefined {
    const found = names.find((name) => name === this.peek());
    if (found !== undefined) this.#at++;
    return found;
  }

  integer(): number {
    return parseInteger(this.next());
  }

  float(): number {
    return parseFloatStrict(this.next());
  }

  rest(): string[] {
    const words = this.words.slice(this.#at);
    this.#at = this.words.length;
    return words;
  }

  /** Throws unless every word was used. */
  end(): void {
    if (!this.done) throw syntaxError();
  }
}

/** `a b c d` → [[a, b], [c, d]]; throws `error` for an odd one out. */
export function pairs(words: readonly string[], error: () => Error): [string, string][] {
  if (words.length === 0 || words.length % 2 !== 0) throw error();
  const result: [string, string][] = [];
  for (let i = 0; i + 1 < words.length; i += 2) result.push([words[i] ?? "", words[i + 1] ?? ""]);
  return result;
}

/** Redis' inclusive range with negative ends, as [start, endExclusive]. */
export function sliceBounds(start: number, stop: number, length: number): [number, number] {
  const from = Math.max(start < 0 ? start + length : start, 0);
  const to = Math.min(stop < 0 ? stop + length : stop, length - 1);
  return from > to ? [0, 0] : [from, to + 1];
}

/** As sliceBounds, but for bytes, where an end before the beginning means the first one. */
export function byteBounds(start: number, stop: number, length: number): [number, number] {
  if (start < 0 && stop < 0 && start > stop) return [0, 0];
  return sliceBounds(start, stop < 0 ? Math.max(stop + length, 0) : stop, length);
}
