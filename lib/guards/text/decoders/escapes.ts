/** Encodings that replace single characters inside a text: percent signs, HTML entities, backslash escapes. */
import type { Decoder } from "#lib/guards/text/decoders/decoder";
import { MapBuilder, type Mapped } from "#lib/guards/text/mapped";

const PERCENT = /(?:%[0-9A-Fa-f]{2})+/g;
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|(lt|gt|amp|quot|apos|nbsp|colon|sol|lpar|rpar|Tab|NewLine));/g;
const ESCAPE =
  /\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([nrt"'/\\]))|(?:U\+|&#x|%u)([0-9A-Fa-f]{4,5})\b/g;

const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  nbsp: " ",
  colon: ":",
  sol: "/",
  lpar: "(",
  rpar: ")",
  Tab: "\t",
  NewLine: "\n",
};
const CONTROLS: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

export const percent: Decoder = {
  name: "url",
  decode: (text) => rewrite(text, PERCENT, (match) => percentText(match[0])),
};
export const entities: Decoder = {
  name: "html",
  decode: (text) =>
    rewrite(text, ENTITY, ([, decimal, hex, name]) =>
      name === undefined ? character(decimal ?? "", hex) : (ENTITIES[name] ?? null),
    ),
};
export const escapes: Decoder = {
  name: "escape",
  decode: (text) =>
    rewrite(text, ESCAPE, ([, braced, four, two, control, notation]) =>
      control === undefined ? character("", braced ?? four ?? two ?? notation) : (CONTROLS[control] ?? control),
    ),
};

function percentText(run: string): string | null {
  try {
    return decodeURIComponent(run);
  } catch {
    return null;
  }
}

function character(decimal: string, hex: string | undefined): string | null {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const drawn = code === 9 || code === 10 || (code >= 32 && code < 0x110000 && (code < 0xd800 || code > 0xdfff));
  return drawn ? String.fromCodePoint(code) : null;
}

const MIN_CHANGES = 2;
const MARGIN = 400;
const WHOLE_TEXT = 8_000;

/** The text with every escape written out; of a long text only the part around the escapes. */
function rewrite(text: string, pattern: RegExp, plain: (match: RegExpExecArray) => string | null): Mapped[] {
  const changes = Array.from(text.matchAll(pattern), (match) => ({ match, plain: plain(match) })).filter(
    (change) => change.plain !== null,
  );
  const [first, last] = [changes[0], changes.at(-1)];
  if (changes.length < MIN_CHANGES && (first?.plain?.length ?? 0) < MIN_CHANGES) return [];
  const builder = new MapBuilder(text);
  const long = text.length > WHOLE_TEXT;
  if (long) builder.skipTo((first?.match.index ?? 0) - MARGIN);
  for (const { match, plain: written } of changes) {
    builder.copyTo(match.index);
    builder.replace(written ?? "", match.index, match.index + match[0].length);
  }
  const end = (last?.match.index ?? 0) + (last?.match[0].length ?? 0);
  builder.copyTo(long ? Math.min(text.length, end + MARGIN) : text.length);
  return [builder.build()];
}
