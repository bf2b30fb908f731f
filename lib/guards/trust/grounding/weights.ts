/** Weights of the groundedness model, written by scripts/train/trust.ts. Positive weights speak against a claim. */
import type { FeatureName } from "#lib/guards/trust/grounding/features";

export const GROUNDING_MODEL: { bias: number; weights: Record<FeatureName, number> } = {
  bias: -2.6719,
  weights: {
    missing_best: 1.5793,
    missing_near: 0.0000,
    missing_anywhere: 0.0000,
    missing_new: 0.4788,
    missing_count: 0.3427,
    number_missing: 1.7349,
    number_elsewhere: 0.0000,
    name_missing: 2.5000,
    name_elsewhere: 0.0128,
    negation_differs: 2.5000,
    opposite: 2.5000,
    quantifier_added: 0.4722,
    bigrams_missing: 2.2582,
    run_broken: 2.2870,
    function_words_missing: 0.0000,
    first_person: 1.2820,
    opinion: 0.3257,
    nothing_to_compare: 0.0000,
  },
};
