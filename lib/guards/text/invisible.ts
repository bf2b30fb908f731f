/** Characters nobody sees: where they stand, and what text they carry. */
import type { Span } from "#lib/guards/text/mapped";

export type InvisibleKind = "tag" | "variation_selector" | "zero_width" | "bidi" | "filler";

export interface InvisibleRun extends Span {
  kind: InvisibleKind;
  /** Code points in the run. */
  count: number;
  /** Text smuggled in the run, or null when it carries none. */
  decoded: string | null;
  /** Part of ordinary writing: an emoji's joiner, a Persian non-joiner, a mark between Hebrew and Latin. */
  ordinary: boolean;
}

const INVISIBLE =
  /([\u{E0000}-\u{E007F}]+)|([\uFE00-\uFE0F\u{E0100}-\u{E01EF}]+)|([\u034F\u00AD\u180E\u200B-\u200D\u2060-\u2064\uFEFF]+)|([\u061C\u200E\u200F\u202A-\u202E\u2066-\u206F]+)|((?:[\u17B4-\u17B5]|[\u180B-\u180D]|[\u115F-\u1160\u3164\uFFA0\uFFF9-\uFFFB]|[\u{1D173}-\u{1D17A}])+)/gu;
const KINDS: readonly InvisibleKind[] = ["tag", "variation_selector", "zero_width", "bidi", "filler"];

const EMOJI = /^(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|\u20E3|\uFE0F|\u{E007F})$/u;
const KEYCAP_BASE = /^[0-9#*]$/;
/** Scripts whose own spelling uses joiners and non-joiners. */
const JOINING =
  /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Mongolian}\p{Script=Tibetan}\p{Script=Thai}\p{Script=Lao}]$/u;
const RIGHT_TO_LEFT = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]$/u;
const IDEOGRAPH = /^[\p{Script=Han}\p{Script=Mongolian}\p{Script=Myanmar}\p{Script=Phags_Pa}]$/u;
const FLAG_TAGS = /^[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{2,6}\u{E007F}$/u;
const BLACK_FLAG = "\u{1F3F4}";

export function findInvisible(text: string): InvisibleRun[] {
  return Array.from(text.matchAll(INVISIBLE), (match) => {
    const kind = KINDS[match.slice(1).findIndex((group) => group !== undefined)] ?? "filler";
    const [run, start] = [match[0], match.index];
    const end = start + run.length;
    const before = pointBefore(text, start);
    const after = end < text.length ? String.fromCodePoint(text.codePointAt(end) ?? 0) : "";
    const decoded = decodeRun(kind, run, before);
    const ordinary = decoded === null && isOrdinary(kind, run, before, after);
    return { kind, start, end, count: Array.from(run).length, decoded, ordinary };
  });
}

function decodeRun(kind: InvisibleKind, run: string, before: string): string | null {
  if (kind === "tag") return before === BLACK_FLAG && FLAG_TAGS.test(run) ? null : decodeTags(run);
  if (kind === "variation_selector") return decodeSelectors(run);
  return kind === "zero_width" || kind === "bidi" ? decodeBits(run) : null;
}

/** Tag characters are ASCII moved up to U+E0000. */
function decodeTags(run: string): string | null {
  const codes = Array.from(run, (point) => (point.codePointAt(0) ?? 0) - 0xe0000);
  const text = codes
    .filter((code) => code === 10 || (code >= 0x20 && code < 0x7f))
    .map((code) => String.fromCharCode(code));
  return text.length === 0 ? null : text.join("");
}

/** The 256 variation selectors as bytes of UTF-8. */
function decodeSelectors(run: string): string | null {
  const bytes = Array.from(run, (point) => {
    const code = point.codePointAt(0) ?? 0;
    return code >= 0xe0100 ? code - 0xe0100 + 16 : code - 0xfe00;
  });
  return bytes.length < 2 ? null : readableUtf8(bytes);
}

/** Two different invisible characters as bits, eight to a byte, in either polarity. */
function decodeBits(run: string): string | null {
  const alphabet = [...new Set(run)].sort();
  if (run.length < 32 || alphabet.length !== 2) return null;
  const [zero = "", one = ""] = alphabet;
  for (const [off, on] of [
    [zero, one],
    [one, zero],
  ]) {
    const bits = Array.from(run, (point) => (point === on ? "1" : point === off ? "0" : "")).join("");
    const text = readableUtf8((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
    if (text !== null) return text;
  }
  return null;
}

function readableUtf8(bytes: number[]): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
    return /[\p{L}\p{N}]/u.test(text) && !/[^\P{C}\n\r\t]/u.test(text) ? text : null;
  } catch {
    return null;
  }
}

function isOrdinary(kind: InvisibleKind, run: string, before: string, after: string): boolean {
  if (kind === "tag") return before === BLACK_FLAG && FLAG_TAGS.test(run);
  if (run.length > 2) return false;
  if (kind === "variation_selector") {
    return EMOJI.test(before) || IDEOGRAPH.test(before) || (KEYCAP_BASE.test(before) && after === "\u20E3");
  }
  if (kind === "bidi") return RIGHT_TO_LEFT.test(before) || RIGHT_TO_LEFT.test(after);
  if (kind === "filler") return /[\p{Script=Hangul}\p{Script=Khmer}\p{Script=Mongolian}]/u.test(before + after);
  if (run === "\u200D" && EMOJI.test(before) && EMOJI.test(after)) return true;
  return JOINING.test(before) && !/[\p{Script=Latin}]/u.test(after);
}

function pointBefore(text: string, index: number): string {
  if (index === 0) return "";
  const low = text.charCodeAt(index - 1);
  const paired = low >= 0xdc00 && low <= 0xdfff && index > 1;
  return String.fromCodePoint(text.codePointAt(paired ? index - 2 : index - 1) ?? 0);
}
