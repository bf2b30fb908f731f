import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readContent } from "#lib/guards/content";
import { trust } from "#lib/guards/trust/index";
import { TrustData } from "#lib/guards/trust/schema";
import { VerdictCommon } from "#lib/guards/verdict";

const Answer = VerdictCommon.extend(TrustData.shape);
const SOURCE = "The Statue of Liberty was dedicated in 1886. Gustave Eiffel built the iron frame inside.";

function check(payload: Record<string, unknown>) {
  const content = readContent(payload);
  if (content === null) throw new Error("The test sent an empty text");
  return Answer.parse(trust.run(content, payload, undefined).data);
}

describe("trust guard", () => {
  it("says what it did not assess and is unsure then", () => {
    const data = check({
      text: "Paris is lovely",
      context: "webpage-content",
      contentType: "article",
      scanLevel: "deep",
    });
    expect(data.grounding).toBeNull();
    expect(data.validation_results).toMatchObject({
      factual_accuracy: "not_assessed",
      source_credibility: "not_assessed",
    });
    expect(data).toMatchObject({ action: "allow", reliability: "low", findings: [] });
  });

  it("trusts a supported answer more, and more surely, than an unassessed one", () => {
    const text = "The Statue of Liberty was dedicated in 1886. Gustave Eiffel built the iron frame inside.";
    const [with_, without] = [check({ text, context: SOURCE }), check({ text })];
    expect(with_.trust_score).toBeGreaterThan(without.trust_score);
    const width = ([low, high]: [number, number]) => high - low;
    expect(width(with_.confidence_interval)).toBeLessThan(width(without.confidence_interval));
    expect(with_.confidence_interval[0]).toBeLessThanOrEqual(with_.trust_score);
  });

  it("flags an unsupported answer with evidence and risk opposite to trust", () => {
    const data = check({ text: "The Statue of Liberty was dedicated in 1920.", context: { documents: [SOURCE] } });
    expect(data).toMatchObject({ action: "flag", flagged: true });
    expect(data.score).toBeCloseTo(1 - data.trust_score, 3);
    expect(data.pattern_detections.hallucination).toBeGreaterThan(0.5);
    expect(data.grounding?.claims[0]?.evidence?.document).toBe(0);
  });

  it("flags a wrong sum and points at the result", () => {
    const text = "The bill: 12 + 13 = 26 euros.";
    const data = check({ text });
    const [error] = data.math.errors;
    expect(text.slice(error?.start, error?.end)).toBe("26");
    expect(data.findings[0]).toMatchObject({ detector: "trust.math.wrong_result", severity: "high" });
    expect(data.trust_score).toBeLessThan(0.5);
  });

  it("takes sources and the question from the conversation", () => {
    const data = check({
      messages: [
        { role: "document", content: SOURCE },
        { role: "user", content: "When was the Statue of Liberty dedicated?" },
        { role: "assistant", content: "It was dedicated in 1886." },
      ],
    });
    expect(data.grounding).toMatchObject({ documents: 1, claims: [{ message: 2, supported: true }] });
  });

  it("scores only the patterns it was asked for", () => {
    const text = "I am 100% certain that our app is unhackable.";
    const data = check({ text, patterns: ["security_theater"] });
    expect(data.pattern_detections.security_theater).toBeGreaterThan(0);
    expect(data.pattern_detections.hallucination).toBe(0);
    expect(data.failure_patterns.map(({ pattern }) => pattern)).toEqual(["security_theater"]);
  });

  it("holds an answer against the built-in principles", () => {
    const data = check({ text: "12 + 13 = 26", operation: "constitution" });
    expect(data.constitution?.violations).toMatchObject([{ principle: "exact", start: 10, end: 12 }]);
    expect(data.constitution?.revised_prompt).toContain("12 + 13 = 26");
    expect(data.constitution?.unchecked).toContain("harmless");
  });

  it.each([
    ["Use at most 3 words", "one two three four"],
    ['Never say "cheap"', "This is a cheap trick"],
    ['Always mention "not medical advice"', "Take two"],
    ["Do not use any links", "See https://a.org"],
    ["No emojis", "Done 🎉"],
  ])("checks the principle %j", (principle, text) => {
    expect(check({ text, principles: [principle] }).constitution?.violations).toHaveLength(1);
  });

  it("finds nothing where the principles are kept", () => {
    const principles = ["Use at most 9 words", 'Never say "cheap"', "Do not use any links"];
    expect(check({ text: "A short and friendly reply.", principles }).constitution?.violations).toEqual([]);
  });

  it("refuses unknown operations and patterns", () => {
    const content = { messages: [{ role: "user" as const, content: "x" }], targets: [0] };
    expect(() => trust.run(content, { operation: "guess" }, undefined)).toThrow();
    expect(() => trust.run(content, { patterns: ["magic"] }, undefined)).toThrow();
  });

  it("answers any text within its schema", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "grapheme" }), fc.string(), (text, context) => {
        fc.pre(text.trim() !== "");
        const data = check({ text, context, operation: "constitution" });
        for (const finding of data.findings) expect(finding.span.end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 200 },
    );
  });
});
