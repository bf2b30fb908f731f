/** What the token guard does with a text, whichever engine counts. */
import type { Content } from "#lib/guards/content";
import { targetText } from "#lib/guards/content";
import type { Assessment, GuardInput } from "#lib/guards/guard";
import { cacheKey, lookUp, promptText, storeEffect } from "#lib/guards/token/cache";
import { chunkText } from "#lib/guards/token/chunk/chunk";
import { readConfidence } from "#lib/guards/token/confidence";
import { CHAT_OVERHEAD } from "#lib/guards/token/models";
import type { Optimize } from "#lib/guards/token/optimize/lossless";
import { assessRisk, type Risk } from "#lib/guards/token/risk";
import type { TokenData, TokenEvidence, TokenOptions } from "#lib/guards/token/schema";
import { type ModelTokenizer, type TokenizerFor, tokenizerOfModel } from "#lib/guards/token/tokenizer";

type Input = GuardInput<TokenOptions, TokenEvidence>;

/** One operation's part of the answer. */
interface Outcome {
  data: Partial<TokenData>;
  summary: string;
  warnings?: string[];
  recommendations?: string[];
  safeText?: string;
  effects?: unknown;
}

interface Task {
  content: Content;
  text: string;
  message: number;
  tokens: number;
  options: TokenOptions;
  evidence: TokenEvidence | undefined;
  counting: ModelTokenizer;
  optimize: Optimize;
}

/** What tells the engines apart. */
export interface TokenEngine {
  tokenizerFor: TokenizerFor;
  optimize: Optimize;
}

const OPERATIONS: Record<TokenOptions["operation"], (task: Task) => Outcome> = {
  optimize: runOptimize,
  count: runCount,
  estimate: runEstimate,
  chunk: runChunk,
  confidence: runConfidence,
  cache_lookup: runCacheLookup,
  cache_store: runCacheStore,
};

export function tokenAssessment({ tokenizerFor, optimize }: TokenEngine): (input: Input) => Assessment<TokenData> {
  return ({ content, options, evidence }) => {
    const { message, text } = targetText(content);
    const counting = tokenizerOfModel(options.model, options.encoding, tokenizerFor);
    const tokens = counting.tokenizer.count(text);
    const promptTokens = countPrompt(content, message, tokens, counting);
    const outcome = OPERATIONS[options.operation]({
      content,
      text,
      message,
      tokens,
      options,
      evidence,
      counting,
      optimize,
    });
    const contextWindow = counting.model?.contextWindow ?? null;
    const risk = assessRisk({ promptTokens, contextWindow, text, textTokens: tokens, message });
    return {
      ...verdict(risk, outcome, counting),
      data: { ...baseData(options, counting, tokens, promptTokens), ...outcome.data },
      ...(outcome.safeText === undefined ? {} : { safeText: outcome.safeText }),
      ...(outcome.effects === undefined ? {} : { effects: outcome.effects }),
    };
  };
}

function verdict(risk: Risk, outcome: Outcome, { tokenizer, warnings }: ModelTokenizer) {
  const flagged = risk.findings.length > 0;
  return {
    action: flagged ? ("flag" as const) : ("allow" as const),
    flagged,
    score: risk.score,
    confidence: Math.max(0, 1 - tokenizer.errorBoundPct / 100),
    summary: outcome.summary,
    recommendations: [...risk.findings.map((finding) => finding.remediation), ...(outcome.recommendations ?? [])],
    findings: risk.findings,
    warnings: [...warnings, ...(outcome.warnings ?? [])],
  };
}

/** All messages as a chat: three tokens around each, one for its role, three to open the answer. */
function countPrompt(content: Content, target: number, targetTokens: number, { tokenizer }: ModelTokenizer): number {
  const others = content.messages.filter((_, index) => index !== target);
  const texts = others.reduce((sum, message) => sum + tokenizer.count(message.content), targetTokens);
  const overhead = CHAT_OVERHEAD.perMessage + CHAT_OVERHEAD.rolePerMessage;
  return texts + content.messages.length * overhead + CHAT_OVERHEAD.reply;
}

