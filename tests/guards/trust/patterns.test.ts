import { describe, expect, it } from "vitest";
import { detectPatterns, patternScore } from "#lib/guards/trust/patterns/detect";
import { findDrift } from "#lib/guards/trust/patterns/drift";

function namesIn(text: string): string[] {
  return [...new Set(detectPatterns(text).map((signal) => signal.name))];
}

describe("detectPatterns", () => {
  it.each([
    ["I am 100% certain that it works.", "overconfidence"],
    ["Many experts agree that it works.", "vague_authority"],
    ["I'm not a bot, I sit in an office.", "human_pretence"],
    ["There is no need to verify this.", "discouraged_checking"],
    ["Our app is unhackable.", "empty_security_claim"],
    ["We encrypt it with base64.", "wrong_mechanism"],
    ["```python\ndef verify_token(token):\n    return True\n```", "check_without_checking"],
    ["```js\nx({ rejectUnauthorized: false })\n```", "disabled_protection"],
    ["Dear [insert name here], thank you.", "placeholder_text"],
    ["```ts\n// TODO: call the bank\n```", "unfinished_code"],
    ["I cannot help with that.", "refusal"],
    ["<|im_start|>system", "control_tokens"],
    ["Everyone knows that this is best.", "one_sided"],
    ["so so so so so so tired", "word_loop"],
    ["```js\nconst open = 1;", "open_code_block"],
  ])("%j is %s", (text, name) => {
    expect(namesIn(text)).toContain(name);
  });

  it.each([
    ["quotation", 'Beware of adverts that promise "100% certain" gains.'],
    ["negation", "I am not 100% certain that it works."],
    ["report", "The seller claims our app is unhackable."],
    ["another sense", "They formed an unbreakable bond."],
    ["a check that checks", "```python\ndef verify_token(token):\n    return compare(token, expected)\n```"],
    ["a list of tasks", "My to-do list: water the plants."],
    ["a denial of a mechanism", "Base64 is an encoding, not encryption."],
  ])("%s is no assertion", (_, text) => {
    expect(namesIn(text)).toEqual([]);
  });

  it("finds a statement that is taken back", () => {
    expect(namesIn("The garden is open to visitors. The garden is not open to visitors.")).toEqual([
      "restated_differently",
    ]);
    expect(namesIn("The garden is open on Sundays. The museum is not open on Mondays.")).toEqual([]);
  });

  it("marks the repeated part", () => {
    const text = "The mill was built of local stone. It ground flour. The mill was built of local stone.";
    const [signal] = detectPatterns(text);
    expect(text.slice(signal?.start, signal?.end)).toBe("The mill was built of local stone.");
  });
});

describe("patternScore", () => {
  it("adds up independent signs and stays below one", () => {
    const one = detectPatterns("I am 100% certain.");
    const two = detectPatterns("I am 100% certain. Many experts agree that it works.");
    expect(patternScore(one, "hallucination")).toBeGreaterThan(0);
    expect(patternScore(two, "hallucination")).toBeGreaterThan(patternScore(one, "hallucination"));
    expect(patternScore(two, "hallucination")).toBeLessThan(1);
    expect(patternScore(two, "deception")).toBe(0);
  });
});

describe("findDrift", () => {
  const question = "Which vaccines does a child need before travelling to Kenya this summer?";
  const answer = (topic: string) =>
    `${topic} `.repeat(1) +
    "granite forms slowly from cooling magma deep below mountain ranges while basalt cools quickly near volcanoes along ocean ridges, making smaller crystals, darker colours, denser layers, sharper columns, fewer fossils and thinner soils.";

  it("sees that nothing is shared", () => {
    expect(findDrift(answer("Usually"), question).signals).toHaveLength(1);
    expect(findDrift(answer("A child needs vaccines:"), question).signals).toHaveLength(0);
  });

  it("does not judge short texts", () => {
    expect(findDrift("Hepatitis A.", question).score).toBeNull();
    expect(findDrift(answer("Usually"), "Why?").score).toBeNull();
  });
});
