/** Weights of the groundedness model, written by scripts/train/trust.ts. Positive weights speak against a claim. */
import type { FeatureName } from "#lib/guards/trust/grounding/features";

export const GROUNDING_MODEL: { bias: number; weights: Record<FeatureName, number> } = {
  bias: -2.688,
  weights: {
    missing_best: 1.5594,
    missing_near: 0.0,
    missing_anywhere: 0.0,
    missing_new: 0.4558,
    missing_count: 0.4104,
    number_missing: 1.7595,
    number_elsewhere: 0.0,
    name_missing: 2.5,
    name_elsewhere: 0.0014,
    negation_differs: 2.5,
    opposite: 2.5,
    quantifier_added: 0.8792,
    bigrams_missing: 2.152,
    run_broken: 2.286,
    function_words_missing: 0.0,
    first_person: 1.2924,
    opinion: 0.3569,
    nothing_to_compare: 0.0,
  },
};