function baseData(options: TokenOptions, counting: ModelTokenizer, tokens: number, promptTokens: number): TokenData {
  const { model, tokenizer } = counting;
  return {
    operation: options.operation,
    tokens: {
      model: options.model,
      encoding: tokenizer.encoding,
      count: tokens,
      exact: tokenizer.exact,
      error_bound_pct: tokenizer.errorBoundPct,
      prompt_tokens: promptTokens,
      context_window: model?.contextWindow ?? null,
    },
    original_tokens: tokens,
    optimized_tokens: null,
    tokens_saved: null,
    savings_percentage: null,
    compression_ratio: null,
    cost_usd: inputCost(counting, tokens),
    cost_savings_usd: null,
    price_as_of: model?.inputPrice == null ? null : model.asOf,
    optimized_text: null,
    optimization_level_used: null,
    optimization_techniques: [],
    preserved: null,
    chunks: [],
    cache: null,
    confidence_score: null,
    decision: null,
  };
}

function inputCost({ model }: ModelTokenizer, tokens: number): number | null {
  return model?.inputPrice == null ? null : (tokens * model.inputPrice) / 1_000_000;
}

function runOptimize({ text, tokens, options, counting, optimize }: Task): Outcome {
  const optimized = optimize(
    text,
    tokens,
    {
      level: options.optimization_level,
      preserveQuality: options.preserve_quality,
      maxTokens: options.max_tokens,
      query: options.query,
    },
    counting.tokenizer,
  );
  const saved = tokens - optimized.tokens;
  return {
    data: {
      optimized_tokens: optimized.tokens,
      tokens_saved: saved,
      savings_percentage: tokens === 0 ? 0 : Math.round((saved / tokens) * 10_000) / 100,
      compression_ratio: tokens === 0 ? 1 : Math.round((optimized.tokens / tokens) * 10_000) / 10_000,
      cost_savings_usd: inputCost(counting, saved),
      optimized_text: optimized.text,
      optimization_level_used: optimized.level,
      optimization_techniques: optimized.techniques,
      preserved: optimized.preserved,
    },
    summary: `${tokens} tokens, ${optimized.tokens} after optimisation.`,
    warnings: optimized.warnings,
    ...(optimized.text === text ? {} : { safeText: optimized.text }),
  };
}

function runCount({ tokens, counting: { tokenizer } }: Task): Outcome {
  return { data: {}, summary: `${tokens} tokens${tokenizer.exact ? "" : " by estimate"}.` };
}

function runEstimate(task: Task): Outcome {
  const cost = inputCost(task.counting, task.tokens);
  const price = cost === null ? "the price is not known" : `${cost.toFixed(6)} USD of input`;
  return { data: {}, summary: `${task.tokens} tokens, ${price}.` };
}

function runChunk({ text, message, options, counting }: Task): Outcome {
  const { chunks, warnings } = chunkText(
    text,
    { strategy: options.chunking_strategy, size: options.chunk_size, overlap: options.chunk_overlap },
    counting.tokenizer,
  );
  return {
    data: { chunks: chunks.map((chunk, index) => ({ index, message, ...chunk })) },
    summary: `${chunks.length} chunks of at most ${options.chunk_size} tokens.`,
    warnings,
  };
}

function runConfidence({ options }: Task): Outcome {
  const confidence = readConfidence(options.logprobs_stream);
  if (confidence === null) {
    return { data: {}, summary: "No confidence without logprobs_stream.", warnings: ["logprobs_stream is empty."] };
  }
  const { score, decision } = confidence;
  return {
    data: { confidence_score: score, decision },
    summary: `Recommended: ${decision.action}. ${decision.reason}`,
  };
}

function runCacheLookup({ content, options, evidence }: Task): Outcome {
  const cache = lookUp(cacheKey(promptText(content), options.model), evidence);
  return { data: { cache }, summary: cache.hit ? "Answered from the cache." : "Not in the cache." };
}

function runCacheStore({ content, options, evidence }: Task): Outcome {
  const key = cacheKey(promptText(content), options.model);
  const stored = options.response !== null;
  return {
    data: { cache: lookUp(key, evidence) },
    summary: stored ? `Stored for ${options.ttl_s} seconds.` : "Nothing to store.",
    warnings: stored ? [] : ["cache_store needs a response."],
    effects: storeEffect(key, options),
  };
}
