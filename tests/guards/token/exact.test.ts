import fc from "fast-check";
import * as cl100k from "gpt-tokenizer/encoding/cl100k_base";
import * as o200k from "gpt-tokenizer/encoding/o200k_base";
import { describe, expect, test } from "vitest";
import { countTokens, encodeTokens } from "#lib/guards/token/bpe/tokenizer";
import type { Encoding } from "#lib/guards/token/schema";
import { corpus, type LanguageRow } from "#tests/guards/token/corpus";

const PLAIN = { disallowedSpecial: new Set<string>() };
const REFERENCES: [Encoding, (text: string) => number[]][] = [
  ["o200k_base", (text) => o200k.encode(text, PLAIN)],
  ["cl100k_base", (text) => cl100k.encode(text, PLAIN)],
];

/** gpt-tokenizer reads U+FEFF as white space and U+0085 as none; tiktoken does the opposite. */
const SHARED = fc.string({ unit: "grapheme", maxLength: 60 }).filter((text) => !/[\ufeff\x85]/.test(text));
const SCRIPTS = fc
  .array(
    fc.constantFrom(
      ..."a|B|é|ß|中|文|の|한|ا|ब|ि|ন|ไ|𝕏|👩‍👩‍👧|🇩🇪| |  |\n|\r\n|\t|'s|'LL|1|234|\u00a0|!|//|...|{| the|and|\u200d|Ǆ|ʰ|İ|Ж|<|endoftext|>".split(
        "|",
      ),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

describe.each(REFERENCES)("%s", (encoding, reference) => {
  test.each(corpus<LanguageRow>("languages"))("gives the reference's ids for $lang", ({ text }) => {
    expect(encodeTokens(text, encoding)).toEqual(reference(text));
  });

  test("gives the reference's ids for any text", () => {
    fc.assert(
      fc.property(fc.oneof(SHARED, SCRIPTS), (text) => {
        expect(encodeTokens(text, encoding)).toEqual(reference(text));
      }),
      { numRuns: 1_000 },
    );
  });

  test("merges long pieces as it merges short ones", () => {
    const long = "abracadabra".repeat(60);
    expect(encodeTokens(long, encoding)).toEqual(reference(long));
  });

  test("reads a lone surrogate as U+FFFD", () => {
    expect(encodeTokens("a\ud800b", encoding)).toEqual(encodeTokens("a\ufffdb", encoding));
  });
});

test("special tokens are counted as the plain text they are written with", () => {
  expect(countTokens("<|endoftext|>", "cl100k_base")).toBeGreaterThan(1);
});

test("U+FEFF and U+0085 are cut as tiktoken cuts them", () => {
  expect(encodeTokens(" \u0085 a", "o200k_base")).not.toEqual(encodeTokens(" \ufeff a", "o200k_base"));
  expect(countTokens("\ufeff60.27", "o200k_base")).toBe(4);
});

test.each([
  ["one letter", "a".repeat(100_000)],
  ["Chinese", "中文".repeat(50_000)],
  ["white space", " ".repeat(100_000)],
  ["emoji", "👩‍👩‍👧".repeat(12_500)],
])("100,000 characters of %s are counted without quadratic work", (_, text) => {
  const start = performance.now();
  expect(countTokens(text, "o200k_base")).toBeGreaterThan(100);
  expect(performance.now() - start).toBeLessThan(4_000);
});
