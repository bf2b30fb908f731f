/**
 * Confidence from a model's own log probabilities: should an answer under way be kept, cut back or
 * stopped? Thresholds are on the perplexity over the last tokens and on the share of tokens the model
 * itself found unlikely.
 */

import type * as z from "zod";
import type { Decision, Logprob } from "#lib/guards/token/schema";

/** Perplexity 8 is a choice among eight equally likely words at every step: no longer an answer. */
const STOP_PERPLEXITY = 8;
const PRUNE_PERPLEXITY = 3;
/** Probability 0.2, as a natural logarithm. */
const LOW_LOGPROB = Math.log(0.2);
const STOP_LOW_SHARE = 0.5;
const PRUNE_LOW_SHARE = 0.25;
const RECENT_TOKENS = 64;

export interface Confidence {
  /** 0 to 1: the geometric mean of the tokens' probabilities. */
  score: number;
  decision: z.infer<typeof Decision>;
}

/** Null without log probabilities. Positive values count as 0, values below -100 as -100. */
export function readConfidence(stream: readonly Logprob[]): Confidence | null {
  if (stream.length === 0) return null;
  const logprobs = stream.map((entry) => clamp(typeof entry === "number" ? entry : entry.logprob));
  const mean = average(logprobs);
  const recent = logprobs.slice(-RECENT_TOKENS);
  const recentPerplexity = Math.exp(-average(recent));
  const lowShare = recent.filter((logprob) => logprob < LOW_LOGPROB).length / recent.length;
  return {
    score: Math.exp(mean),
    decision: {
      ...decide(recentPerplexity, lowShare),
      perplexity: round(Math.exp(-mean)),
      mean_logprob: round(mean),
      min_logprob: round(logprobs.reduce((low, logprob) => Math.min(low, logprob), 0)),
      margin: margin(stream),
      low_confidence_share: round(lowShare),
      tokens: stream.length,
    },
  };
}

function decide(perplexity: number, lowShare: number) {
  if (perplexity >= STOP_PERPLEXITY || lowShare >= STOP_LOW_SHARE) {
    return { action: "stop" as const, reason: "The model is guessing: most recent tokens were unlikely to itself." };
  }
  if (perplexity >= PRUNE_PERPLEXITY || lowShare >= PRUNE_LOW_SHARE) {
    return { action: "prune" as const, reason: "The model is unsure of many recent tokens." };
  }
  return { action: "keep" as const, reason: "The model was sure of its tokens." };
}

/** Mean gap between the two likeliest choices, over the tokens that tell them. */
function margin(stream: readonly Logprob[]): number | null {
  const gaps = stream.flatMap((entry) => {
    if (typeof entry === "number" || entry.top_logprobs.length < 2) return [];
    const [first = 0, second = 0] = entry.top_logprobs.map((top) => Math.exp(clamp(top.logprob))).sort((a, b) => b - a);
    return [first - second];
  });
  return gaps.length === 0 ? null : round(average(gaps));
}

function clamp(logprob: number): number {
  return Number.isFinite(logprob) ? Math.max(-100, Math.min(0, logprob)) : 0;
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value: number): number {
  return Math.round(Math.min(value, 1e12) * 10_000) / 10_000;
}
