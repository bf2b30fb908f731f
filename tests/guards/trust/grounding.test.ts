import { describe, expect, it } from "vitest";
import { sourceDocuments } from "#lib/guards/trust/documents";
import { ground } from "#lib/guards/trust/grounding/ground";

const SOURCE =
  "The Statue of Liberty was dedicated in 1886. Gustave Eiffel built the iron frame inside. Pets are not allowed on the ferry.";

describe("ground", () => {
  it("supports what the source says and points to it", () => {
    const claim = ground("The statue was dedicated in 1886.", [SOURCE], "", 0)?.claims[0];
    expect(claim?.supported).toBe(true);
    expect(SOURCE.slice(claim?.evidence?.start, claim?.evidence?.end)).toBe(
      "The Statue of Liberty was dedicated in 1886.",
    );
  });

  it.each([
    ["The statue was dedicated in 1896.", "A number is not in the sources"],
    ["Thomas Edison built the iron frame inside.", "A name is not in the sources"],
    ["Pets are allowed on the ferry.", "Negated in only one of answer and source"],
  ])("does not support %j", (answer, reason) => {
    const claim = ground(answer, [SOURCE], "", 0)?.claims[0];
    expect(claim).toMatchObject({ supported: false, reason });
  });

  it("judges each statement by itself, with spans into the answer", () => {
    const answer =
      "Sure, here is the answer:\n- It was dedicated in 1886.\n- A million people come every year.\nShall I go on?";
    const claims = ground(answer, [SOURCE], "", 0)?.claims ?? [];
    expect(claims.map((claim) => claim.supported)).toEqual([true, false]);
    for (const claim of claims) expect(answer.slice(claim.start, claim.end)).toBe(claim.text);
  });

  it("finds the right one of many documents", () => {
    const others = Array.from(
      { length: 200 },
      (_, index) => `Report ${index} is about the harvest of barley and oats.`,
    );
    const grounding = ground("Gustave Eiffel built the iron frame.", [...others, SOURCE], "", 0);
    expect(grounding?.claims[0]).toMatchObject({ supported: true, evidence: { document: 200 } });
  });

  it("has nothing to say without a source or a statement", () => {
    expect(ground("It was dedicated in 1886.", [], "", 0)).toBeNull();
    expect(ground("Shall I go on?", [SOURCE], "", 0)).toBeNull();
  });
});

describe("sourceDocuments", () => {
  const content = (...roles: ("user" | "document" | "assistant")[]) => ({
    messages: roles.map((role) => ({ role, content: `A text of several words by ${role}` })),
    targets: [roles.length - 1],
  });

  it.each([
    ["webpage-content", 0],
    ["one text with enough words", 1],
    [["first text with enough words", { text: "second text with enough words" }, "short"], 2],
    [{ documents: [{ page_content: "a page with enough words" }] }, 1],
    [{ title: "a title with enough words", url: "x" }, 1],
    [null, 0],
  ])("reads %j", (context, count) => {
    expect(sourceDocuments(context, content("assistant"))).toHaveLength(count);
  });

  it("adds document messages, but never the answer itself", () => {
    expect(sourceDocuments(null, content("document", "user", "assistant"))).toHaveLength(1);
    expect(sourceDocuments(null, content("document"))).toHaveLength(0);
  });
});
