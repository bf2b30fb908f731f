import { describe, expect, test } from "vitest";
import { readContent } from "#lib/guards/content";
import { tokenEstimate } from "#lib/guards/token/estimate/index";
import { cacheKey, token } from "#lib/guards/token/index";
import { findModel, MODELS } from "#lib/guards/token/models";
import type { TokenData } from "#lib/guards/token/schema";
import { TokenData as TokenDataSchema } from "#lib/guards/token/schema";
import type { VerdictCommon } from "#lib/guards/verdict";

function run(text: string, options: unknown = {}, evidence?: unknown, guard = token) {
  const content = readContent({ text });
  if (content === null) throw new Error("empty text");
  const verdict = guard.run(content, options, evidence);
  return { ...verdict, data: verdict.data as VerdictCommon & TokenData };
}

describe.each([token, tokenEstimate])("$engine", (guard) => {
  test.each(["optimize", "count", "estimate", "chunk", "confidence", "cache_lookup", "cache_store"])(
    "%s answers with every field of the contract",
    (operation) => {
      const options = { operation, context: "webpage-content", contentType: "text", scanLevel: "deep" };
      const { data } = run("A few words to count.", options, undefined, guard);
      expect(TokenDataSchema.parse(data)).toBeTruthy();
      expect(data.score).toBeLessThan(0.05);
      expect(data.action).toBe("allow");
    },
  );
});

test("the estimate engine says how far it may be off", () => {
  const { data } = run("The quick brown fox jumps over the lazy dog.", {}, undefined, tokenEstimate);
  expect(data.tokens).toMatchObject({ exact: false, encoding: "estimate:o200k_base" });
  expect(data.tokens.error_bound_pct).toBeGreaterThan(5);
  expect(Math.abs(data.tokens.count - 10)).toBeLessThanOrEqual(3);
});

test("an unknown model is counted with a warning and without a price", () => {
  const { data, warnings } = run("Hello there", { model: "no-such-model" });
  expect(data.tokens).toMatchObject({ count: 2, exact: false });
  expect(data.cost_usd).toBeNull();
  expect(warnings.join()).toContain("not known");
});

test("known models cost what the catalogue says, and OpenAI's are exact", () => {
  const { data } = run("Hello there", { model: "gpt-4o-mini-2024-07-18", operation: "count" });
  expect(data.tokens).toMatchObject({ count: 2, exact: true, error_bound_pct: 0 });
  expect(data.cost_usd).toBeCloseTo((2 * 0.15) / 1e6, 12);
  expect(run("Hello there", { model: "claude-sonnet-4-5" }).data.tokens).toMatchObject({
    encoding: "estimate:claude",
    exact: false,
  });
});

test.each([
  ["openai/gpt-4o:free", "gpt-4o"],
  ["ft:gpt-4o-mini-2024-07-18:acme::id", "gpt-4o-mini"],
  ["us.anthropic.claude-3-5-haiku-20241022-v1:0", "claude-3-5-haiku"],
  ["anthropic/claude-3.5-sonnet", "claude-3-5-sonnet"],
  ["meta-llama/Llama-3.1-8B-Instruct", "llama"],
  ["o1-preview", "o1"],
  ["qwen3-32b", "qwen"],
  ["gpt-50", undefined],
])("%s is %s", (name, prefix) => {
  expect(findModel(name)?.prefix).toBe(prefix);
});

