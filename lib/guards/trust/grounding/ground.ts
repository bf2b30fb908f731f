/** Compares every statement of an answer with the sources. */
import { splitClaims } from "#lib/guards/trust/grounding/claims";
import { compareClaim, FEATURES, type FeatureName } from "#lib/guards/trust/grounding/features";
import { buildIndex } from "#lib/guards/trust/grounding/source-index";
import { GROUNDING_MODEL } from "#lib/guards/trust/grounding/weights";
import type { Claim, Grounding } from "#lib/guards/trust/schema";

/** Null when the answer states nothing or there is no source. */
export function ground(
  answer: string,
  documents: readonly string[],
  question: string,
  message: number,
): Grounding | null {
  const places = documents.length === 0 ? [] : splitClaims(answer);
  if (places.length === 0) return null;
  const index = buildIndex(documents);
  const claims = places.map((place): Claim => {
    const { features, best } = compareClaim(place.text, index, question);
    const score = support(features);
    const supported = score >= 0.5;
    return {
      message,
      ...place,
      supported,
      score: Math.round(score * 10_000) / 10_000,
      reason: supported ? "The sources say so" : mainReason(features),
      evidence: best === null ? null : { document: best.document, start: best.start, end: best.end },
    };
  });
  return { score: overall(claims.map((claim) => claim.score)), claims, documents: documents.length };
}

/** Probability that the sources support the claim: a logistic model over {@link FEATURES}. */
export function support(features: Readonly<Record<FeatureName, number>>): number {
  const against = FEATURES.reduce(
    (sum, name) => sum + GROUNDING_MODEL.weights[name] * features[name],
    GROUNDING_MODEL.bias,
  );
  return 1 / (1 + Math.exp(against));
}

/** An answer is as good as its worst statement, softened by the rest. */
export function overall(scores: readonly number[]): number {
  const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
  return Math.round((0.75 * Math.min(...scores) + 0.25 * mean) * 10_000) / 10_000;
}

const REASONS: readonly (readonly [FeatureName, string])[] = [
  ["nothing_to_compare", "No source speaks about this"],
  ["number_missing", "A number is not in the sources"],
  ["name_missing", "A name is not in the sources"],
  ["opposite", "The sources say the opposite"],
  ["negation_differs", "Negated in only one of answer and source"],
  ["substituted", "One word differs from what the sources say"],
  ["number_elsewhere", "A number stands in another connection in the sources"],
  ["name_elsewhere", "A name stands in another connection in the sources"],
  ["quantifier_added", "The sources do not say it so generally"],
  ["first_person", "Personal remark, not in the sources"],
];

function mainReason(features: Readonly<Record<FeatureName, number>>): string {
  const named = REASONS.find(([name]) => features[name] > 0);
  return features.missing_near > 0.5 && (named === undefined || features[named[0]] < 1)
    ? "Most of it is not in the sources"
    : (named?.[1] ?? "Parts of it are not in the sources");
}
