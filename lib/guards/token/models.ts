/**
 * What is known of models: how their tokens are counted, how much they read and what they cost.
 * Prices are list prices in USD per million tokens as remembered on `as_of`; they go out of date, so
 * every answer that uses one carries its date.
 */
import { FAMILIES, type Family } from "#lib/guards/token/families";
import type { Encoding } from "#lib/guards/token/schema";

export interface Model {
  /** The name, or what dated and derived names start with. */
  prefix: string;
  vendor: string;
  /** An exact encoding, or a family whose tokens are estimated. */
  tokenizer: Encoding | Family;
  /** Tokens of prompt and answer together. */
  contextWindow: number;
  /** USD per million tokens; null when unknown or free to host. */
  inputPrice: number | null;
  outputPrice: number | null;
  asOf: string;
}

type Row = [
  prefix: string,
  tokenizer: Encoding | Family,
  contextWindow: number,
  input: number | null,
  output: number | null,
];

const OPENAI: Row[] = [
  ["gpt-5-nano", "o200k_base", 400_000, 0.05, 0.4],
  ["gpt-5-mini", "o200k_base", 400_000, 0.25, 2],
  ["gpt-5-pro", "o200k_base", 400_000, 15, 120],
  ["gpt-5", "o200k_base", 400_000, 1.25, 10],
  ["gpt-4.5", "o200k_base", 128_000, 75, 150],
  ["gpt-4.1-nano", "o200k_base", 1_047_576, 0.1, 0.4],
  ["gpt-4.1-mini", "o200k_base", 1_047_576, 0.4, 1.6],
  ["gpt-4.1", "o200k_base", 1_047_576, 2, 8],
  ["gpt-4o-mini", "o200k_base", 128_000, 0.15, 0.6],
  ["gpt-4o-2024-05-13", "o200k_base", 128_000, 5, 15],
  ["gpt-4o", "o200k_base", 128_000, 2.5, 10],
  ["chatgpt-4o", "o200k_base", 128_000, 5, 15],
  ["o1-mini", "o200k_base", 128_000, 1.1, 4.4],
  ["o1-pro", "o200k_base", 200_000, 150, 600],
  ["o1", "o200k_base", 200_000, 15, 60],
  ["o3-mini", "o200k_base", 200_000, 1.1, 4.4],
  ["o3-pro", "o200k_base", 200_000, 20, 80],
  ["o3", "o200k_base", 200_000, 2, 8],
  ["o4-mini", "o200k_base", 200_000, 1.1, 4.4],
  ["gpt-oss", "o200k_base", 131_072, null, null],
  ["gpt-4-turbo", "cl100k_base", 128_000, 10, 30],
  ["gpt-4-1106", "cl100k_base", 128_000, 10, 30],
  ["gpt-4-0125", "cl100k_base", 128_000, 10, 30],
  ["gpt-4-32k", "cl100k_base", 32_768, 60, 120],
  ["gpt-4", "cl100k_base", 8_192, 30, 60],
  ["gpt-3.5-turbo-instruct", "cl100k_base", 4_096, 1.5, 2],
  ["gpt-3.5-turbo", "cl100k_base", 16_385, 0.5, 1.5],
  ["gpt-35-turbo", "cl100k_base", 16_385, 0.5, 1.5],
  ["text-embedding-3-small", "cl100k_base", 8_191, 0.02, null],
  ["text-embedding-3-large", "cl100k_base", 8_191, 0.13, null],
  ["text-embedding-ada-002", "cl100k_base", 8_191, 0.1, null],
];

const ANTHROPIC: Row[] = [
  ["claude-opus-4-5", "claude", 200_000, 5, 25],
  ["claude-opus-4", "claude", 200_000, 15, 75],
  ["claude-sonnet-4", "claude", 200_000, 3, 15],
  ["claude-haiku-4", "claude", 200_000, 1, 5],
  ["claude-3-7-sonnet", "claude", 200_000, 3, 15],
  ["claude-3-5-sonnet", "claude", 200_000, 3, 15],
  ["claude-3-5-haiku", "claude", 200_000, 0.8, 4],
  ["claude-3-opus", "claude", 200_000, 15, 75],
  ["claude-3-sonnet", "claude", 200_000, 3, 15],
  ["claude-3-haiku", "claude", 200_000, 0.25, 1.25],
  ["claude", "claude", 200_000, null, null],
];

