/** Redaction, once and from left to right, over the spans of all detectors together. */
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Hit } from "#lib/guards/security/hit";
import type { Redaction } from "#lib/guards/security/schema";
import type { Span } from "#lib/guards/text/mapped";
import { maskInPlace } from "#lib/guards/text/mask";

export interface Replacer {
  /** What to write instead of `original`, which is of kind `label`. */
  replace(original: string, label: string): string;
  /** Placeholder → original, when the redaction can be undone. */
  entries: Record<string, string>;
}

/**
 * A new replacer for one check.
 * @param text what is redacted: a placeholder that stands in it already is not given out, or restoring would change it
 */
export function replacer(redaction: Exclude<Redaction, "none">, hashKey: string | undefined, text: string): Replacer {
  const entries: Record<string, string> = {};
  if (redaction === "vault") return { entries, replace: vault(entries, text) };
  if (redaction === "mask")
    return { entries, replace: (original, label) => maskInPlace(original, label === "SECRET" ? 0 : undefined) };
  if (redaction === "replace" || hashKey === undefined) return { entries, replace: (_, label) => `[${label}]` };
  const key = hexToBytes(hashKey);
  return { entries, replace: (original, label) => `[${label}:${digest(key, original)}]` };
}

/** 64 bits: enough to tell values apart, too few to search back without the key. */
const DIGEST_HEX = 16;

function digest(key: Uint8Array, original: string): string {
  return bytesToHex(hmac(sha256, key, utf8ToBytes(original))).slice(0, DIGEST_HEX);
}

/** The same original gets the same placeholder. */
function vault(entries: Record<string, string>, text: string): Replacer["replace"] {
  const taken = new Set(text.match(/\[[A-Z0-9_]{1,60}\]/g));
  const known = new Map<string, string>();
  const counts = new Map<string, number>();
  return (original, label) => {
    const key = `${label}\n${original}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    let count = (counts.get(label) ?? 0) + 1;
    while (taken.has(`[${label}_${count}]`)) count += 1;
    const placeholder = `[${label}_${count}]`;
    counts.set(label, count);
    known.set(key, placeholder);
    entries[placeholder] = original;
    return placeholder;
  };
}

interface Region extends Span {
  label: string;
}

/** @returns the redacted text, or null when nothing had to be redacted. */
export function redact(text: string, hits: readonly Hit[], { replace }: Replacer): string | null {
  const regions = mergeRegions(hits);
  if (regions.length === 0) return null;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, label } of regions) {
    parts.push(text.slice(at, start), replace(text.slice(start, end), label));
    at = end;
  }
  return parts.join("") + text.slice(at);
}

/** Overlapping hits become one region, named after the longest of them. */
export function mergeRegions(hits: readonly Hit[]): Region[] {
  const labelled = hits.flatMap(({ label, start, end }) =>
    label === null || end <= start ? [] : [{ label, start, end }],
  );
  labelled.sort((a, b) => a.start - b.start || b.end - a.end);
  const regions: Region[] = [];
  let longest = 0;
  for (const region of labelled) {
    const last = regions.at(-1);
    if (last === undefined || region.start >= last.end) {
      regions.push({ ...region });
      longest = region.end - region.start;
      continue;
    }
    if (region.end - region.start > longest) {
      last.label = region.label;
      longest = region.end - region.start;
    }
    last.end = Math.max(last.end, region.end);
  }
  return regions;
}
