import { describe, expect, it } from "vitest";
import bare from "#scripts/bench/bare/api/index";
import middleware from "#scripts/bench/bare/middleware";
import { createReplay } from "#scripts/bench/endpoint/replay";
import { betterOf, judge, TOLERANCE, updated } from "#scripts/bench/judge";
import type { Metric } from "#scripts/bench/metric";
import { median, medianRatio, percentile, sum } from "#scripts/bench/statistics";
import { digits, table } from "#scripts/bench/table";
import { ADVERSARIAL, chat, code, mail } from "#scripts/bench/texts";

function ratio(name: string, value: number, limit?: number): Metric {
  return { name, kind: "ratio", value, ...(limit === undefined ? {} : { limit }) };
}

const messages = (metrics: Metric[], baseline: Record<string, number>) =>
  judge(metrics, baseline).map(({ message }) => message);

describe("statistics", () => {
  it("takes the middle value, in any order of the samples", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([7])).toBe(7);
  });

  it("is not moved by one sample that went wrong", () => {
    expect(median([1, 1, 1, 1, 900])).toBe(1);
  });

  it("takes percentiles by nearest rank", () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 1)).toBe(100);
    expect(percentile([3, 1, 2], 0)).toBe(1);
    expect(percentile([8], 0.95)).toBe(8);
  });

  it("compares pair by pair, so that load on both sides of a pair cancels out", () => {
    expect(medianRatio([10, 40, 20], [1, 4, 2])).toBe(10);
  });

  it("adds up", () => {
    expect(sum([1, 2, 3.5])).toBe(6.5);
    expect(sum([])).toBe(0);
  });

  it("refuses to say anything about no samples", () => {
    expect(() => median([])).toThrow(RangeError);
    expect(() => percentile([], 0.5)).toThrow(RangeError);
    expect(() => medianRatio([1], [])).toThrow(RangeError);
  });

  it("leaves its samples as they were", () => {
    const samples = [3, 1, 2];
    median(samples);
    expect(samples).toEqual([3, 1, 2]);
  });
});

describe("judgement", () => {
  it("accepts a ratio up to the tolerance above its baseline, and no further", () => {
    const edge = 10 * (1 + TOLERANCE);
    expect(messages([ratio("a", edge)], { a: 10 })).toEqual([]);
    expect(messages([ratio("a", edge + 0.1)], { a: 10 })).toEqual(["a is 14.1, was 10, up to 14 is accepted"]);
  });

  it("accepts any improvement", () => {
    expect(messages([ratio("a", 0.1)], { a: 10 })).toEqual([]);
  });

  it("accepts no additional round trip", () => {
    expect(messages([{ name: "redis", kind: "count", value: 1 }], { redis: 1 })).toEqual([]);
    expect(messages([{ name: "redis", kind: "count", value: 2 }], { redis: 1 })).toHaveLength(1);
    expect(messages([{ name: "sql", kind: "count", value: 1 }], { sql: 0 })).toHaveLength(1);
  });

  it("holds a limit whatever the baseline says, also without one", () => {
    expect(messages([ratio("growth", 13, 12)], { growth: 20 })).toEqual(["growth is 13, at most 12 is allowed"]);
    expect(messages([ratio("growth", Number.POSITIVE_INFINITY, 12)], {})).toHaveLength(1);
    expect(messages([ratio("growth", 12, 12)], {})).toEqual([]);
  });

  it("lets a growth vary below its limit", () => {
    const growth: Metric = { name: "growth", kind: "growth", value: 11.5, limit: 12 };
    expect(messages([growth], { growth: 5 })).toEqual([]);
    expect(messages([{ ...growth, value: 12.1 }], { growth: 13 })).toHaveLength(1);
  });

  it("says nothing about what has neither limit nor baseline", () => {
    expect(messages([ratio("new", 99)], {})).toEqual([]);
  });

  it("takes the better of two measurements, each metric for itself", () => {
    const both = betterOf([ratio("a", 5), ratio("b", 1), ratio("c", 2)], [ratio("b", 3), ratio("a", 4)]);
    expect(both.map(({ value }) => value)).toEqual([4, 1, 2]);
  });

  it("writes measured numbers rounded and sorted, and keeps those of suites that did not run", () => {
    const next = updated({ z: 3, a: 1 }, [ratio("m", 1.23456), ratio("a", 2)]);
    expect(Object.entries(next)).toEqual([
      ["a", 2],
      ["m", 1.23],
      ["z", 3],
    ]);
  });
});

