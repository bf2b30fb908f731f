import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkMath } from "#lib/guards/trust/math/check";

/** What is wrong in a text: `[claimed, actual]`, with the span checked against the text. */
function errorsIn(text: string): [string, string][] {
  return checkMath(text).flatMap(({ start, end, claimed, actual }) => {
    expect(text.slice(start, end)).toBe(claimed);
    return actual === null ? [] : [[claimed, actual] as [string, string]];
  });
}

describe("checkMath", () => {
  it.each([
    ["2 + 2 = 5", "5", "4"],
    ["24 × 15 = 350 bottles", "350", "360"],
    ["12 apples ÷ 4 = 4 each", "4", "3"],
    ["three plus four equals eight", "eight", "7"],
    ["20% of 150 is 35", "35", "30"],
    ["$1,250 + $750 = $2,100", "2,100", "2000"],
    ["1,5 + 3 = 4,6", "4,6", "4.5"],
    ["5² = 26", "26", "25"],
    ["\\(3 \\times 4 = 13\\)", "13", "12"],
    ["\\frac{1}{2} + \\frac{1}{4} = \\frac{2}{4}", "{2}{4}", "0.75"],
    ["The sum of 3, 4, and 5 is 13.", "13", "12"],
    ["It rose from 80 to 100, a 20% increase.", "20%", "25%"],
    ["20% off $50 is $45.", "$45", "40"],
    ["10/3=3.4", "3.4", "3.3333"],
    ["-5 + 3 = -3", "-3", "-2"],
  ])("finds the wrong result in %j", (text, claimed, actual) => {
    expect(errorsIn(text)).toEqual([[claimed, actual]]);
  });

  it("checks every link of a chain", () => {
    expect(errorsIn("3*4=12+5=17")).toEqual([]);
    expect(errorsIn("3*4=12+5=18")).toEqual([["18", "17"]]);
  });

  it("goes on with the exact value of a rounded result", () => {
    expect(errorsIn("10 / 3 = 3.33\n3.33 * 3 = 10")).toEqual([]);
  });

  it("adds up the rows of a table", () => {
    const table = (total: string) => `| a | b |\n|---|---|\n| x | 3.20 |\n| y | 4.10 |\n| Total | ${total} |`;
    expect(errorsIn(table("7.30"))).toEqual([]);
    expect(errorsIn(table("8.30"))).toEqual([["8.30", "7.3"]]);
  });

  it.each([
    "0.1 + 0.2 = 0.3",
    "10 / 3 ≈ 3.33",
    "17 / 5 = 3 remainder 2",
    "3 * 20 minutes = 1 hour",
    "100 + 10% = 110",
    "x + 3 = 8",
    "2m + 55 = 215",
    "f(3) = 9",
    "√(144) = 12",
    "1/2 cup = 4 ounces",
    "if (count == 3 + 4) total += 2",
    "People who say 2 + 2 = 5 are wrong.",
    "At 5:30 + 2 hours = 7:30 we leave.",
    "1.500,50 + 2 = 1.502,50",
    "17 000 / 5 = 3 400",
    "10 - 4 is 2 more than 4",
  ])("stays silent about %j", (text) => {
    expect(errorsIn(text)).toEqual([]);
  });

  it("accepts every right sum and refuses every other one", () => {
    const whole = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 1, max: 9_999 }), (a, b, off) => {
        expect(errorsIn(`They sold ${a} + ${b} = ${a + b} tickets.`)).toEqual([]);
        expect(errorsIn(`They sold ${a} + ${b} = ${a + b + off} tickets.`)).toHaveLength(1);
      }),
    );
  });

  it("multiplies decimals without floating-point error", () => {
    const cents = fc.integer({ min: 1, max: 99_999 });
    fc.assert(
      fc.property(cents, fc.integer({ min: 2, max: 99 }), (price, count) => {
        const written = (value: number) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`;
        expect(errorsIn(`${count} x $${written(price)} = $${written(price * count)}`)).toEqual([]);
      }),
    );
  });
});
