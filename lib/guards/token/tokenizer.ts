/** Which tokenizer counts for a model, and how far its count can be trusted. */
import type { Counter } from "#lib/guards/token/counter";
import type { Family } from "#lib/guards/token/families";
import { findModel, type Model } from "#lib/guards/token/models";
import type { Encoding } from "#lib/guards/token/schema";

export interface Tokenizer extends Counter {
  /** As shown to callers: an encoding's name, or `estimate:<family>`. */
  encoding: string;
  exact: boolean;
  errorBoundPct: number;
}

/** How an engine counts; the exact engine and the table-free one each bring their own. */
export type TokenizerFor = (tokenizer: Encoding | Family) => Tokenizer;

export interface ModelTokenizer {
  model: Model | null;
  tokenizer: Tokenizer;
  warnings: string[];
}

/** An unknown model is counted with o200k_base and not called exact. */
export function tokenizerOfModel(name: string, encoding: Encoding | null, tokenizerFor: TokenizerFor): ModelTokenizer {
  const model = findModel(name);
  if (encoding !== null) return { model, tokenizer: tokenizerFor(encoding), warnings: [] };
  if (model !== null) return { model, tokenizer: tokenizerFor(model.tokenizer), warnings: [] };
  const standIn = tokenizerFor("o200k_base");
  return {
    model,
    tokenizer: { ...standIn, exact: false, errorBoundPct: Math.max(standIn.errorBoundPct, UNKNOWN_BOUND_PCT) },
    warnings: ["The model is not known here: tokens are counted with o200k_base and the price is left out."],
  };
}

/** The widest gap between o200k_base and a measured vendor tokenizer at the 95th percentile. */
const UNKNOWN_BOUND_PCT = 60;
