/** Exact token counts, identical to tiktoken's with special tokens read as plain text. */
import { mergeIds, mergeScratch } from "#lib/guards/token/bpe/merge";
import { eachPiece } from "#lib/guards/token/bpe/pieces";
import { vocabulary } from "#lib/guards/token/bpe/tables";
import { BYTE_IDS } from "#lib/guards/token/bpe/vocabulary";
import type { Counter, Steps } from "#lib/guards/token/counter";
import type { Encoding } from "#lib/guards/token/schema";

export function exactCounter(encoding: Encoding): Counter {
  return { count: (text) => countTokens(text, encoding), steps: (text) => tokenSteps(text, encoding) };
}

/** Pieces up to this length are counted once a text; longer ones seldom come twice. */
const MEMO_LENGTH = 24;

/** @returns the number of tokens of `text`. Nothing of the text outlives the call. */
export function countTokens(text: string, encoding: Encoding): number {
  const { merge } = pieceMerger(text, encoding);
  const memo = new Map<string, number>();
  let total = 0;
  eachPiece(text, encoding, (start, end) => {
    if (end - start > MEMO_LENGTH) {
      total += merge(start, end);
      return;
    }
    const piece = text.slice(start, end);
    let count = memo.get(piece);
    if (count === undefined) {
      count = merge(start, end);
      memo.set(piece, count);
    }
    total += count;
  });
  return total;
}

/** @returns token ids, as tiktoken's `encode_ordinary`. */
export function encodeTokens(text: string, encoding: Encoding): number[] {
  const encoded: number[] = [];
  eachPieceMerged(text, encoding, (_start, _end, ids, length) => {
    for (let i = 0; i < length; i++) encoded.push(ids[i] ?? 0);
  });
  return encoded;
}

function tokenSteps(text: string, encoding: Encoding): Steps {
  const { byteLength } = vocabulary(encoding);
  const ends: number[] = [];
  const tokens: number[] = [];
  const additive: number[] = [];
  let count = 0;
  eachPieceMerged(text, encoding, (start, end, ids, length) => {
    let at = start;
    let bytesPassed = 0;
    let bytesAt = 0;
    for (let i = 0; i < length; i++) {
      count++;
      bytesPassed += byteLength[ids[i] ?? 0] ?? 0;
      while (bytesAt < bytesPassed && at < end) {
        const code = text.codePointAt(at) ?? 0;
        const width = utf8Width(code);
        if (bytesAt + width > bytesPassed) break;
        bytesAt += width;
        at += code > 0xffff ? 2 : 1;
      }
      if (bytesAt !== bytesPassed) continue;
      ends.push(at);
      tokens.push(count);
      additive.push(at === end && !/[^\S\r\n\ufeff]|\x85/.test(text.charAt(at - 1)) ? 1 : 0);
    }
  });
  return { ends: Int32Array.from(ends), tokens: Float64Array.from(tokens), additive: Uint8Array.from(additive) };
}

function utf8Width(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code > 0xffff ? 4 : 3;
}

type EachMerged = (start: number, end: number, ids: Int32Array, length: number) => void;

function eachPieceMerged(text: string, encoding: Encoding, each: EachMerged): void {
  const { ids, merge } = pieceMerger(text, encoding);
  eachPiece(text, encoding, (start, end) => {
    const length = merge(start, end);
    each(start, end, ids(), length);
  });
}

/** Merges one piece after the other: `merge` answers how many tokens the piece has, `ids` holds them until the next. */
function pieceMerger(text: string, encoding: Encoding) {
  const table = vocabulary(encoding);
  const scratch = mergeScratch();
  let ids = new Int32Array(1024);
  return {
    ids: () => ids,
    merge(start: number, end: number): number {
      if ((end - start) * 3 > ids.length) ids = new Int32Array((end - start) * 3);
      return mergeIds(table, ids, toByteIds(text, start, end, ids), scratch);
    },
  };
}

const REPLACEMENT = 0xfffd;

/** Writes the ids of the UTF-8 bytes of `text[start..end)`; a lone surrogate becomes U+FFFD. */
function toByteIds(text: string, start: number, end: number, ids: Int32Array): number {
  let length = 0;
  for (let at = start; at < end; at++) {
    let code = text.charCodeAt(at);
    if (code < 0x80) {
      ids[length++] = BYTE_IDS[code] ?? 0;
      continue;
    }
    if (code >= 0xd800 && code <= 0xdfff) {
      const whole = text.codePointAt(at) ?? 0;
      code = whole > 0xffff && at + 1 < end ? whole : REPLACEMENT;
      if (code > 0xffff) at++;
    }
    length = writeMultibyte(code, ids, length);
  }
  return length;
}

function writeMultibyte(code: number, ids: Int32Array, length: number): number {
  const continuation = (shift: number) => BYTE_IDS[0x80 | ((code >> shift) & 0x3f)] ?? 0;
  let at = length;
  if (code < 0x800) {
    ids[at++] = BYTE_IDS[0xc0 | (code >> 6)] ?? 0;
  } else if (code < 0x10000) {
    ids[at++] = BYTE_IDS[0xe0 | (code >> 12)] ?? 0;
    ids[at++] = continuation(6);
  } else {
    ids[at++] = BYTE_IDS[0xf0 | (code >> 18)] ?? 0;
    ids[at++] = continuation(12);
    ids[at++] = continuation(6);
  }
  ids[at++] = continuation(0);
  return at;
}
