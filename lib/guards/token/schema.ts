/** Options, wire data, evidence and effects of the token guard. Imports no tables and no detectors. */
import * as z from "zod";

export const ENCODINGS = ["o200k_base", "cl100k_base"] as const;
export const Encoding = z.enum(ENCODINGS);
export type Encoding = z.infer<typeof Encoding>;

export const OptimizationLevel = z.enum(["low", "moderate", "aggressive"]);
export type OptimizationLevel = z.infer<typeof OptimizationLevel>;

export const ChunkingStrategy = z.enum(["fixed", "recursive", "semantic", "markdown", "code"]);
export type ChunkingStrategy = z.infer<typeof ChunkingStrategy>;

export const TokenOperation = z.enum([
  "optimize",
  "count",
  "chunk",
  "estimate",
  "confidence",
  "cache_lookup",
  "cache_store",
]);
export type TokenOperation = z.infer<typeof TokenOperation>;

const Logprob = z.union([
  z.number(),
  z.object({
    token: z.string().default(""),
    logprob: z.number(),
    top_logprobs: z.array(z.object({ token: z.string().default(""), logprob: z.number() })).default([]),
  }),
]);
export type Logprob = z.infer<typeof Logprob>;

export const TokenOptions = z.object({
  model: z.string().max(200).default("gpt-4o").describe("Model the tokens are counted for"),
  encoding: Encoding.nullable().default(null).describe("Overrides the model's own encoding"),
  operation: TokenOperation.default("optimize"),
  optimization_level: OptimizationLevel.default("low").describe(
    "low changes no meaning, moderate drops wording, aggressive also drops sentences",
  ),
  preserve_quality: z.boolean().default(true).describe("Fall back to a lower level when something would be lost"),
  max_tokens: z.int().min(1).nullable().default(null).describe("Token budget of the optimised text"),
  chunking_strategy: ChunkingStrategy.default("recursive"),
  chunk_size: z.int().min(1).max(1_000_000).default(512).describe("Tokens per chunk, at most"),
  chunk_overlap: z.int().min(0).max(1_000_000).default(0).describe("Tokens repeated from the chunk before, at most"),
  logprobs_stream: z
    .array(Logprob)
    .max(200_000)
    .default([])
    .describe("Natural logarithms, as numbers or as OpenAI's {token, logprob, top_logprobs}"),
  query: z.string().max(10_000).default("").describe("What the text is wanted for: steers which sentences stay"),
  response: z.string().nullable().default(null).describe("Answer to keep with cache_store"),
  ttl_s: z.int().min(1).max(2_592_000).default(3_600).describe("Life of a stored answer, seconds"),
});
export type TokenOptions = z.infer<typeof TokenOptions>;

const TokenCount = z.object({
  model: z.string(),
  encoding: z.string().describe("o200k_base, cl100k_base, or estimate:<family> for vendors without public tables"),
  count: z.int(),
  exact: z.boolean(),
  error_bound_pct: z.number().describe("95 % of texts lie within this many percent; 0 when exact"),
  prompt_tokens: z.int().describe("All messages with the model's chat overhead"),
  context_window: z.int().nullable(),
});

export const Chunk = z.object({
  index: z.int(),
  text: z.string(),
  message: z.int(),
  start: z.int(),
  end: z.int().describe("Exclusive"),
  tokens: z.int(),
});
export type Chunk = z.infer<typeof Chunk>;

/** Share of the original's facts that are still in the optimised text, 0 to 1; 1 when there were none. */
export const Preserved = z.object({
  numbers: z.number(),
  entities: z.number(),
  code: z.number(),
  negations: z.number(),
  urls: z.number(),
  quotations: z.number(),
});
export type Preserved = z.infer<typeof Preserved>;

const CacheAnswer = z.object({
  hit: z.boolean(),
  kind: z.enum(["exact", "semantic"]),
  key: z.string(),
  similarity: z.number().nullable(),
  response: z.string().nullable(),
  age_s: z.number().nullable(),
});

export const Decision = z.object({
  action: z.enum(["keep", "prune", "stop"]),
  reason: z.string(),
  perplexity: z.number(),
  mean_logprob: z.number(),
  min_logprob: z.number(),
  margin: z.number().nullable().describe("Mean probability gap between first and second choice; null without them"),
  low_confidence_share: z.number().describe("Share of tokens below probability 0.2"),
  tokens: z.int(),
});
export type Decision = z.infer<typeof Decision>;

export const TokenData = z.object({
  operation: TokenOperation,
  tokens: TokenCount,
  original_tokens: z.int(),
  optimized_tokens: z.int().nullable(),
  tokens_saved: z.int().nullable(),
  savings_percentage: z.number().nullable(),
  compression_ratio: z.number().nullable().describe("optimised / original tokens"),
  cost_usd: z.number().nullable().describe("Input cost of the original text; null when the price is not known"),
  cost_savings_usd: z.number().nullable(),
  price_as_of: z.string().nullable(),
  optimized_text: z.string().nullable(),
  optimization_level_used: OptimizationLevel.nullable(),
  optimization_techniques: z.array(z.string()),
  preserved: Preserved.nullable(),
  chunks: z.array(Chunk),
  cache: CacheAnswer.nullable(),
  confidence_score: z.number().min(0).max(1).nullable(),
  decision: Decision.nullable(),
});
export type TokenData = z.infer<typeof TokenData>;

/** What the service loads before: the clock and the cached answer under this text's `cacheKey`. */
export const TokenEvidence = z.object({
  now_ms: z.number().optional(),
  cached: z
    .object({ key: z.string(), response: z.string(), model: z.string(), stored_at_ms: z.number() })
    .nullable()
    .optional(),
});
export type TokenEvidence = z.infer<typeof TokenEvidence>;

/** What the service keeps after. */
export const TokenEffects = z.object({
  store: z.object({ key: z.string(), response: z.string(), ttl_s: z.int() }).optional(),
});
export type TokenEffects = z.infer<typeof TokenEffects>;

export const tokenFacts = {
  id: "token",
  service: "tokenguard",
  engine: "token-bpe",
  version: "1.0.0",
  ruleset: "bpe-2026.11",
  title: "Token guard",
  description: "Counts tokens exactly, prices them, shortens and chunks text, and reads model confidence.",
  options: TokenOptions,
  data: TokenData,
} as const;
