/** Topic drift of a conversation: a score for each message of the call, and where new topics open. */
import { codeDrift, looksLikeCode } from "#lib/guards/context/code";
import type { Conversation } from "#lib/guards/context/conversation";
import { segment } from "#lib/guards/context/drift-model";
import { profileOf, profileTerms } from "#lib/guards/context/profile";
import { mass, sharedMass } from "#lib/guards/context/terms";

export interface Drift {
  score: number;
  kind: "none" | "topic_shift" | "semantic_drift";
  /** Positions in `entries`, only of the call's own messages. */
  boundaries: number[];
  /** One score for each of the call's own messages. */
  scores: number[];
  segments: number;
}

/** Messages at either end of a conversation that are compared for slow drift, and how many it must have. */
const END = 4;
const SLOW_LENGTH = 12;

export function measureDrift({ entries, earlier }: Conversation, threshold: number): Drift {
  if (entries.length < 2) return { score: 0, kind: "none", boundaries: [], scores: entries.map(() => 0), segments: 1 };
  const current = entries[earlier];
  const previous = entries[earlier - 1];
  const isRevision =
    entries.length === earlier + 1 &&
    previous &&
    current &&
    looksLikeCode(previous.text) &&
    looksLikeCode(current.text);
  if (isRevision) return revisionDrift(codeDrift(previous.text, current.text), earlier, threshold);
  const profiles = entries.map(({ role, text }) => profileOf(role, text));
  const { scores, boundaries } = segment(profiles, threshold);
  const own = boundaries.filter((index) => index >= earlier);
  const ownScores = scores.slice(earlier);
  const strongest = Math.max(0, ...ownScores);
  const slow = own.length === 0 ? slowDrift(profiles, scores) : 0;
  if (own.length > 0) {
    const score = Math.max(...own.map((index) => scores[index] ?? 0));
    return { score, kind: "topic_shift", boundaries: own, scores: ownScores, segments: boundaries.length + 1 };
  }
  const kind = slow >= threshold ? "semantic_drift" : "none";
  const quiet = Math.min(strongest, Math.max(0, threshold - 0.01));
  return {
    score: kind === "none" ? quiet : slow,
    kind,
    boundaries: [],
    scores: ownScores,
    segments: boundaries.length + 1,
  };
}

function revisionDrift(score: number, index: number, threshold: number): Drift {
  const drifted = score >= threshold;
  return {
    score,
    kind: drifted ? "semantic_drift" : "none",
    boundaries: drifted ? [index] : [],
    scores: [score],
    segments: drifted ? 2 : 1,
  };
}

/** No single step stands out, yet the last messages share nothing with the first and the steps add up. */
function slowDrift(profiles: readonly ReturnType<typeof profileOf>[], scores: readonly number[]): number {
  if (profiles.length < SLOW_LENGTH) return 0;
  const opening = profileTerms(profiles.slice(0, END));
  const closing = profileTerms(profiles.slice(-END));
  const weight = mass(closing);
  if (weight < END) return 0;
  const apart = 1 - sharedMass(closing, opening) / weight;
  const steps = 1 - Math.exp(-scores.slice(-SLOW_LENGTH).reduce((sum, score) => sum + score, 0) / 3);
  return apart * steps;
}
