/** Vendors' tokenizers that are estimated: their tables are unpublished, or too large to carry. */
import { WEIGHTS } from "#lib/guards/token/estimate/weights.data";

export type Family = "claude" | "gemini" | "llama" | "mistral" | "deepseek" | "qwen";

export interface EstimateFacts {
  /** Tokens per feature of estimate/profile.ts. */
  weights: readonly number[];
  /** Percent that 95 of 100 texts stay within, from a text's features alone. */
  plainBoundPct: number;
  /** The same when an exact o200k count is scaled by the text's features. */
  scaledBoundPct: number;
}

/**
 * Bounds are measured on the vendors' published tokenizers. Anthropic's is older than its models, and
 * Mistral's recent one could not be measured (Llama's is the nearest in kind and size): both bounds
 * are doubled.
 */
export const FAMILIES: Record<Family, EstimateFacts> = {
  claude: facts(WEIGHTS.claude, 2),
  gemini: facts(WEIGHTS.gemini),
  llama: facts(WEIGHTS.llama),
  mistral: facts(WEIGHTS.llama, 2),
  deepseek: facts(WEIGHTS.deepseek),
  qwen: facts(WEIGHTS.qwen),
};

function facts(fitted: (typeof WEIGHTS)[keyof typeof WEIGHTS], widening = 1): EstimateFacts {
  return {
    weights: fitted.weights,
    plainBoundPct: fitted.errorBoundPct * widening,
    scaledBoundPct: fitted.scaledErrorBoundPct * widening,
  };
}
