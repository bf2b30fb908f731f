import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { goldenCases, outcomeOf } from "#tests/guards/context/golden-cases";

const FILE = new URL("../../corpus/context/golden.json", import.meta.url);
const known = JSON.parse(readFileSync(FILE, "utf8")) as Record<string, ReturnType<typeof outcomeOf>>;

/** What the guard said when golden.json was written: a change of speed must not change it. */
describe("golden answers", () => {
  it.each(goldenCases())("$name", (one) => {
    const { scores, ...outcome } = outcomeOf(one);
    const { scores: expected, ...rest } = known[one.name] ?? { scores: [] };
    expect(outcome).toEqual(rest);
    expect(scores.length).toBe(expected.length);
    for (const [index, score] of scores.entries()) expect(score).toBeCloseTo(expected[index] ?? -1, 3);
  });
});
