import { describe, expect, it } from "vitest";
import { trust } from "#lib/guards/trust/index";

const LENGTH = 100_000;
/** Generous: shared machines are slow, while a super-linear pattern takes minutes. */
const BUDGET_MS = 10_000;

describe("trust guard on adversarial text", () => {
  it.each([
    "\n",
    "1",
    "1=",
    "1/2 ",
    "((1",
    "2^",
    "|1|\n",
    "“",
    "```",
    "http://",
    "10.1234/a ",
    "ISBN 978-",
    "[1] ",
    "from 1 to 2 ",
    "sum of 1, ",
    "not ",
    "I am ",
    "is_valid(){ ",
    "// ",
    "\\frac{1}{2} ",
  ])("is done with %j repeated", (unit) => {
    const content = { messages: [{ role: "user" as const, content: unit.repeat(LENGTH / unit.length) }], targets: [0] };
    const start = performance.now();
    trust.run(content, { context: "A source with some words in it.", operation: "constitution" }, undefined);
    expect(performance.now() - start).toBeLessThan(BUDGET_MS);
  });
});
