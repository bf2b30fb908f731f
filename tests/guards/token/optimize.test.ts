import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactCounter } from "#lib/guards/token/bpe/tokenizer";
import { optimize } from "#lib/guards/token/optimize/optimize";
import { factsOf } from "#lib/guards/token/optimize/preserved";
import type { OptimizationLevel } from "#lib/guards/token/schema";
import { corpus, type OptimizeRow } from "#tests/guards/token/corpus";

const counter = exactCounter("o200k_base");
const rows = corpus<OptimizeRow>("optimize");

function run(text: string, level: OptimizationLevel, more: Partial<Parameters<typeof optimize>[2]> = {}) {
  const options = { level, preserveQuality: true, maxTokens: null, query: "", ...more };
  return optimize(text, counter.count(text), options, counter);
}

describe("low", () => {
  test.each(rows.filter((row) => row.label === 0))("leaves as it is: $text", ({ text }) => {
    expect(run(text, "low").text).toBe(text);
  });

  test("takes out trailing spaces, repeated blank lines and doubled spaces", () => {
    const { text, techniques } = run("One.  Two.   \r\n\n\n\nThree.  \n", "low");
    expect(text).toBe("One. Two.\n\nThree.");
    expect(techniques).toEqual(["line_endings", "trailing_spaces", "blank_lines", "repeated_spaces"]);
  });

  test("minifies JSON without touching its strings and numbers", () => {
    const { text } = run('Data:\n{\n  "a  b": [1.50, 2e3],\n  "c": "x \\" y"\n}\nEnd', "low");
    expect(text).toBe('Data:\n{"a  b":[1.50,2e3],"c":"x \\" y"}\nEnd');
  });

  test("takes the padding out of Markdown tables, not out of aligned columns", () => {
    expect(run("| a   | b |\n| ---   | ---  |\n| 1    | 2 |", "low").text).toBe("| a | b |\n| --- | --- |\n| 1 | 2 |");
    const columns = "a      b      c\n1      2      3";
    expect(run(columns, "low").text).toBe(columns);
  });

  test("never changes fenced code, closed or not", () => {
    for (const code of ["```\na   b  \n\n\n\nc\n```", "~~~\n{ }   \n\n\n\n x"]) {
      expect(run(`Text.\n${code}`, "low").text).toBe(`Text.\n${code}`.trimEnd());
    }
  });

  test("keeps every character that is not white space, in order", () => {
    const squeezed = (text: string) => text.replace(/\s+/g, "");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(squeezed(run(text, "low").text)).toBe(squeezed(text));
      }),
    );
  });
});

describe.each(["moderate", "aggressive"] as const)("%s", (level) => {
  test.each(rows)("keeps every fact of: $text", ({ text, query }) => {
    const { text: shorter, preserved } = run(text, level, { query: query ?? "" });
    expect(Object.values(preserved)).toEqual([1, 1, 1, 1, 1, 1]);
    for (const url of factsOf(text).urls) expect(shorter).toContain(url);
    for (const code of factsOf(text).code) expect(shorter).toContain(code);
    for (const number of factsOf(text).numbers) expect(shorter).toContain(number);
  });

  test("is never longer than the original", () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 12, mode: "sentences" }), (text) => {
        expect(run(text, level).tokens).toBeLessThanOrEqual(counter.count(text));
      }),
    );
  });
});

test("moderate keeps names that begin with an article, and quotations", () => {
  const text = 'We saw the play called The Tempest and I think that he said "please wait for the end" very quietly.';
  const { text: shorter } = run(text, "moderate");
  expect(shorter).toContain("The Tempest");
  expect(shorter).toContain('"please wait for the end"');
  expect(shorter).not.toContain("I think");
});

test("moderate joins a sentence whose beginning it dropped", () => {
  expect(run("Hello! Could you please tell us what is in the box? Thank you very much!", "moderate").text).toBe(
    "Hello! Tell us what is in box?",
  );
});

test("text in another language is not edited by English wording", () => {
  const text = "El hotel a la orilla del mar es the best de la zona, a veces a buen precio.";
  expect(run(text, "moderate").text).toBe(text);
});

test("aggressive meets max_tokens by selection and keeps what answers the query", () => {
  const filler = "The garden was pleasant and the visitors liked the benches near the pond. ".repeat(6);
  const { text, tokens } = run(`${filler}The pump needs oil before every use. ${filler}`, "aggressive", {
    maxTokens: 20,
    query: "What does the pump need?",
  });
  expect(tokens).toBeLessThanOrEqual(20);
  expect(text).toMatch(/pump needs oil/i);
});

test("a budget that would cost facts is refused with the reason, and met when quality may suffer", () => {
  const text = "Anna paid 10 euros to Berta. Then Berta paid 20 euros to Carl. Later Carl paid 30 euros to Dora.";
  const refused = run(text, "aggressive", { maxTokens: 8 });
  expect(refused.tokens).toBeGreaterThan(8);
  expect(refused.warnings.join(" ")).toContain("max_tokens 8 cannot be met");
  expect(run(text, "aggressive", { maxTokens: 8, preserveQuality: false }).tokens).toBeLessThanOrEqual(8);
});

test("facts are numbers, names inside sentences, negated words, addresses, code and quotations", () => {
  const facts = factsOf('Today Ada did not pay 3.5 EUR at https://a.example, see `x` and "so it is".');
  expect([...facts.numbers]).toEqual(["3.5"]);
  expect([...facts.entities]).toContain("Ada");
  expect([...facts.negations]).toEqual(["not pay"]);
  expect([...facts.urls]).toEqual(["https://a.example,"]);
  expect([...facts.code]).toEqual(["`x`"]);
  expect([...facts.quotations]).toEqual(['"so it is"']);
});
