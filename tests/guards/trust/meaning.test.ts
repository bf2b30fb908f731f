import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meaningKept } from "#lib/guards/trust/meaning";

const ORIGINAL =
  "Please note that all 12 visitors from Kenya must not enter before 9 am, see https://a.org/rules for details.";

describe("meaningKept", () => {
  it("accepts a shorter wording with every fact", () => {
    const shorter = "All 12 visitors from Kenya must not enter before 9 am: https://a.org/rules";
    expect(meaningKept(ORIGINAL, shorter)).toEqual({ kept: true, score: 1, lost: [] });
  });

  it.each([
    ["number", ORIGINAL.replace("12", "21")],
    ["negation", ORIGINAL.replace("must not", "must")],
    ["quantifier", ORIGINAL.replace("all 12", "12")],
    ["name", ORIGINAL.replace("Kenya", "abroad")],
    ["url", ORIGINAL.replace("/rules", "/prices")],
  ])("sees a changed %s", (kind, rewritten) => {
    const verdict = meaningKept(ORIGINAL, rewritten);
    expect(verdict.kept).toBe(false);
    expect(verdict.score).toBeLessThan(1);
    expect(verdict.lost.map((loss) => loss.kind)).toContain(kind);
  });

  it("describes a loss without the text", () => {
    const { lost } = meaningKept(ORIGINAL, "Nothing.");
    expect(JSON.stringify(lost)).not.toMatch(/Kenya|a\.org|12 visitors/);
  });

  it("finds every text to mean what it says", () => {
    fc.assert(fc.property(fc.string(), (text) => meaningKept(text, text).kept));
  });
});