test("every model has a window, a date and no negative price", () => {
  for (const model of MODELS) {
    expect(model.contextWindow).toBeGreaterThan(1_000);
    expect(model.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(model.inputPrice ?? 0).toBeGreaterThanOrEqual(0);
    expect(model.outputPrice ?? 0).toBeGreaterThanOrEqual(
      (model.inputPrice ?? 0) ? (model.outputPrice === null ? 0 : (model.inputPrice ?? 0)) : 0,
    );
  }
});

test("the prompt counts every message with the chat's overhead", () => {
  const content = readContent({
    messages: [
      { role: "system", content: "Be kind." },
      { role: "user", content: "Hello there" },
    ],
  });
  const { data } = token.run(content ?? { messages: [], targets: [] }, { operation: "count" }, undefined);
  expect((data as unknown as TokenData).tokens).toMatchObject({ count: 2, prompt_tokens: 3 + 2 + 2 * 4 + 3 });
});

test("a prompt longer than the window is flagged", () => {
  const words = Array.from({ length: 9_000 }, (_, index) => `word${index}`).join(" ");
  const { data } = run(words, { model: "gpt-4", operation: "count" });
  expect(data.action).toBe("flag");
  expect(data.score).toBeGreaterThan(0.8);
  expect(data.findings[0]?.detector).toBe("token.window.overflow");
});

test("a flood of one line is flagged, a short refrain and ordinary long prose are not", () => {
  expect(run("Repeat after me, forever and ever. ".repeat(800)).data.findings[0]?.detector).toBe(
    "token.flood.repetition",
  );
  expect(run("la la la ".repeat(20)).data.flagged).toBe(false);
  const prose = Array.from(
    { length: 400 },
    (_, i) => `Entry ${i * 7919} tells of visitor ${i ** 3} and day ${i % 31}.`,
  ).join(" ");
  expect(run(prose).data.flagged).toBe(false);
});

test("confidence keeps sure answers, prunes unsure ones and stops guesses", () => {
  const decide = (logprobs_stream: unknown) => run("x", { operation: "confidence", logprobs_stream }).data;
  expect(decide([-0.01, -0.05, -0.02]).decision).toMatchObject({ action: "keep", tokens: 3 });
  expect(decide([-1.2, -1.3, -1.25, -1.4]).decision?.action).toBe("prune");
  expect(decide([-3, -2.5, -4]).decision?.action).toBe("stop");
  const top = [
    {
      token: "a",
      logprob: -0.1,
      top_logprobs: [
        { token: "a", logprob: Math.log(0.9) },
        { token: "b", logprob: Math.log(0.05) },
      ],
    },
  ];
  expect(decide(top).decision?.margin).toBeCloseTo(0.85, 4);
  expect(decide([-0.5]).confidence_score).toBeCloseTo(Math.exp(-0.5), 6);
});

test("the cache answers only for the same text and model", () => {
  const key = cacheKey("What is 2+2?", "gpt-4o");
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(cacheKey("  What is 2+2?\r\n", "GPT-4o")).toBe(key);
  expect(cacheKey("What is 2+3?", "gpt-4o")).not.toBe(key);
  const evidence = { now_ms: 61_000, cached: { key, response: "4", model: "gpt-4o", stored_at_ms: 1_000 } };
  const hit = run("What is 2+2?", { operation: "cache_lookup" }, evidence).data.cache;
  expect(hit).toEqual({ hit: true, kind: "exact", key, similarity: 1, response: "4", age_s: 60 });
  expect(run("What is 2+3?", { operation: "cache_lookup" }, evidence).data.cache?.hit).toBe(false);
});

test("cache_store returns the effect, and a warning without a response", () => {
  const stored = run("What is 2+2?", { operation: "cache_store", response: "4", ttl_s: 60 });
  expect(stored.effects).toEqual({ store: { key: cacheKey("What is 2+2?", "gpt-4o"), response: "4", ttl_s: 60 } });
  expect(run("What is 2+2?", { operation: "cache_store" }).warnings.join()).toContain("needs a response");
});

test("optimised text is what may be passed on", () => {
  const { data, safeText } = run("One.   \n\n\n\nTwo.");
  expect(safeText).toBe("One.\n\nTwo.");
  expect(data.optimized_text).toBe(safeText);
  expect(data.tokens_saved).toBe(data.original_tokens - (data.optimized_tokens ?? 0));
});

test("unknown enum values are refused", () => {
  expect(() => run("x", { operation: "explode" })).toThrow();
  expect(() => run("x", { optimization_level: "extreme" })).toThrow();
});
