import { describe, expect, it } from "vitest";
import { memoryOf, runContext, talk } from "#tests/guards/context/run-context";

const CSS = talk(
  "How do I center a div in CSS?",
  "Use flexbox: set display: flex and justify-content: center.",
  "What about vertical centering?",
  "Add align-items: center to the container.",
);
const BREAD = "By the way, what is a good recipe for banana bread?";

describe("topic drift", () => {
  it("finds nothing without history, and starts the memory", () => {
    const answer = runContext(talk("Is this the right place?"));
    expect(answer).toMatchObject({ drift_detected: false, drift_score: 0, context_coherence: 1, drift_type: "none" });
    expect(answer.effects?.append.map((turn) => turn.text)).toEqual(["Is this the right place?"]);
  });

  it("names the message that opens a new topic, and the original topic", () => {
    const answer = runContext([...CSS, ...talk(BREAD)]);
    expect(answer).toMatchObject({ drift_type: "topic_shift", boundaries: [4], action: "flag", flagged: true });
    expect(answer.recommended_action).toBe("redirect_to_original_topic");
    expect(answer.suggested_response).toContain("div in CSS");
    expect(answer.context_coherence).toBeCloseTo(1 - answer.drift_score, 4);
  });

  it("finds the same shift turn by turn, from memory", () => {
    const answer = runContext(talk(BREAD), {}, memoryOf(CSS));
    expect(answer).toMatchObject({ drift_detected: true, boundaries: [0] });
    expect(answer.suggested_response).toContain("div in CSS");
  });

  it.each(["What should I wear to a beach wedding?", "Give me a workout plan for beginners."])(
    "finds a shift that nothing announces: %s",
    (request) => {
      const talked = talk("My Postgres query is slow on a large orders table.", "Add an index on the column.");
      expect(runContext(talk(request), {}, memoryOf(talked))).toMatchObject({
        drift_type: "topic_shift",
        boundaries: [0],
      });
      expect(runContext([...talked, ...talk(request)]).boundaries).toEqual([2]);
    },
  );

  it.each([
    "and what about the second one?",
    "Thanks, that works!",
    "Why is that?",
    "Can you show me an example?",
    "Does align-items work without flexbox?",
  ])("takes a follow-up for what it is: %s", (followUp) => {
    expect(runContext([...CSS, ...talk(followUp)]).drift_detected).toBe(false);
    expect(runContext(talk(followUp), {}, memoryOf(CSS)).drift_detected).toBe(false);
  });

  it("reports from the threshold it is given", () => {
    const { drift_score: score } = runContext([...CSS, ...talk(BREAD)]);
    expect(runContext([...CSS, ...talk(BREAD)], { drift_threshold: Math.min(1, score + 0.01) }).boundaries).toEqual([]);
  });

  it("ignores system messages but keeps the caller's numbering", () => {
    const system = { role: "system" as const, content: "You answer questions about style sheets." };
    expect(runContext([system, ...CSS, ...talk(BREAD)]).boundaries).toEqual([5]);
  });
});

describe("earlier content", () => {
  const OLD =
    "function total(items) {\n  let sum = 0;\n  for (const item of items) sum += item.price;\n  return sum;\n}";

  it.each(["previous_content", "previous_context", "previous_code"])("accepts %s", (name) => {
    expect(runContext(talk("What is the total price?"), { [name]: OLD }).metrics.history).toBe(1);
  });

  it("lets code grow and be renamed a little", () => {
    const grown = OLD.replace("return sum", "if (sum < 0) throw new RangeError('negative');\n  return sum");
    expect(runContext(talk(grown), { previous_code: OLD }).drift_detected).toBe(false);
  });

  it("reports code that has nothing to do with its earlier version", () => {
    const other = "class Rocket:\n    def launch(self, fuel):\n        self.fuel = fuel\n        return fuel > 3";
    const answer = runContext(talk(other), { previous_code: OLD });
    expect(answer).toMatchObject({ drift_type: "semantic_drift", boundaries: [0] });
  });

  it("survives what old clients send", () => {
    const junk = { context: "webpage-content", contentType: "text", scanLevel: "standard", previous_content: null };
    expect(runContext(talk("Hello"), junk).drift_detected).toBe(false);
  });
});
