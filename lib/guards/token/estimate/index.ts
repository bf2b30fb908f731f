/** The token guard without tables: answers the same questions by regression where the exact one cannot run. */
import { defineGuard } from "#lib/guards/guard";
import { tokenAssessment } from "#lib/guards/token/assess";
import { estimatedCounter } from "#lib/guards/token/estimate/estimate";
import { WEIGHTS } from "#lib/guards/token/estimate/weights.data";
import { FAMILIES } from "#lib/guards/token/families";
import { isFamily } from "#lib/guards/token/models";
import { optimizeLossless } from "#lib/guards/token/optimize/lossless";
import { tokenFacts } from "#lib/guards/token/schema";
import type { TokenizerFor } from "#lib/guards/token/tokenizer";

const estimated: TokenizerFor = (tokenizer) => {
  const { weights, bound } = isFamily(tokenizer)
    ? { weights: FAMILIES[tokenizer].weights, bound: FAMILIES[tokenizer].plainBoundPct }
    : { weights: WEIGHTS[tokenizer].weights, bound: WEIGHTS[tokenizer].errorBoundPct };
  return { ...estimatedCounter(weights), encoding: `estimate:${tokenizer}`, exact: false, errorBoundPct: bound };
};

export const tokenEstimate = defineGuard({
  ...tokenFacts,
  engine: "token-estimate",
  description:
    "Estimates tokens without tables, with a measured error bound; shortens without loss and chunks like the exact engine.",
  assess: tokenAssessment({ tokenizerFor: estimated, optimize: optimizeLossless }),
});
