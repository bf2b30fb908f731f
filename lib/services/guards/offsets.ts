/** Turns every span of an answer from UTF-16 units into the caller's unit, in linear time. */
import type { Content } from "#lib/guards/content";
import type { OffsetUnit } from "#lib/guards/verdict";

type Convert = (utf16: number) => number;

export interface SpanTexts {
  content: Content;
  /** Source documents that `document` fields point into. */
  documents: readonly string[];
}

/**
 * Every object with numeric `start` and `end` is a span: of `documents[document]` when it has that
 * field, else of `messages[message]`, else of the newest targeted message.
 */
export function inUnit<Data>(data: Data, asked: OffsetUnit, texts: SpanTexts): Data {
  if (asked === "utf16") return data;
  const unit = asked;
  const tables = new Map<string, Convert>();
  const newest = texts.content.targets.at(-1) ?? 0;

  function table(text: string): Convert {
    const known = tables.get(text);
    if (known !== undefined) return known;
    const made = converter(text, unit);
    tables.set(text, made);
    return made;
  }

  function textOf(span: Record<string, unknown>): string {
    if (typeof span.document === "number") return texts.documents[span.document] ?? "";
    const message = typeof span.message === "number" ? span.message : newest;
    return texts.content.messages[message]?.content ?? "";
  }

  function walk(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== "object") return value;
    const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
    if (typeof copy.start !== "number" || typeof copy.end !== "number") return copy;
    const convert = table(textOf(copy));
    return { ...copy, start: convert(copy.start), end: convert(copy.end), ...("unit" in copy ? { unit } : {}) };
  }

  return walk(data) as Data;
}

/** Offsets in the other unit at every UTF-16 offset; the second half of a surrogate pair counts as its end. */
function converter(text: string, unit: "codepoint" | "utf8"): Convert {
  const at = new Uint32Array(text.length + 1);
  let sum = 0;
  for (let index = 0; index < text.length; ) {
    const point = text.codePointAt(index) ?? 0;
    at[index] = sum;
    sum += unit === "codepoint" ? 1 : utf8Length(point);
    const width = point > 0xffff ? 2 : 1;
    if (width === 2) at[index + 1] = sum;
    index += width;
  }
  at[text.length] = sum;
  return (utf16) => at[Math.min(utf16, text.length)] ?? sum;
}

function utf8Length(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
