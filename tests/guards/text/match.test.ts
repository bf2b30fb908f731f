import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { literalFinder, patternFinder } from "#lib/guards/text/match";

describe("literalFinder", () => {
  const find = literalFinder([
    { literal: "he", value: "he" },
    { literal: "she", value: "she" },
    { literal: "hers", value: "hers" },
    { literal: "précédent", value: "fr" },
    { literal: "предыдущ", value: "ru" },
  ]);

  it("finds overlapping literals with their offsets", () => {
    expect(find("uSHERs").map(({ value, start, end }) => [value, start, end])).toEqual([
      ["she", 1, 4],
      ["he", 2, 4],
      ["hers", 2, 6],
    ]);
  });

  it("folds case and accents", () => {
    expect(find("LES PRECEDENTES et ПРЕДЫДУЩИЕ").map(({ value }) => value)).toEqual(["fr", "ru"]);
  });

  it("agrees with indexOf", () => {
    const words = ["ab", "abc", "bca", "c", "aab"];
    const finder = literalFinder(words.map((word) => ({ literal: word, value: word })));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), maxLength: 40 }), (text) => {
        const expected = words.flatMap((word) =>
          Array.from({ length: text.length }, (_, at) => at)
            .filter((at) => text.startsWith(word, at))
            .map((at) => `${word}@${at}`),
        );
        expect(
          finder(text)
            .map(({ value, start }) => `${value}@${start}`)
            .sort(),
        ).toEqual(expected.sort());
      }),
    );
  });
});

describe("patternFinder", () => {
  const find = patternFinder([
    { value: "token", pattern: /tok_[a-z]{4}\b/, literals: ["tok_"], anchored: true },
    { value: "year", pattern: /\b(?:19|20)\d\d\b/, literals: [] },
    { value: "due", pattern: /\bdue in \d{1,3} days\b/i, literals: ["due in"] },
  ]);

  it("tries a pattern only where it can match, and sorts the hits", () => {
    const hits = find("2024 tok_abcd Due in 30 days, tok_ab1 and xtok_wxyz");
    expect(hits.map(({ value, match }) => `${value}:${match[0]}`)).toEqual([
      "year:2024",
      "token:tok_abcd",
      "due:Due in 30 days",
      "token:tok_wxyz",
    ]);
  });
});
