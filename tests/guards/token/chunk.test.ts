import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactCounter } from "#lib/guards/token/bpe/tokenizer";
import { chunkText } from "#lib/guards/token/chunk/chunk";
import { estimatedCounter } from "#lib/guards/token/estimate/estimate";
import { WEIGHTS } from "#lib/guards/token/estimate/weights.data";
import { ChunkingStrategy } from "#lib/guards/token/schema";
import { corpus, type LanguageRow, type OptimizeRow } from "#tests/guards/token/corpus";

const counters = {
  o200k: exactCounter("o200k_base"),
  cl100k: exactCounter("cl100k_base"),
  estimate: estimatedCounter(WEIGHTS.o200k_base.weights),
};
const book = corpus<OptimizeRow>("optimize")
  .map((row) => row.text)
  .join("\n\n")
  .slice(0, 4_000);
const mixed = corpus<LanguageRow>("languages")
  .map((row) => row.text)
  .join("  \n ");

describe.each(ChunkingStrategy.options)("%s", (strategy) => {
  describe.each(Object.entries(counters))("with %s", (_, counter) => {
    test.each([
      [1, 0],
      [7, 3],
      [64, 0],
      [64, 16],
      [100_000, 10],
    ])("chunks of %i tokens, overlap %i, cover the text and are counted exactly", (size, overlap) => {
      for (const text of [book, mixed, "a".repeat(600), " \n".repeat(90)]) {
        const { chunks } = chunkText(text, { strategy, size, overlap }, counter);
        let covered = 0;
        for (const chunk of chunks) {
          expect(chunk.text).toBe(text.slice(chunk.start, chunk.end));
          expect(chunk.tokens).toBe(counter.count(chunk.text));
          if (size > 6) expect(chunk.tokens).toBeLessThanOrEqual(size);
          expect(chunk.start).toBeLessThanOrEqual(covered);
          expect(chunk.end).toBeGreaterThan(covered);
          if (covered > chunk.start)
            expect(counter.count(text.slice(chunk.start, covered))).toBeLessThanOrEqual(overlap);
          covered = chunk.end;
        }
        expect(covered).toBe(text.length);
      }
    });
  });
});

test("no chunk begins or ends inside a surrogate pair, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), fc.integer({ min: 1, max: 9 }), (text, size) => {
      const { chunks } = chunkText(text, { strategy: "recursive", size, overlap: 0 }, counters.o200k);
      expect(chunks.map((chunk) => chunk.text).join("")).toBe(text);
      for (const { start } of chunks) {
        expect(/[\udc00-\udfff]/.test(text.charAt(start)) && /[\ud800-\udbff]/.test(text.charAt(start - 1))).toBe(
          false,
        );
      }
    }),
  );
});

test("recursive cuts at paragraphs before sentences before words", () => {
  const text = "One two three. Four five six.\n\nSeven eight nine. Ten eleven twelve.";
  const texts = (size: number) =>
    chunkText(text, { strategy: "recursive", size, overlap: 0 }, counters.o200k).chunks.map((chunk) => chunk.text);
  expect(texts(10)).toEqual(["One two three. Four five six.\n\n", "Seven eight nine. Ten eleven twelve."]);
  expect(texts(6)[0]).toBe("One two three.");
});

test("markdown keeps a heading with its text, and a fence and a table whole where they fit", () => {
  const fence = "```js\nlet a = 1;\n\nlet b = 2;\n```\n";
  const table = "| a | b |\n|---|---|\n| 1 | 2 |\n";
  const text = `# One\n\nSome words about the first thing.\n\n${fence}\n## Two\n\n${table}\nThe end of it.\n`;
  const { chunks } = chunkText(text, { strategy: "markdown", size: 40, overlap: 0 }, counters.o200k);
  expect(chunks.some((chunk) => chunk.text.includes(fence))).toBe(true);
  expect(chunks.some((chunk) => chunk.text.includes(table))).toBe(true);
  expect(chunks.find((chunk) => chunk.text.includes("## Two"))?.text.startsWith("## Two")).toBe(true);
});

test("code starts chunks at top-level definitions", () => {
  const functions = ["alpha", "beta", "gamma"].map((name) => `def ${name}(x):\n    y = x + 1\n\n    return y * 2\n`);
  const { chunks } = chunkText(functions.join("\n"), { strategy: "code", size: 24, overlap: 0 }, counters.o200k);
  expect(chunks.map((chunk) => chunk.text.slice(0, 4))).toEqual(["def ", "def ", "def "]);
});

test("semantic starts a chunk where the topic changes", () => {
  const boats =
    "The harbour was full of sailing boats. Every boat had white sails. The sails of the boats caught the harbour wind. ";
  const bread =
    "Knead the dough with flour and water. Let the dough rest near the oven. Bake the dough in the oven until the flour browns.";
  const { chunks } = chunkText(boats + bread, { strategy: "semantic", size: 60, overlap: 0 }, counters.o200k);
  expect(chunks.some((chunk) => chunk.text.trimStart().startsWith("Knead"))).toBe(true);
});
