/** Finds claims that contradict an earlier message: the same statement denied, or another value for the same attribute. */
import { OPPOSITES, PLURAL_NOUNS } from "#lib/guards/context/claim-words";
import { type Claim, claimsOf } from "#lib/guards/context/claims";
import type { Reading } from "#lib/guards/context/reading";
import type { Transcript } from "#lib/guards/context/transcript";
import type { Vocabulary } from "#lib/guards/context/vocabulary";
import type { Piece } from "#lib/guards/text/words";

export interface Clash {
  entry: number;
  earlierEntry: number;
  sentence: Piece;
  earlierText: string;
  reason: string;
}

/** Overlap of two frames (Jaccard) from which they speak of the same thing. */
const SAME_FRAME = 0.75;
/** Earlier claims per word that are looked at, newest first: keeps long conversations linear. */
const CANDIDATES = 25;

const KIND_WORDS: Readonly<Record<string, string>> = {
  date: "date",
  weekday: "day",
  month: "month",
  time: "time",
  money: "amount",
  percent: "percentage",
  year: "year",
  number: "number",
  name: "name",
  attribute: "value",
};

/** At most one clash for every message of the call. */
export function findContradictions({ readings, earlier, vocabulary }: Transcript): Clash[] {
  if (readings.length < 2) return [];
  const own = readings.map((reading, index) => (index < earlier ? [] : claimsOf(index, reading)));
  const isRelated = relatedTo(own.flat(), vocabulary);
  const byWord = new Map<string, Claim[]>();
  const clashes: Clash[] = [];
  for (const [index, reading] of readings.entries()) {
    const isOwn = index >= earlier;
    const claims = isOwn ? (own[index] ?? []) : isRelated(reading) ? claimsOf(index, reading) : [];
    const clash = isOwn ? firstClash(claims, byWord) : undefined;
    if (clash !== undefined) clashes.push(clash);
    for (const claim of claims) remember(claim, byWord);
  }
  return clashes;
}

/** Whether an earlier message has a word that a claim of the call is about; only such a message can be contradicted. */
function relatedTo(claims: readonly Claim[], { terms }: Vocabulary): (reading: Reading) => boolean {
  if (claims.length === 0) return () => false;
  if (claims.some(({ frame }) => content(frame) === 0)) return () => true;
  const words = new Set(claims.flatMap(({ frame }) => [...frame]));
  const isTelling = Uint8Array.from(terms, (term) => (words.has(OPPOSITES.get(term)?.[0] ?? term) ? 1 : 0));
  return (reading) => reading.terms.some((id) => isTelling[id] === 1);
}

function remember(claim: Claim, byWord: Map<string, Claim[]>): void {
  for (const word of claim.frame) {
    const claims = byWord.get(word);
    if (claims === undefined) byWord.set(word, [claim]);
    else if (claims.push(claim) > CANDIDATES) claims.shift();
  }
}

function firstClash(claims: readonly Claim[], byWord: ReadonlyMap<string, Claim[]>): Clash | undefined {
  for (const claim of claims) {
    for (const other of rivalsOf(claim, byWord)) {
      const reason = reasonOf(claim, other);
      if (reason === null) continue;
      return {
        entry: claim.entry,
        earlierEntry: other.entry,
        sentence: claim.sentence,
        earlierText: other.sentence.text,
        reason,
      };
    }
  }
  return undefined;
}

/** Earlier claims about the same thing, newest first. */
function rivalsOf(claim: Claim, byWord: ReadonlyMap<string, Claim[]>): Claim[] {
  const { frame } = claim;
  const rivals = new Set<Claim>();
  for (const word of frame) {
    for (const other of byWord.get(word) ?? []) {
      const sizes = [frame.size, other.frame.size];
      if (Math.min(...sizes) >= SAME_FRAME * Math.max(...sizes) && other.isPast === claim.isPast) rivals.add(other);
    }
  }
  return [...rivals]
    .filter((other) => overlap(frame, other.frame) >= SAME_FRAME)
    .sort((left, right) => right.entry - left.entry);
}

function reasonOf(claim: Claim, earlier: Claim): string | null {
  if (claim.values.has("several") || earlier.values.has("several")) return null;
  const differing = differingKinds(claim, earlier);
  if (claim.affirmed !== earlier.affirmed)
    return deniesIt(claim, earlier, differing) ? "the earlier statement is denied" : null;
  const kind = differing[0];
  if (kind === undefined || differing.length > 1 || !claim.affirmed || !claim.isStative || !earlier.isStative)
    return null;
  if (!hasOneValue(claim, kind)) return null;
  return `a different ${KIND_WORDS[kind] ?? "value"} for the same thing`;
}

/** People may disagree with each other; they contradict only themselves, or what was said about them. */
function deniesIt(claim: Claim, earlier: Claim, differing: readonly string[]): boolean {
  const isOwn = claim.role === earlier.role || claim.frame.has("@user") || claim.frame.has("@user's");
  return (
    isOwn && differing.length === 0 && (content(claim.frame) > 0 || claim.values.size > 0) && sameKinds(claim, earlier)
  );
}

function sameKinds(claim: Claim, earlier: Claim): boolean {
  return claim.values.size === earlier.values.size;
}

function differingKinds(claim: Claim, earlier: Claim): string[] {
  return [...claim.values].flatMap(([kind, value]) => {
    const other = earlier.values.get(kind);
    return other === undefined || other === value ? [] : [kind];
  });
}

/** Whether the attribute can have only one such value. */
function hasOneValue({ frame, isBare }: Claim, kind: string): boolean {
  if (kind === "name" && [...frame].some((word) => PLURAL_NOUNS.has(word))) return false;
  if (["weekday", "time", "date", "month"].includes(kind)) return content(frame) > 0 && (!isBare || frame.has("born"));
  if (isBare && kind === "name") return ["liv", "live", "born", "work"].some((word) => frame.has(word));
  return content(frame) > 0 || kind === "name";
}

function content(frame: ReadonlySet<string>): number {
  return [...frame].filter((word) => !word.startsWith("@")).length;
}

function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of left) if (right.has(word)) shared += 1;
  const all = left.size + right.size - shared;
  return all === 0 ? 0 : shared / all;
}
