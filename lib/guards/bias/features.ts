/**
 * Features of the sexism model: words, pairs and pieces of words, and the parts words play, hashed. Names of groups and
 * pronouns are masked first, so that the model cannot tell one group from another.
 */
import { words } from "#lib/guards/bias/lexicon/phrases";
import type { Shape, Unit } from "#lib/guards/bias/shape";
import { bucketing, FNV_OFFSET, hashed } from "#lib/guards/text/feature-hash";

/** Hash buckets; a power of two. */
export const BUCKETS = 1 << 17;

const PRONOUNS = new Set(words("he she his her hers him himself herself he's she's he'll she'll he'd she'd"));
const WORD = hashed(FNV_OFFSET, "u ");
const PAIR = hashed(FNV_OFFSET, "b ");
const PIECE = hashed(FNV_OFFSET, "c ");
const ROLE = hashed(FNV_OFFSET, "t ");
const ROLES = hashed(FNV_OFFSET, "l ");
/** Longest part of a word that is cut into pieces, and how long a piece is. */
const { bucketOf, addPieces } = bucketing(BUCKETS, 24);

/** @returns the distinct buckets of a passage. */
export function featuresOf({ units, letters }: Shape): Set<number> {
  const buckets = new Set<number>();
  addRoles(buckets, letters);
  let previous = "^";
  for (const unit of units) {
    const token = masked(unit);
    buckets.add(bucketOf(hashed(WORD, token)));
    buckets.add(bucketOf(hashed(hashed(hashed(PAIR, previous), " "), token)));
    if (!token.startsWith("#")) addPieces(buckets, token, PIECE);
    previous = token;
  }
  return buckets;
}

/** What parts the words play, alone and in threes: the letters of the shape, see lexicon/entries.ts. */
function addRoles(buckets: Set<number>, letters: string): void {
  for (let at = 0; at < letters.length; at += 1) {
    if (TELLING.includes(letters.charAt(at))) buckets.add(bucketOf(hashed(ROLE, letters, at, at + 1)));
    if (at + 3 <= letters.length) buckets.add(bucketOf(hashed(ROLES, letters, at, at + 3)));
  }
}

const TELLING = "BKkVXxJLSsTUIZNMb";

function masked(unit: Unit): string {
  if (unit.tag === "G") return "#groups";
  if (unit.tag === "g") return "#group";
  if (unit.tag === "A" || unit.tag === "E") return "#kind";
  if (PRONOUNS.has(unit.text)) return "#pronoun";
  return hasDigit(unit.text) ? "#number" : unit.text;
}

function hasDigit(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}

/** Whether a passage says anything of people that the model could judge: a bare pronoun is not enough. */
export function speaksOfPeople(shapes: readonly Shape[]): boolean {
  if (shapes.some(({ letters }) => /[GgSs]/.test(letters))) return true;
  return (
    shapes.some(({ letters }) => /[BKkVXxJL]/.test(letters)) &&
    shapes.some(({ units }) => units.some((unit) => PRONOUNS.has(unit.text)))
  );
}