describe("texts", () => {
  it.each([["chat", chat], ["mail", mail], ["code", code], ...Object.entries(ADVERSARIAL)])(
    "%s has the length asked for",
    (_, make) => {
      for (const length of [1_024, 8_192, 100_000]) expect(make(length)).toHaveLength(length);
    },
  );

  it("are the same in every run", () => {
    expect(chat(5_000)).toBe(chat(5_000));
    expect(ADVERSARIAL.base64?.(5_000)).toBe(ADVERSARIAL.base64?.(5_000));
  });

  it("leave no slot open", () => {
    expect(chat(50_000)).not.toMatch(/\{\w+\}/);
  });

  it("hide the attack inside the mail, with ordinary text on both sides", () => {
    const text = mail(1_024);
    const at = text.indexOf("ignore all previous instructions");
    expect(at).toBeGreaterThan(100);
    expect(text.length - at).toBeGreaterThan(300);
  });
});

describe("replayed services", () => {
  const urls = { redis: "http://redis.invalid", sql: "http://sql.invalid" };
  const post = (commands: unknown) => ({ method: "POST", body: JSON.stringify(commands) });

  function service() {
    let answered = 0;
    const original = (async () => Response.json({ result: ++answered }, { status: 200 })) as typeof fetch;
    return createReplay(original, urls);
  }

  it("answer a call like an earlier one the same way, whatever its arguments", async () => {
    const replay = service();
    await replay.fetch(urls.redis, post(["GET", "a"]));
    replay.start();
    const again = await replay.fetch(urls.redis, post(["GET", "b"]));
    expect(await again.json()).toEqual({ result: 1 });
    const other = await replay.fetch(
      urls.redis,
      post([
        ["GET", "a"],
        ["SET", "a", "1"],
      ]),
    );
    expect(await other.json()).toEqual({ result: 2 });
  });

  it("are really asked until told otherwise", async () => {
    const replay = service();
    await replay.fetch(urls.redis, post(["GET", "a"]));
    expect(await (await replay.fetch(urls.redis, post(["GET", "a"]))).json()).toEqual({ result: 2 });
  });

  it("are counted, replayed or not", async () => {
    const replay = service();
    await replay.fetch(urls.redis, post(["GET", "a"]));
    replay.start();
    await replay.fetch(urls.redis, post(["GET", "a"]));
    await replay.fetch(`${urls.sql}/sql`, post({ query: "select 1", params: [] }));
    await replay.fetch("http://elsewhere.invalid");
    expect(replay.calls()).toEqual({ redis: 2, sql: 1, other: 1 });
  });
});

describe("tables", () => {
  it("align names to the left and numbers to the right", () => {
    expect(
      table(
        ["name", "ms"],
        [
          ["a", "1.5"],
          ["longer", "12"],
        ],
      ),
    ).toBe("name     ms\na       1.5\nlonger   12");
  });

  it("show three digits without an exponent", () => {
    expect([0.001234, 1.2345, 12.345, 1234.5].map(digits)).toEqual(["0.00123", "1.23", "12.3", "1235"]);
  });
});

describe("the bare route", () => {
  it("reads JSON and answers JSON, so that both sides of the comparison do", async () => {
    const body = JSON.stringify({ payload: { text: "four" } });
    const answer = await bare(new Request("http://localhost/bare", { method: "POST", body }));
    expect(await answer.json()).toEqual({ success: true, length: 4 });
  });

  it("is behind a middleware that lets everything through", () => {
    expect(middleware().headers.get("x-middleware-next")).toBe("1");
  });
});
