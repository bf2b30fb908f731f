/** Topic drift of a conversation: a score for each message of the call, and where new topics open. */
import { codeDrift, looksLikeCode } from "#lib/guards/context/code";
import { segment } from "#lib/guards/context/drift-model";
import { TermBag } from "#lib/guards/context/term-bag";
import type { Transcript } from "#lib/guards/context/transcript";

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

export function measureDrift(transcript: Transcript, threshold: number): Drift {
  const { entries, earlier, profiles, vocabulary } = transcript;
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
  const { scores, boundaries } = segment(profiles, vocabulary, threshold);
  const own = boundaries.filter((index) => index >= earlier);
  const ownScores = scores.slice(earlier);
  const strongest = Math.max(0, ...ownScores);
  const slow = own.length === 0 ? slowDrift(transcript, scores) : 0;
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
function slowDrift({ profiles, vocabulary }: Transcript, scores: readonly number[]): number {
  if (profiles.length < SLOW_LENGTH) return 0;
  const opening = new TermBag(vocabulary.weights);
  const closing = new TermBag(vocabulary.weights);
  for (const { terms } of profiles.slice(0, END)) opening.addAll(terms);
  for (const { terms } of profiles.slice(-END)) closing.addAll(terms);
  if (closing.mass < END) return 0;
  const apart = 1 - opening.sharedMass(closing.ids) / closing.mass;
  const steps = 1 - Math.exp(-scores.slice(-SLOW_LENGTH).reduce((sum, score) => sum + score, 0) / 3);
  return apart * steps;
}
