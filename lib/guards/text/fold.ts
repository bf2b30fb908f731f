/** Folding that keeps every offset: one UTF-16 unit in, one out. */

const STROKES: Readonly<Record<string, string>> = { ø: "o", ł: "l", đ: "d", ı: "i", ħ: "h", ŧ: "t", ð: "d" };
const MEMO = new Map<string, string>();

/** Lower case, and Latin letters without their accents. The result has the length of `text`. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower.replace(/[\u00C0-\u024F\u1E00-\u1EFF]/g, foldUnit);
  return Array.from({ length: text.length }, (_, index) => foldUnit(text.charAt(index))).join("");
}

/** One UTF-16 unit, folded; halves of surrogate pairs come back as they are. */
export function foldUnit(unit: string): string {
  const known = MEMO.get(unit);
  if (known !== undefined) return known;
  const lower = unit.toLowerCase();
  const bare = /^\p{Script=Latin}/u.test(lower) ? lower.normalize("NFD").charAt(0) : lower;
  const folded = bare.length === 1 ? (STROKES[bare] ?? bare) : unit;
  MEMO.set(unit, folded);
  return folded;
}
