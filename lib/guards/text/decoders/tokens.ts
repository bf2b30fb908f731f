/** Encodings that stand in a text as tokens of their own: base64, hexadecimal, binary and decimal codes. */
import type { Decoder } from "#lib/guards/text/decoders/decoder";
import { MapBuilder, type Mapped, type Span } from "#lib/guards/text/mapped";
import { isPlausible, isWordlike, textOf } from "#lib/guards/text/plausible";

interface Piece extends Span {
  text: string;
}

const MIN_DECODED = 8;
const PROBE = 24;

const BASE64 = /[A-Za-z0-9+/_-]{8,}(?:\r?\n[A-Za-z0-9+/_-]{8,})*={0,2}/g;
const HEX = /(?<![0-9A-Za-z])(?:0x)?[0-9A-Fa-f]{2}(?:[\s:,]{0,2}(?:0x)?[0-9A-Fa-f]{2}){7,}(?![0-9A-Za-z])/g;
const BINARY = /(?<![0-9A-Za-z])[01]{8}(?:[\s,]{0,2}[01]{8}){5,}(?![0-9A-Za-z])/g;
const DECIMAL = /(?<![0-9A-Za-z])[1-9]\d{1,2}(?:[\s,]{1,2}[1-9]\d{1,2}){7,}(?![0-9A-Za-z])/g;

export const base64: Decoder = {
  name: "base64",
  decode: (text) => joinNeighbours(text, Array.from(text.matchAll(BASE64), (match) => readBase64(match)).flat()),
};
export const hex: Decoder = { name: "hex", decode: (text) => decodeCodes(text, HEX, readHex) };
export const binary: Decoder = { name: "binary", decode: (text) => decodeCodes(text, BINARY, readBinary) };
export const decimal: Decoder = { name: "decimal", decode: (text) => decodeCodes(text, DECIMAL, readDecimal) };

/** Encoded text has capitals or digits among its letters; words and dashed names have them, if at all, at the front. */
const MIXED = /[A-Za-z0-9+/][A-Z0-9]/;

/** Wrapped lines are one token; when that makes no sense each line, and each part of a path, is tried alone. */
function readBase64(match: RegExpExecArray): Piece[] {
  if (!MIXED.test(match[0])) return [];
  const whole = base64Piece(match[0], match.index);
  if (whole !== null) return [whole];
  if (!/[\n/_-]/.test(match[0])) return [];
  return Array.from(match[0].matchAll(/[A-Za-z0-9+]{8,}={0,2}/g), (part) =>
    base64Piece(part[0], match.index + part.index),
  ).filter((piece) => piece !== null);
}

function base64Piece(token: string, start: number): Piece | null {
  const letters = token
    .replace(/[\r\n=]/g, "")
    .replaceAll("-", "+")
    .replaceAll("_", "/");
  if (letters.length % 4 === 1 || !beginsLikeText(letters)) return null;
  if (textOf(base64Bytes(letters.slice(0, PROBE), true)) === null) return null;
  const text = textOf(base64Bytes(letters, false));
  if (text === null || !(text.length < 12 ? isWordlike(text) : isPlausible(text))) return null;
  return { text, start, end: start + token.length };
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const SEXTETS = Uint8Array.from({ length: 128 }, (_, code) => Math.max(0, ALPHABET.indexOf(String.fromCharCode(code))));

/** A cheap look at the first bytes: rules out nearly all words and names before anything is decoded. */
function beginsLikeText(letters: string): boolean {
  let continuing = 0;
  for (let index = 0; index < 2; index += 1) {
    const [a, b, c, d] = [0, 1, 2, 3].map((at) => SEXTETS[letters.charCodeAt(index * 4 + at)] ?? 0);
    const group = ((a ?? 0) << 18) | ((b ?? 0) << 12) | ((c ?? 0) << 6) | (d ?? 0);
    for (const byte of [group >> 16, (group >> 8) & 0xff, group & 0xff]) {
      if (continuing > 0 ? (byte & 0xc0) !== 0x80 : (byte & 0xc0) === 0x80 || byte > 0xf4 || byte === 0x7f)
        return false;
      if (byte > 0 && byte < 9) return false;
      continuing = continuing > 0 ? continuing - 1 : byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc0 ? 1 : 0;
    }
  }
  return true;
}

/** @param probing drop the last bytes, which may be the first half of a character. */
function base64Bytes(letters: string, probing: boolean): Uint8Array {
  const bytes = Uint8Array.from(atob(letters), (char) => char.charCodeAt(0));
  if (!probing || letters.length < PROBE) return bytes;
  let end = bytes.length;
  for (let cut = 0; cut < 3 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80; cut += 1) end -= 1;
  return bytes.subarray(0, (bytes[end - 1] ?? 0) >= 0xc0 ? end - 1 : end);
}

function decodeCodes(text: string, pattern: RegExp, read: (token: string) => number[]): Mapped[] {
  const pieces = Array.from(text.matchAll(pattern), (match): Piece | null => {
    const decoded = textOf(Uint8Array.from(read(match[0])));
    if (decoded === null || !isPlausible(decoded)) return null;
    return { text: decoded, start: match.index, end: match.index + match[0].length };
  });
  return joinNeighbours(
    text,
    pieces.filter((piece) => piece !== null),
  );
}

function readHex(token: string): number[] {
  const digits = token.replace(/0x/gi, "").match(/[0-9a-f]{2}/gi) ?? [];
  return digits.map((pair) => Number.parseInt(pair, 16));
}

function readBinary(token: string): number[] {
  return (token.match(/[01]{8}/g) ?? []).map((bits) => Number.parseInt(bits, 2));
}

function readDecimal(token: string): number[] {
  const codes = (token.match(/\d+/g) ?? []).map(Number);
  return codes.every((code) => code >= 32 && code < 127) ? codes : [];
}

/** Words encoded one by one become one text again. A lone short word says nothing and is dropped. */
function joinNeighbours(text: string, pieces: Piece[]): Mapped[] {
  const views: Mapped[] = [];
  for (let index = 0; index < pieces.length; ) {
    const builder = new MapBuilder(text);
    let length = 0;
    let end = pieces[index]?.start ?? 0;
    for (; index < pieces.length; index += 1) {
      const piece = pieces[index];
      if (piece === undefined || piece.start - end > 3) break;
      if (length > 0) builder.replace(" ", end, piece.start);
      builder.replace(piece.text, piece.start, piece.end);
      length += piece.text.length;
      end = piece.end;
    }
    if (length >= MIN_DECODED) views.push(builder.build());
  }
  return views;
}
