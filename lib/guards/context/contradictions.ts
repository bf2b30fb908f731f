/** Finds claims that contradict an earlier message: the same statement denied, or another value for the same attribute. */
import { PLURAL_NOUNS } from "#lib/guards/context/claim-words";
import { type Claim, claimsOf } from "#lib/guards/context/claims";
import type { Entry } from "#lib/guards/context/conversation";
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
const CANDIDATES = 24;

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

/** At most one clash for every message. */
export function findContradictions(entries: readonly Entry[], from: number): Clash[] {
  if (entries.length < 2) return [];
  const byWord = new Map<string, Claim[]>();
  const clashes: Clash[] = [];
  for (const [index, entry] of entries.entries()) {
    const claims = claimsOf(index, entry.role, entry.text);
    const clash = index < from ? undefined : firstClash(claims, byWord);
    if (clash !== undefined) clashes.push(clash);
    for (const claim of claims)
      for (const word of claim.frame) byWord.set(word, [...(byWord.get(word) ?? []).slice(-CANDIDATES), claim]);
  }
  return clashes;
}

function firstClash(claims: readonly Claim[], byWord: ReadonlyMap<string, Claim[]>): Clash | undefined {
  for (const claim of claims) {
    const earlier = new Set([...claim.frame].flatMap((word) => byWord.get(word) ?? []));
    for (const other of [...earlier].sort((a, b) => b.entry - a.entry)) {
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

function reasonOf(claim: Claim, earlier: Claim): string | null {
  if (overlap(claim.frame, earlier.frame) < SAME_FRAME || claim.isPast !== earlier.isPast) return null;
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
