/** Weights of the groundedness model, written by scripts/train/trust.ts. Positive weights speak against a claim. */
import type { FeatureName } from "#lib/guards/trust/grounding/features";

export const GROUNDING_MODEL: { bias: number; weights: Record<FeatureName, number> } = {
  bias: -2.6914,
  weights: {
    missing_best: 1.5763,
    missing_near: 0.0,
    missing_anywhere: 0.0,
    missing_new: 0.4121,
    missing_count: 0.69,
    number_missing: 0.73,
    number_elsewhere: 0.0,
    name_missing: 2.2069,
    name_elsewhere: 0.0097,
    negation_differs: 2.5,
    opposite: 1.6054,
    quantifier_added: 0.4132,
    bigrams_missing: 2.245,
    substituted: 1.0937,
    run_broken: 2.058,
    function_words_missing: 0.0,
    first_person: 1.2141,
    opinion: 0.1489,
    nothing_to_compare: 0.0,
  },
};
