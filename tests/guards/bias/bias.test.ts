import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bias } from "#lib/guards/bias/index";
import type { BiasData } from "#lib/guards/bias/schema";
import type { VerdictCommon } from "#lib/guards/verdict";

type Answer = VerdictCommon & BiasData;

function check(text: string, options: object = {}): Answer {
  const content = { messages: [{ role: "user" as const, content: text }], targets: [0] };
  return bias.run(content, options, undefined).data as unknown as Answer;
}

describe("statements about groups", () => {
  it.each([
    ["Women are too stupid to lead.", "gender"],
    ["All immigrants are criminals.", "nationality"],
    ["Muslims should be deported.", "religion"],
    ["Poor people are lazy.", "class"],
    ["Old people are bad with computers.", "age"],
    ["Blind people should not be allowed to work here.", "disability"],
  ])("finds what is asserted: %s", (text, category) => {
    const answer = check(text);
    expect(answer.bias_detected).toBe(true);
    expect(answer.bias_type).toBe(category);
    expect(answer.action).not.toBe("allow");
  });

  it.each([
    "It is a myth that women are stupid.",
    'He wrote: "All immigrants are criminals."',
    "Women are underrepresented in engineering.",
    "Women are not stupid.",
    "The black cat is lazy and the old house is ugly.",
    "My boss told the nurse that she could go home.",
    "Immigrants should be treated with respect.",
    "The term nigger is a slur.",
  ])("lets pass what is quoted, countered, denied or only mentioned: %s", (text) => {
    expect(check(text).bias_detected).toBe(false);
  });

  it("blocks a call to harm a group", () => {
    expect(check("Kill all the Jews.").action).toBe("block");
  });

  it("points at the words in the caller's own text, behind a disguise as well", () => {
    const text = "Listen: W\u200bomen are stupid.";
    const [found] = check(text).detected_biases;
    expect(text.slice(found?.start, found?.end)).toBe("W\u200bomen are stupid");
  });

  it("looks only for the categories asked for", () => {
    expect(check("All immigrants are criminals.", { bias_types: ["gender"] }).bias_score).toBe(0);
  });

  it("refuses an unknown category", () => {
    expect(() => check("text", { bias_types: ["zodiac"] })).toThrow();
  });

  it.each([
    ["Women are stupid.", "Men are stupid."],
    ["Muslims should be deported.", "Christians should be deported."],
    ["She is smart for a girl.", "He is smart for a boy."],
    ["Older applicants need not apply.", "Younger applicants need not apply."],
  ])("judges every group alike: %s / %s", (left, right) => {
    expect(check(left).bias_detected).toBe(true);
    expect(check(right).bias_detected).toBe(true);
    expect(check(left).counterfactual.swaps_tested).toBeGreaterThan(0);
    expect(check(left).counterfactual.max_delta).toBeLessThan(0.2);
  });
});

describe("the audience", () => {
  it("is read more strictly when it is young", () => {
    const text = "He is pretty smart for a boy, and girls are sensitive.";
    const { score } = check(text);
    const threshold = score + 0.05;
    expect(check(text, { sensitivity_threshold: threshold }).flagged).toBe(false);
    expect(check(text, { sensitivity_threshold: threshold, target_audience: "primary school children" }).flagged).toBe(
      true,
    );
  });

  it("makes every text an advert when it is applicants", () => {
    const text = "Young and energetic people, native English speakers only.";
    expect(check(text).detected_biases).toEqual([]);
    const types = check(text, { target_audience: "Job applicants" }).detected_biases.map(({ type }) => type);
    expect(types).toEqual(["age", "nationality"]);
  });

  it("changes nothing when it is unknown", () => {
    const text = "Women are too emotional to lead.";
    expect(check(text, { target_audience: "webpage-content" })).toEqual(check(text));
  });
});

describe("the answer", () => {
  it("keeps its scores in range and its edits true for any text", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 300 }), (text) => {
        const answer = check(text, { operation: "mitigate", mitigation_level: "aggressive" });
        expect(answer.bias_score).toBeGreaterThanOrEqual(0);
        expect(answer.bias_score).toBeLessThanOrEqual(1);
        for (const edit of answer.edits) expect(text.slice(edit.start, edit.end)).toBe(edit.from);
      }),
    );
  });

  it("stays fast on hostile repetition", () => {
    const started = performance.now();
    for (const piece of ["women are ", "he or she ", '"', "the old black ", "she's ", "a", "kill all "])
      check(piece.repeat(Math.ceil(20_000 / piece.length)), { operation: "mitigate" });
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
