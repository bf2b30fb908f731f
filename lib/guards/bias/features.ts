/**
 * Features of the sexism model: words, pairs of words and pieces of words, hashed. Names of groups and
 * pronouns are masked first, so that the model cannot tell one group from another.
 */
import type { Unit } from "#lib/guards/bias/shape";

/** Hash buckets; a power of two. */
export const BUCKETS = 1 << 15;

const PRONOUN = /^(?:s?he|his|hers?|him|himself|herself|she's|he's|he'll|she'll|he'd|she'd)$/;

/** @returns the distinct buckets of a passage. */
export function featuresOf(units: readonly Unit[]): Set<number> {
  const buckets = new Set<number>();
  let previous = "^";
  for (const unit of units) {
    const token = masked(unit);
    buckets.add(bucket(`u ${token}`));
    buckets.add(bucket(`b ${previous} ${token}`));
    if (!token.startsWith("#")) addPieces(buckets, token);
    previous = token;
  }
  return buckets;
}

function masked(unit: Unit): string {
  if (unit.tag === "G") return "#groups";
  if (unit.tag === "g") return "#group";
  if (unit.tag === "A" || unit.tag === "E") return "#kind";
  if (PRONOUN.test(unit.text)) return "#pronoun";
  return /\d/.test(unit.text) ? "#number" : unit.text;
}

/** Pieces of four letters: spelling variants, inflections and compounds share most of theirs. */
function addPieces(buckets: Set<number>, token: string): void {
  const padded = `<${token.slice(0, 24)}>`;
  for (let at = 0; at + 4 <= padded.length; at += 1) buckets.add(bucket(`c ${padded.slice(at, at + 4)}`));
}

/** FNV-1a over UTF-16 units. */
function bucket(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}

/** Whether a passage says anything of people that the model could judge: a bare pronoun is not enough. */
export function speaksOfPeople(units: readonly Unit[]): boolean {
  if (units.some((unit) => /[GgSs]/.test(unit.tag))) return true;
  return units.some((unit) => PRONOUN.test(unit.text)) && units.some((unit) => /[BKkVXxJL]/.test(unit.tag));
}