const GOOGLE: Row[] = [
  ["gemini-3-pro", "gemini", 1_048_576, 2, 12],
  ["gemini-2.5-pro", "gemini", 1_048_576, 1.25, 10],
  ["gemini-2.5-flash-lite", "gemini", 1_048_576, 0.1, 0.4],
  ["gemini-2.5-flash", "gemini", 1_048_576, 0.3, 2.5],
  ["gemini-2.0-flash-lite", "gemini", 1_048_576, 0.075, 0.3],
  ["gemini-2.0-flash", "gemini", 1_048_576, 0.1, 0.4],
  ["gemini-1.5-pro", "gemini", 2_097_152, 1.25, 5],
  ["gemini-1.5-flash", "gemini", 1_048_576, 0.075, 0.3],
  ["gemini", "gemini", 1_048_576, null, null],
  ["gemma", "gemini", 128_000, null, null],
];

const META: Row[] = [
  ["llama-4-scout", "llama", 10_000_000, null, null],
  ["llama-4-maverick", "llama", 1_000_000, null, null],
  ["llama-3-", "llama", 8_192, null, null],
  ["llama", "llama", 128_000, null, null],
];

const MISTRAL: Row[] = [
  ["mistral-large", "mistral", 128_000, 2, 6],
  ["mistral-medium", "mistral", 128_000, 0.4, 2],
  ["mistral-small", "mistral", 128_000, 0.1, 0.3],
  ["ministral-8b", "mistral", 128_000, 0.1, 0.1],
  ["ministral-3b", "mistral", 128_000, 0.04, 0.04],
  ["codestral", "mistral", 256_000, 0.3, 0.9],
  ["open-mixtral", "mistral", 32_768, null, null],
  ["mixtral", "mistral", 32_768, null, null],
  ["mistral", "mistral", 32_768, null, null],
];

const DEEPSEEK: Row[] = [
  ["deepseek-chat", "deepseek", 128_000, 0.28, 0.42],
  ["deepseek-reasoner", "deepseek", 128_000, 0.28, 0.42],
  ["deepseek", "deepseek", 128_000, null, null],
];

const QWEN: Row[] = [
  ["qwen-max", "qwen", 32_768, 1.6, 6.4],
  ["qwen-plus", "qwen", 131_072, 0.4, 1.2],
  ["qwen-turbo", "qwen", 1_000_000, 0.05, 0.2],
  ["qwen", "qwen", 131_072, null, null],
  ["qwq", "qwen", 131_072, null, null],
];

const catalogue = (vendor: string, asOf: string, rows: Row[]): Model[] =>
  rows.map(([prefix, tokenizer, contextWindow, inputPrice, outputPrice]) => ({
    prefix,
    vendor,
    tokenizer,
    contextWindow,
    inputPrice,
    outputPrice,
    asOf,
  }));

export const MODELS: readonly Model[] = [
  ...catalogue("openai", "2025-11-01", OPENAI),
  ...catalogue("anthropic", "2025-11-30", ANTHROPIC),
  ...catalogue("google", "2025-11-30", GOOGLE),
  ...catalogue("meta", "2025-06-01", META),
  ...catalogue("mistral", "2025-06-01", MISTRAL),
  ...catalogue("deepseek", "2025-10-01", DEEPSEEK),
  ...catalogue("qwen", "2025-06-01", QWEN),
];

/** The entry with the longest matching prefix; names may carry a provider's path, as in `openai/gpt-4o`. */
export function findModel(name: string): Model | null {
  const path = name.toLowerCase().trim().replace(/^ft:/, "").split("/").at(-1) ?? "";
  const bare = (path.split(":")[0] ?? "").replace(PROVIDER, "");
  return longestPrefix(bare.replace(/^claude-(\d)\.(\d)/, "claude-$1-$2"));
}

/** As Bedrock writes it: `us.anthropic.claude-3-haiku`. */
const PROVIDER = /^(?:(?:us|eu|apac|global)\.)?(?:anthropic|meta|mistral|deepseek|qwen|openai)\./;

function longestPrefix(name: string): Model | null {
  let best: Model | null = null;
  for (const model of MODELS) {
    if (startsWithName(name, model.prefix) && model.prefix.length > (best?.prefix.length ?? 0)) best = model;
  }
  return best;
}

/** `o1` must not match `o100`, but `qwen` matches `qwen3`. */
function startsWithName(name: string, prefix: string): boolean {
  if (!name.startsWith(prefix)) return false;
  const next = name.charAt(prefix.length);
  return !(/\d$/.test(prefix) && /\d/.test(next));
}

export function isFamily(tokenizer: Encoding | Family): tokenizer is Family {
  return tokenizer in FAMILIES;
}

/** Tokens around a chat: per message, and once to open the answer. As OpenAI documents it; others estimated alike. */
export const CHAT_OVERHEAD = { perMessage: 3, reply: 3, rolePerMessage: 1 } as const;
