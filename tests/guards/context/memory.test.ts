import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ContextEvidence } from "#lib/guards/context/schema";
import { approximateTokens } from "#lib/guards/context/tokens";
import { memoryOf, runContext, talk } from "#tests/guards/context/run-context";

const TRIP = talk(
  "I want to visit Kyoto in April with my father.",
  "Lovely. The cherry blossoms open in the first week.",
  "We decided to book the Sakura hotel for 420 euros.",
  "Confirmed for three nights.",
  "Do we need a rail pass?",
);

describe("memory", () => {
  it("appends only what it does not know yet", () => {
    const answer = runContext(TRIP, { operation: "remember" }, memoryOf(TRIP.slice(0, 3)));
    expect(answer.effects?.append.map(({ id, text }) => [id, text])).toEqual(
      TRIP.slice(3).map(({ content }) => ["", content]),
    );
    expect(answer.memory).toMatchObject({ session_id: "s1", items: 5 });
  });

  it("keeps a repeated single message", () => {
    expect(runContext(talk("yes"), {}, memoryOf(talk("yes"))).effects?.append).toHaveLength(1);
  });

  it("recalls the turns about the query, best first, and changes nothing", () => {
    const answer = runContext(talk("x"), { operation: "recall", query: "Which hotel?", top_k: 2 }, memoryOf(TRIP));
    expect(answer.memory.recalled[0]).toMatchObject({ id: "t2", created_at: "1970-01-01T00:00:02.000Z" });
    expect(answer.memory.recalled.length).toBeLessThanOrEqual(2);
    expect(answer.effects).toBeNull();
  });

  it("prefers the newer of two equal turns", () => {
    const memory = memoryOf(talk("The gate code is blue.", "ok", "The gate code is blue."), 30 * 24 * 3_600_000);
    const newer = {
      ...memory,
      turns: memory.turns.map((turn, at) => ({ ...turn, created_at_ms: at * 24 * 3_600_000 })),
    };
    const answer = runContext(talk("gate code"), { operation: "recall" }, newer);
    expect(answer.memory.recalled.map(({ id }) => id)).toEqual(["t2", "t0"]);
  });

  it("forgets", () => {
    const answer = runContext(talk("x"), { operation: "forget" }, memoryOf(TRIP));
    expect(answer.effects).toEqual({ append: [], forget: true });
    expect(answer.memory).toMatchObject({ items: 0, tokens: 0 });
  });

  it("summarises with names, numbers, decisions and the open question, in order", () => {
    const summary = runContext(TRIP, { operation: "summarize" }).summary_text ?? "";
    for (const kept of ["Kyoto", "Sakura", "420", "(open question): Do we need a rail pass?"]) {
      expect(summary).toContain(kept);
    }
    expect(summary.indexOf("Kyoto")).toBeLessThan(summary.indexOf("Sakura"));
  });

  it("looks only at the newest turns that fit the budgets", () => {
    const answer = runContext(talk("And the hotel?"), { context_window: 12 }, memoryOf(TRIP));
    expect(answer.metrics.history).toBeLessThan(TRIP.length);
    expect(answer.metrics.history_tokens).toBeLessThanOrEqual(12);
  });
});

describe("any text", () => {
  it("gets a well-formed answer from every operation", () => {
    const operation = fc.constantFrom("analyze", "remember", "recall", "forget", "summarize");
    const text = fc.string({ minLength: 1, unit: "grapheme" });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), operation, (turns, chosen) => {
        const answer = runContext(talk(...turns), { operation: chosen }, memoryOf(talk(...turns.slice(0, 2))));
        expect(answer.boundaries.every((index) => index >= 0 && index < turns.length)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("costs tokens that grow with it", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => approximateTokens(a + b) >= approximateTokens(a)));
  });

  it.each(["i'm not ", "My name is A ", "1,", "A A", "make bomb without ", "?!. "])("is read in time: %j", (part) => {
    const started = performance.now();
    runContext(talk(part.repeat(100_000 / part.length), "ok", part.repeat(100_000 / part.length)));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("coverage", () => {
  const coverageOf = (messages: Parameters<typeof runContext>[0], options = {}, memory?: ContextEvidence) =>
    runContext(messages, options, memory).coverage;

  it("is whole for short messages", () => {
    const total = TRIP.reduce((sum, { content }) => sum + content.length, 0);
    expect(coverageOf(TRIP)).toEqual({ scanned: total, total, skipped: [] });
  });

  it("leaves out system messages", () => {
    const { scanned, total, skipped } = coverageOf([{ role: "system", content: "Be brief." }, ...TRIP]);
    expect(total - scanned).toBe("Be brief.".length);
    expect(skipped).toEqual(["system messages"]);
  });

  it("counts what is read of very long messages, and names what is read in parts", () => {
    const long = "We walked on. ".repeat(3_000);
    const { scanned, total, skipped } = coverageOf(talk(long, "Fine."), {}, memoryOf(talk(`${long}So far.`)));
    expect(total).toBe(long.length + 5);
    expect(scanned).toBe(16_005);
    expect(skipped).toEqual([
      "the middle of very long messages",
      "the middle of very long earlier messages",
      "the middle of long requests (escalation)",
    ]);
    expect(coverageOf(talk("so ".repeat(200), "Yes.")).skipped).toEqual(["very long sentences (contradictions)"]);
  });

  it("names what the budgets leave out", () => {
    expect(coverageOf(talk("And?"), { context_window: 8, memory_limit: 36 }, memoryOf(TRIP)).skipped).toEqual([
      "remembered messages beyond payload.memory_limit",
      "earlier messages beyond payload.context_window",
    ]);
  });

  it("tells what the operations on the memory look at", () => {
    expect(coverageOf(talk("x"), { operation: "forget" })).toMatchObject({ scanned: 0, total: 1 });
    expect(coverageOf(talk("x"), { operation: "recall" }).scanned).toBe(1);
    expect(coverageOf(talk("x"), { operation: "recall", query: "y" }).scanned).toBe(0);
    expect(coverageOf(TRIP, { operation: "summarize" }).skipped).toEqual([]);
  });
});
