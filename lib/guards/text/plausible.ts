/** Is a decoded candidate text, or the noise one gets from decoding a hash, an image or a file name? */

/** Control characters and code points without a meaning; invisible format characters are left to normalisation. */
const UNPRINTABLE = /[\p{Cn}\p{Co}\p{Cs}]|(?![\n\r\t])\p{Cc}/u;
const WORDLIKE = /[\p{L}\p{N}\p{M}\p{Cf}\s]/gu;
const VOWEL = /[aeiouy]/gi;

/** Strict UTF-8, or UTF-16 when every second byte is zero; null when the bytes are neither or unprintable. */
export function textOf(bytes: Uint8Array): string | null {
  const wide = bytes.length >= 8 && bytes.every((byte, index) => index % 2 === 0 || byte === 0);
  try {
    const text = new TextDecoder(wide ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes);
    return UNPRINTABLE.test(text) ? null : text;
  } catch {
    return null;
  }
}

/**
 * Printable text of twelve or more characters does not come about by chance (random bytes: below 1 in 100,000);
 * shorter text has to look like words.
 */
export function isPlausible(text: string): boolean {
  const wordlike = text.match(WORDLIKE)?.length ?? 0;
  if (wordlike < text.length * 0.6) return false;
  return text.length >= 12 || isWordlike(text);
}

/** Letters with a natural share of vowels (or another script), for short pieces. */
export function isWordlike(text: string): boolean {
  if (!/^[\p{L}\p{M}\s.,!?'’:-]+$/u.test(text)) return false;
  if (/[^\0-\x7f]/.test(text)) return text.length >= 3;
  if (!/^(?:[A-Z]?[a-z]*|[A-Z]+)(?:[\s.,!?':-]+(?:[A-Z]?[a-z]*|[A-Z]+))*$/.test(text)) return false;
  const share = (text.match(VOWEL)?.length ?? 0) / text.replace(/[^A-Za-z]/g, "").length;
  return share >= 0.2 && share <= 0.8;
}
