/** Derived texts that remember where each part came from. Offsets are UTF-16 units, spans half-open. */

export interface Span {
  start: number;
  end: number;
}

/** A text made from another one. `toOriginal` maps a span of `text` to the smallest span of the source. */
export interface Mapped {
  text: string;
  toOriginal(start: number, end: number): Span;
}

interface Segment {
  /** Where the segment begins in the derived text. */
  at: number;
  start: number;
  end: number;
  /** Unit for unit the same length as its source, so that spans map exactly. */
  aligned: boolean;
}

export function identity(text: string): Mapped {
  return { text, toOriginal: (start, end) => ({ start: clamp(start, text.length), end: clamp(end, text.length) }) };
}

/** `outer` was made from `inner.text`: the result maps straight to the source of `inner`. */
export function compose(inner: Mapped, outer: Mapped): Mapped {
  return {
    text: outer.text,
    toOriginal(start, end) {
      const middle = outer.toOriginal(start, end);
      return inner.toOriginal(middle.start, middle.end);
    },
  };
}

/** Builds a {@link Mapped} from left to right: `copyTo` up to a change, `replace` it, and `copyTo` the end. */
export class MapBuilder {
  readonly #parts: string[] = [];
  readonly #segments: Segment[] = [];
  #length = 0;
  #consumed = 0;
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  /** Takes over the source from where the last change ended. */
  copyTo(end: number): void {
    if (end > this.#consumed) this.#push(this.#source.slice(this.#consumed, end), this.#consumed, end, true);
    this.#consumed = Math.max(this.#consumed, end);
  }

  /** Goes on at `start`, leaving out what lies between. */
  skipTo(start: number): void {
    this.#consumed = Math.max(this.#consumed, start);
  }

  /** Every unit of `text` stands for the whole of the source span, unless the two are `aligned`. */
  replace(text: string, start: number, end: number, aligned = false): void {
    if (text !== "") this.#push(text, start, end, aligned);
    this.#consumed = end;
  }

  build(): Mapped {
    const segments = this.#segments;
    const length = this.#length;
    const limit = this.#source.length;
    return {
      text: this.#parts.join(""),
      toOriginal(start, end) {
        if (length === 0) return { start: 0, end: limit };
        const from = clamp(start, length);
        const to = Math.max(from, clamp(end, length));
        const begin = sourceOf(segments, from, length, limit);
        if (to === from) return { start: begin.start, end: begin.start };
        return { start: begin.start, end: Math.max(begin.start, sourceOf(segments, to - 1, length, limit).end) };
      },
    };
  }

  #push(text: string, start: number, end: number, aligned: boolean): void {
    this.#parts.push(text);
    this.#segments.push({ at: this.#length, start, end, aligned });
    this.#length += text.length;
  }
}

/** The source of one unit of the derived text; beyond its end, the end of the source. */
function sourceOf(segments: Segment[], at: number, length: number, limit: number): Span {
  if (at >= length) return { start: limit, end: limit };
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const segment = segments[low];
  if (segment === undefined) return { start: limit, end: limit };
  if (!segment.aligned) return { start: segment.start, end: segment.end };
  const start = segment.start + at - segment.at;
  return { start, end: start + 1 };
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(0, offset), length);
}
