/** Evidence that shows what kind of thing was found without showing the thing. */

const MAX_VISIBLE = 4;

/**
 * `••••1234`: at most the last four characters, and never more than a quarter of the text. With a `label`
 * nothing of the text remains: `[EMAIL]`.
 */
export function mask(text: string, label?: string): string {
  if (label !== undefined) return `[${label}]`;
  const chars = Array.from(text);
  const visible = Math.min(MAX_VISIBLE, Math.floor(chars.length / 4));
  return `••••${visible === 0 ? "" : chars.slice(-visible).join("")}`;
}

/** Every letter and digit but the last few (at most `most`) becomes `*`; length and punctuation stay. */
export function maskInPlace(text: string, most = MAX_VISIBLE): string {
  const chars = Array.from(text);
  const visible = Math.min(most, Math.floor(chars.length / 4));
  return chars
    .map((char, index) => (index < chars.length - visible && /[\p{L}\p{N}\p{M}]/u.test(char) ? "*" : char))
    .join("");
}
