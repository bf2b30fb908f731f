/** Weights of the groundedness model, written by scripts/train/trust.ts. Positive weights speak against a claim. */
import type { FeatureName } from "#lib/guards/trust/grounding/features";

export const GROUNDING_MODEL: { bias: number; weights: Record<FeatureName, number> } = {
  bias: -2.7159,
  weights: {
    missing_best: 1.4666,
    missing_near: 0.0,
    missing_anywhere: 0.0,
    missing_new: 0.5242,
    missing_count: 0.4805,
    number_missing: 1.2519,
    number_elsewhere: 0.0,
    name_missing: 2.5,
    name_elsewhere: 0.0,
    negation_differs: 2.5,
    opposite: 1.6548,
    quantifier_added: 0.3116,
    bigrams_missing: 2.4325,
    substituted: 1.3039,
    run_broken: 2.0869,
    function_words_missing: 0.0,
    first_person: 1.271,
    opinion: 0.3029,
    nothing_to_compare: 0.0,
  },
};
