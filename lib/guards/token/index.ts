/** The token guard with exact tables for OpenAI's models. */
import { defineGuard } from "#lib/guards/guard";
import { tokenAssessment } from "#lib/guards/token/assess";
import { exactCounter } from "#lib/guards/token/bpe/tokenizer";
import { scaledCounter } from "#lib/guards/token/estimate/estimate";
import { WEIGHTS } from "#lib/guards/token/estimate/weights.data";
import { FAMILIES } from "#lib/guards/token/families";
import { isFamily } from "#lib/guards/token/models";
import { optimize } from "#lib/guards/token/optimize/optimize";
import { tokenFacts } from "#lib/guards/token/schema";
import type { TokenizerFor } from "#lib/guards/token/tokenizer";

export { cacheKey } from "#lib/guards/token/cache";

const exactWhereKnown: TokenizerFor = (tokenizer) => {
  if (!isFamily(tokenizer)) {
    return { ...exactCounter(tokenizer), encoding: tokenizer, exact: true, errorBoundPct: 0 };
  }
  const family = FAMILIES[tokenizer];
  return {
    ...scaledCounter(exactCounter("o200k_base"), WEIGHTS.o200k_base.weights, family.weights),
    encoding: `estimate:${tokenizer}`,
    exact: false,
    errorBoundPct: family.scaledBoundPct,
  };
};

export const token = defineGuard({
  ...tokenFacts,
  assess: tokenAssessment({ tokenizerFor: exactWhereKnown, optimize }),
});
