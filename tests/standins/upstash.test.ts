/** One contract for the Upstash stand-in and Upstash itself, driven through the unmodified clients. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MultiRegionRatelimit as MultiRegion, Ratelimit } from "@upstash/ratelimit";
import { Redis } from "@upstash/redis";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startUpstash, type UpstashStandin } from "#scripts/standins/upstash/index";
import { type Backend, redisBackends, titleOf, uniqueName } from "#tests/standins/backends";
import { commandArbitrary, UNORDERED } from "#tests/standins/redis-commands";

const TOKEN = "contract-token";
const scratch = mkdtempSync(join(tmpdir(), "upstash-"));
afterAll(() => rmSync(scratch, { recursive: true }));

interface Site {
  url: string;
  token: string;
  standin?: UpstashStandin;
}

async function openSite(backend: Backend): Promise<Site> {
  if (backend.name === "cloud") return { url: backend.url ?? "", token: backend.token ?? "" };
  const standin = await startUpstash({ token: TOKEN, redisUrl: backend.url });
  return { url: standin.url, token: TOKEN, standin };
}

function ask({ url, token }: Site, path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${url}${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });
}

async function send(site: Site, command: string[]): Promise<{ result?: unknown; error?: string }> {
  const response = await ask(site, "/", { method: "POST", body: JSON.stringify(command) });
  return (await response.json()) as { result?: unknown; error?: string };
}

async function removeKeys(redis: Redis, prefix: string): Promise<void> {
  let cursor = "0";
  do {
    const [next, keys] = await redis.scan(cursor, { match: `${prefix}*`, count: 500 });
    if (keys.length > 0) await redis.del(...keys);
    cursor = next;
  } while (cursor !== "0");
}

const until = async (isDone: () => boolean) => {
  for (let i = 0; i < 200 && !isDone(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
};

const backends = await redisBackends();

for (const backend of backends) {
  describe.skipIf(backend.missing !== undefined)(titleOf(backend, "Upstash REST"), () => {
    const prefix = `${uniqueName("contract")}:`;
    const key = (name: string) => prefix + name;
    let site: Site;
    let redis: Redis;

    beforeAll(async () => {
      site = await openSite(backend);
      redis = new Redis({ url: site.url, token: site.token, enableTelemetry: false });
    });

    afterAll(async () => {
      await removeKeys(redis, prefix);
      await site.standin?.stop();
    });

    describe("strings and keys", () => {
      it("keeps text, JSON and bytes of any language", async () => {
        const value = { text: "naïve 日本 🛡️", list: [1, null, "x"], nested: { ok: true } };
        expect(await redis.set(key("json"), value)).toBe("OK");
        expect(await redis.get(key("json"))).toEqual(value);
        await redis.set(key("clé 🔑"), "ü");
        expect(await redis.get(key("clé 🔑"))).toBe("ü");
        expect(await redis.strlen(key("clé 🔑"))).toBe(2);
        expect(await redis.get(key("none"))).toBeNull();
      });

      it("sets under conditions and gives the old value", async () => {
        expect(await redis.set(key("cond"), "1", { nx: true, ex: 100 })).toBe("OK");
        expect(await redis.set(key("cond"), "2", { nx: true })).toBeNull();
        expect(await redis.ttl(key("cond"))).toBeGreaterThan(95);
        expect(await redis.set(key("cond"), "3", { xx: true, get: true, keepTtl: true })).toBe(1);
        expect(await redis.ttl(key("cond"))).toBeGreaterThan(95);
        expect(await redis.set(key("cond"), "4")).toBe("OK");
        expect(await redis.ttl(key("cond"))).toBe(-1);
        expect(await redis.set(key("absent"), "1", { xx: true })).toBeNull();
        expect(await redis.getdel(key("cond"))).toBe(4);
        expect(await redis.exists(key("cond"))).toBe(0);
      });

      it("lets keys expire to the millisecond", async () => {
        const px = 300;
        const [, left] = await redis.multi().set(key("brief"), "x", { px }).pttl(key("brief")).exec<[string, number]>();
        expect(left).toBeGreaterThan(px - 50);
        expect(left).toBeLessThanOrEqual(px);
        await redis.set(key("dated"), "x", { pxat: Date.now() + px });
        await new Promise((resolve) => setTimeout(resolve, px + 50));
        expect(await redis.mget(key("brief"), key("dated"))).toEqual([null, null]);
        expect(await redis.ttl(key("brief"))).toBe(-2);
      });

      it("counts", async () => {
        expect(await redis.incr(key("n"))).toBe(1);
        expect(await redis.incrby(key("n"), 41)).toBe(42);
        expect(await redis.decrby(key("n"), 2)).toBe(40);
        expect(await redis.incrbyfloat(key("f"), 0.1)).toBe(0.1);
        expect(await redis.incrbyfloat(key("f"), 0.2)).toBe(0.3);
      });

      it("scans every key once with a pattern and a type", async () => {
        const names = Array.from({ length: 60 }, (_, i) => key(`scan:${i}`));
        await redis.mset(Object.fromEntries(names.map((name) => [name, 1])));
        await redis.sadd(key("scan:set"), 1);
        const seen = new Set<string>();
        let cursor = "0";
        do {
          const [next, found] = await redis.scan(cursor, { match: key("scan:*"), count: 7, type: "string" });
          for (const name of found) seen.add(name);
          cursor = next;
        } while (cursor !== "0");
        expect([...seen].sort()).toEqual(names.sort());
      }, 20_000);
    });

    describe("collections", () => {
      it("hashes", async () => {
        expect(await redis.hset(key("h"), { a: 1, b: { deep: [1] } })).toBe(2);
        expect(await redis.hgetall(key("h"))).toEqual({ a: 1, b: { deep: [1] } });
        expect(await redis.hmget(key("h"), "a", "zz")).toEqual({ a: 1, zz: null });
        expect(await redis.hincrby(key("h"), "a", 5)).toBe(6);
        expect(await redis.hdel(key("h"), "a", "b")).toBe(2);
        expect(await redis.exists(key("h"))).toBe(0);
      });

      it("lists", async () => {
        expect(await redis.rpush(key("l"), "b", "c")).toBe(2);
        expect(await redis.lpush(key("l"), "a", "z")).toBe(4);
        expect(await redis.lrange(key("l"), 0, -1)).toEqual(["z", "a", "b", "c"]);
        await redis.ltrim(key("l"), 1, 2);
        expect(await redis.lpop(key("l"))).toBe("a");
        expect(await redis.rpop(key("l"))).toBe("b");
        expect(await redis.type(key("l"))).toBe("none");
      });

      it("sets", async () => {
        await redis.sadd(key("s1"), "a", "b", "c");
        await redis.sadd(key("s2"), "b", "c", "d");
        expect((await redis.sinter(key("s1"), key("s2"))).sort()).toEqual(["b", "c"]);
        expect(await redis.sismember(key("s1"), "a")).toBe(1);
        expect(await redis.scard(key("s1"))).toBe(3);
      });

      it("sorted sets by rank, score and word", async () => {
        await redis.zadd(key("z"), { score: 1, member: "a" }, { score: 2, member: "b" }, { score: 2.5, member: "c" });
        expect(await redis.zadd(key("z"), { gt: true, ch: true }, { score: 1, member: "b" })).toBe(0);
        expect(await redis.zrange(key("z"), 0, -1, { withScores: true })).toEqual(["a", 1, "b", 2, "c", 2.5]);
        expect(await redis.zrange(key("z"), "(1", "+inf", { byScore: true })).toEqual(["b", "c"]);
        expect(await redis.zrange(key("z"), "+inf", "-inf", { byScore: true, rev: true, offset: 0, count: 2 })).toEqual(
          ["c", "b"],
        );
        await redis.zadd(key("words"), { score: 0, member: "a" }, { score: 0, member: "b" }, { score: 0, member: "c" });
        expect(await redis.zrange(key("words"), "[b", "+", { byLex: true })).toEqual(["b", "c"]);
        expect(await redis.zrange(key("words"), "(c", "-", { byLex: true, rev: true })).toEqual(["b", "a"]);
        expect(await redis.zremrangebyscore(key("z"), "-inf", 2)).toBe(2);
        expect(await redis.zscore(key("z"), "c")).toBe(2.5);
      });
    });

    describe("streams", () => {
      it("append, trim and read a range both ways", async () => {
        for (const n of [1, 2, 3, 4]) await redis.xadd(key("x"), `${n}-0`, { n: String(n) });
        await redis.xadd(key("x"), "5-0", { n: "5" }, { trim: { type: "MAXLEN", threshold: 4, comparison: "=" } });
        expect(await redis.xlen(key("x"))).toBe(4);
        expect(await redis.xrange(key("x"), "3", "+")).toEqual({ "3-0": { n: 3 }, "4-0": { n: 4 }, "5-0": { n: 5 } });
        expect(Object.keys(await redis.xrevrange(key("x"), "+", "-", 1))).toEqual(["5-0"]);
        expect(await redis.xread(key("x"), "4-0")).toEqual([[key("x"), [["5-0", ["n", 5]]]]]);
        await expect(redis.xadd(key("x"), "1-0", { n: "1" })).rejects.toThrow(
          "equal or smaller than the target stream top item",
        );
      });

      it("share work in a group until it is acknowledged", async () => {
        await redis.xgroup(key("jobs"), { type: "CREATE", group: "g", id: "0", options: { MKSTREAM: true } });
        await redis.xadd(key("jobs"), "1-0", { job: "a" });
        await redis.xadd(key("jobs"), "2-0", { job: "b" });
        const first = await redis.xreadgroup("g", "ann", key("jobs"), ">", { count: 1 });
        expect(first).toEqual([[key("jobs"), [["1-0", ["job", "a"]]]]]);
        await redis.xreadgroup("g", "bob", key("jobs"), ">");
        expect(await redis.xreadgroup("g", "bob", key("jobs"), ">")).toBeNull();
        expect(await redis.xack(key("jobs"), "g", "1-0")).toBe(1);
        expect(await redis.xpending(key("jobs"), "g", "-", "+", 10)).toMatchObject([
          ["2-0", "bob", expect.any(Number), 1],
        ]);
        const claimed = await redis.xautoclaim(key("jobs"), "g", "ann", 0, "0");
        expect(claimed.slice(0, 2)).toEqual(["0-0", [["2-0", ["job", "b"]]]]);
        const again = redis.xgroup(key("jobs"), { type: "CREATE", group: "g", id: "0" });
        await expect(again).rejects.toThrow("BUSYGROUP");
      });
    });

    describe("errors in Redis' own words", () => {
      it.each([
        [["lpush", "text", "x"], "WRONGTYPE Operation against a key holding the wrong kind of value"],
        [["incr", "text"], "ERR value is not an integer or out of range"],
        [["set", "text", "x", "nonsense"], "ERR syntax error"],
        [["get"], "ERR wrong number of arguments for 'get' command"],
        [["set", "text", "x", "ex", "0"], "ERR invalid expire time in 'set' command"],
        [["incr", "huge"], "ERR increment or decrement would overflow"],
        [["rename", "none", "other"], "ERR no such key"],
        [["zadd", "zz", "nan", "x"], "ERR value is not a valid float"],
        [["evalsha", "0123456789012345678901234567890123456789", "0"], "NOSCRIPT No matching script."],
      ])("%j", async ([name = "", first, ...rest], message) => {
        await redis.set(key("text"), "words");
        await redis.set(key("huge"), "9223372036854775807");
        const words = first === undefined ? [name] : [name, name === "evalsha" ? first : key(first), ...rest];
        expect((await send(site, words)).error).toContain(message);
      });
    });

    describe("many commands in one request", () => {
      it("a pipeline reports each result and the first error", async () => {
        const pipeline = redis.pipeline().set(key("p"), "x").get(key("p")).incr(key("p"));
        await expect(pipeline.exec()).rejects.toThrow("not an integer");
        const results = await redis.pipeline().get(key("p")).incr(key("p")).exec({ keepErrors: true });
        expect(results[0]).toMatchObject({ result: "x" });
        expect(results[1]?.error).toContain("not an integer");
      });

      it("a transaction is one step", async () => {
        const add = () => redis.multi().incr(key("m1")).incr(key("m2")).mget<number[]>(key("m1"), key("m2")).exec();
        const answers = await Promise.all(Array.from({ length: 30 }, add));
        for (const [a, b, both] of answers) expect(both).toEqual([a, b]);
        expect(await redis.get(key("m1"))).toBe(30);
      });

      it("auto-pipelining joins the writes that are asked at once, and the reads", async () => {
        const joined = new Redis({ url: site.url, token: site.token, enableAutoPipelining: true });
        const before = site.standin?.roundTrips() ?? 0;
        await Promise.all([
          joined.set(key("auto"), 1),
          joined.incr(key("auto")),
          joined.get(key("n")),
          joined.ttl(key("n")),
        ]);
        if (site.standin) expect(site.standin.roundTrips() - before).toBe(2);
        expect(await joined.get(key("auto"))).toBe(2);
      });

      it("without auto-pipelining each is a request", async () => {
        const single = new Redis({ url: site.url, token: site.token, enableAutoPipelining: false });
        const before = site.standin?.roundTrips() ?? 0;
        await Promise.all([single.set(key("one"), 1), single.get(key("two"))]);
        if (site.standin) expect(site.standin.roundTrips() - before).toBe(2);
        expect(await single.get(key("one"))).toBe(1);
      });
    });

    describe("scripts", () => {
      const run = (source: string, keys: string[] = [], args: unknown[] = []) => redis.eval(source, keys, args);

      it("get keys and arguments, and answer in Redis' types", async () => {
        expect(
          await run("return {KEYS[1], ARGV[1], 1, 2.9, -2.9, true, 'x', nil, 'lost'}", [key("k")], ["arg"]),
        ).toEqual([key("k"), "arg", 1, 2, -2, 1, "x"]);
        expect(await run("return false")).toBeNull();
        expect(await run("return redis.status_reply('FINE')")).toBe("FINE");
        expect(await run("return redis.call('get', KEYS[1]) == false", [key("none")])).toBe(1);
        expect(await run("return redis.call('set', KEYS[1], 'x').ok", [key("k")])).toBe("OK");
        expect(await run("return redis.sha1hex('a')")).toBe("86f7e437faa5a7fce15d1ddcb9eaeaea377667b8");
      });

      it("count in doubles, whatever the size", async () => {
        const source =
          "return {tostring(86400000 * 30), tostring(10 / 2), 0.1 .. '', tostring(tonumber(ARGV[1]) + 1), 7 % 3}";
        expect(await run(source, [], ["1700000000000"])).toEqual([2592000000, 5, 0.1, 1700000000001, 1]);
        await run("redis.call('set', KEYS[1], 2 ^ 53)", [key("k")]);
        expect(await redis.get(key("k"))).toBe(9007199254740992);
      });

      it("read and write JSON", async () => {
        const source =
          "local t = cjson.decode(ARGV[1]); t.n = t.n + 1; return cjson.encode(t.list) .. t.n .. tostring(t.none == cjson.null)";
        expect(await run(source, [], [{ n: 1, list: [1, "ü", { a: true }], none: null }])).toBe(
          '[1,"ü",{"a":true}]2true',
        );
      });

      it("raise errors and can catch them", async () => {
        await redis.set(key("word"), "x");
        await expect(run("return redis.call('incr', KEYS[1])", [key("word")])).rejects.toThrow(
          "ERR value is not an integer",
        );
        expect(await run("return redis.pcall('incr', KEYS[1]).err", [key("word")])).toContain("not an integer");
        await expect(run("return redis.error_reply('MY own')")).rejects.toThrow("MY own");
        await expect(run("return nowhere")).rejects.toThrow("nowhere");
        await expect(run("global = 1")).rejects.toThrow();
        await expect(run("return (")).rejects.toThrow("ERR Error compiling script");
      });

      it("are loaded once and called by their hash", async () => {
        const source = `return ARGV[1] .. '${prefix}'`;
        const sha = await redis.scriptLoad(source);
        expect(await redis.scriptExists(sha, "0".repeat(40))).toEqual([1, 0]);
        expect(await redis.evalsha(sha, [], ["hi "])).toBe(`hi ${prefix}`);
        const script = redis.createScript<string>(`return 'fresh' .. ARGV[1] .. '${prefix}'`);
        await expect(script.evalsha([], ["!"])).rejects.toThrow("NOSCRIPT");
        expect(await script.exec([], ["!"])).toBe(`fresh!${prefix}`);
        expect(await script.evalsha([], ["!"])).toBe(`fresh!${prefix}`);
      });

      it("are atomic", async () => {
        const source =
          "local n = tonumber(redis.call('get', KEYS[1]) or '0'); redis.call('set', KEYS[1], n + 1); return n + 1";
        const answers = await Promise.all(Array.from({ length: 100 }, () => run(source, [key("atomic")])));
        expect(new Set(answers).size).toBe(100);
        expect(await redis.get(key("atomic"))).toBe(100);
      });
    });

    describe("publish and subscribe", () => {
      it("delivers to a channel and to a pattern", async () => {
        const channel = key("news");
        const messages: unknown[] = [];
        let ready = 0;
        const byName = redis.subscribe<{ n: number }>(channel);
        const byPattern = redis.psubscribe<{ n: number }>(`${prefix}ne*`);
        byName.on("subscribe", () => ready++);
        byPattern.on("psubscribe", () => ready++);
        byName.on("message", ({ message }) => messages.push(message));
        byPattern.on("pmessage", ({ pattern, message }) => messages.push({ pattern, message }));
        await until(() => ready === 2);
        expect(await redis.publish(channel, { n: 1 })).toBe(2);
        await until(() => messages.length === 2);
        expect(messages).toEqual(expect.arrayContaining([{ n: 1 }, { pattern: `${prefix}ne*`, message: { n: 1 } }]));
        await byName.unsubscribe();
        await byPattern.unsubscribe();
      });
    });

    describe("rate limits", () => {
      // After its time-out the limiter lets everything through, which a busy machine would reach.
      const limiter = (algorithm: ConstructorParameters<typeof Ratelimit>[0]["limiter"], name: string, more = {}) => {
        const direct = new Redis({ url: site.url, token: site.token, enableAutoPipelining: false });
        return new Ratelimit({
          redis: direct,
          limiter: algorithm,
          prefix: key(name),
          ephemeralCache: false,
          timeout: 60_000,
          ...more,
        });
      };

      it.each([
        ["fixedWindow", () => Ratelimit.fixedWindow(100, "1 d")],
        ["slidingWindow", () => Ratelimit.slidingWindow(100, "1 d")],
        ["tokenBucket", () => Ratelimit.tokenBucket(10, "1 d", 100)],
        ["cachedFixedWindow", () => Ratelimit.cachedFixedWindow(100, "1 d")],
      ])(
        "%s lets exactly 100 of 300 through at once",
        async (name, algorithm) => {
          const cache = name === "cachedFixedWindow" ? { ephemeralCache: new Map() } : {};
          const limit = limiter(algorithm(), name, cache);
          const answers = await Promise.all(Array.from({ length: 300 }, () => limit.limit("who")));
          expect(answers.filter(({ success }) => success)).toHaveLength(100);
          expect(answers.every(({ limit: max, reason }) => max === 100 && reason === undefined)).toBe(true);
          expect((await limit.getRemaining("who")).remaining).toBeLessThanOrEqual(0);
          await limit.resetUsedTokens("who");
          expect((await limit.getRemaining("who")).remaining).toBe(100);
        },
        60_000,
      );

      it("weighs requests and refunds", async () => {
        const limit = limiter(Ratelimit.tokenBucket(1, "1 d", 10), "weight");
        expect((await limit.limit("who", { rate: 7 })).remaining).toBe(3);
        expect((await limit.limit("who", { rate: 4 })).success).toBe(false);
        expect((await limit.limit("who", { rate: 3 })).success).toBe(true);
      });

      it("opens again when the window is over", async () => {
        const limit = limiter(Ratelimit.fixedWindow(1, "200 ms"), "short");
        await limit.limit("who");
        await new Promise((resolve) => setTimeout(resolve, 210));
        expect((await limit.limit("who")).success).toBe(true);
      });

      it("follows a limit that is changed while running", async () => {
        const limit = limiter(Ratelimit.fixedWindow(5, "1 d"), "dynamic", { dynamicLimits: true });
        await limit.setDynamicLimit({ limit: 2 });
        expect(await limit.getDynamicLimit()).toEqual({ dynamicLimit: 2 });
        const answers = [await limit.limit("who"), await limit.limit("who"), await limit.limit("who")];
        expect(answers.map(({ success }) => success)).toEqual([true, true, false]);
        await limit.setDynamicLimit({ limit: false });
        expect((await limit.limit("who")).success).toBe(true);
      });

      it.each([
        ["fixedWindow", () => MultiRegion.fixedWindow(3, "1 d")],
        ["slidingWindow", () => MultiRegion.slidingWindow(3, "1 d")],
      ])("over two regions with %s", async (name, algorithm) => {
        const direct = () => new Redis({ url: site.url, token: site.token, enableAutoPipelining: false });
        const limit = new MultiRegion({
          redis: [direct(), direct()],
          limiter: algorithm(),
          prefix: key(`multi-${name}`),
          ephemeralCache: false,
        });
        const successes: boolean[] = [];
        for (let i = 0; i < 5; i++) {
          const { success, pending } = await limit.limit("who");
          successes.push(success);
          await pending;
        }
        expect(successes).toEqual([true, true, true, false, false]);
      });
    });

    describe("the wire", () => {
      it("refuses a wrong token and a missing one", async () => {
        const wrong = new Redis({ url: site.url, token: "wrong" });
        await expect(wrong.get(key("x"))).rejects.toThrow();
        const response = await fetch(site.url, { method: "POST", body: '["ping"]' });
        expect(response.status).toBe(401);
        expect(await response.json()).toHaveProperty("error");
      });

      it("takes commands as paths, with a body and with options", async () => {
        const path = encodeURIComponent(key("path"));
        expect(await (await ask(site, `/set/${path}/a%20b?EX=100`)).json()).toEqual({ result: "OK" });
        expect(await (await ask(site, `/get/${path}`)).json()).toEqual({ result: "a b" });
        await ask(site, `/set/${path}`, { method: "POST", body: "posted" });
        expect(await (await ask(site, `/get/${path}`)).json()).toEqual({ result: "posted" });
        expect(await redis.ttl(key("path"))).toBe(-1);
      });

      it("encodes strings in base64 only when asked", async () => {
        await redis.set(key("b64"), "ü");
        const body = JSON.stringify(["get", key("b64")]);
        const headers = { "upstash-encoding": "base64" };
        expect(await (await ask(site, "/", { method: "POST", body, headers })).json()).toEqual({ result: "w7w=" });
        expect(await (await ask(site, "/", { method: "POST", body })).json()).toEqual({ result: "ü" });
      });

      it("answers 400 with the error to a failed command and to what is none", async () => {
        const bad = await ask(site, "/", { method: "POST", body: '["nope"]' });
        expect(bad.status).toBe(400);
        expect(await bad.json()).toHaveProperty("error");
        for (const body of ["{", "[]", '{"a":1}']) {
          expect((await ask(site, "/", { method: "POST", body })).status).toBe(400);
        }
      });
    });

    it.skipIf(backend.name === "cloud")("counts round trips and billed commands (stand-in only)", async () => {
      const counted = new Redis({ url: site.url, token: site.token, enableAutoPipelining: false });
      site.standin?.resetCounters();
      await counted.pipeline().set(key("c"), 1).incr(key("c")).exec();
      await counted.eval("redis.call('incr', KEYS[1]) redis.pcall('get', KEYS[1]) return 1", [key("c")], []);
      expect([site.standin?.roundTrips(), site.standin?.commands()]).toEqual([2, 5]);
    });
  });
}

const real = backends.find(({ name }) => name === "real");

describe.skipIf(real?.missing !== undefined)(
  titleOf(real ?? { name: "real" }, "The embedded store against Redis"),
  () => {
    it("answers two thousand random commands alike", async () => {
      const prefix = `${uniqueName("contract")}:`;
      const [embedded, genuine] = [await openSite({ name: "embedded" }), await openSite(real ?? { name: "real" })];
      const keys = ["a", "b", "c", "d"].map((name) => prefix + name);
      const normal = (command: string[], answer: { result?: unknown }) =>
        UNORDERED.has(command[0] ?? "") && Array.isArray(answer.result) ? [...answer.result].sort() : answer;
      const sequences = fc.array(
        commandArbitrary((name) => prefix + name),
        { minLength: 25, maxLength: 60 },
      );
      for (const commands of fc.sample(sequences, { numRuns: 50, seed: 20_261 })) {
        await Promise.all([embedded, genuine].map((site) => send(site, ["del", ...keys])));
        for (const command of commands) {
          const [ours, theirs] = await Promise.all([send(embedded, command), send(genuine, command)]);
          expect([command, normal(command, ours)]).toEqual([command, normal(command, theirs)]);
        }
      }
      await send(genuine, ["del", ...keys]);
      await Promise.all([embedded, genuine].map((site) => site.standin?.stop()));
    }, 120_000);
  },
);

describe("the embedded store", () => {
  const start = (dataFile: string) => startUpstash({ token: TOKEN, dataFile });
  const client = ({ url, token }: UpstashStandin) => new Redis({ url, token });

  it("keeps every type and the expiries over a restart", async () => {
    const dataFile = join(scratch, "kept", "redis.json");
    const first = await start(dataFile);
    const before = client(first);
    await before.set("text", "naïve \u0000 日本", { ex: 1000 });
    await before.hset("hash", { a: 1 });
    await before.rpush("list", "x", "y");
    await before.sadd("set", "m");
    await before.zadd("zset", { score: 1.5, member: "a" }, { score: -2, member: "b" });
    await before.xadd("stream", "1-1", { f: "v" });
    await before.xgroup("stream", { type: "CREATE", group: "g", id: "0" });
    await before.xreadgroup("g", "c", "stream", ">");
    await before.set("gone", "x", { px: 1 });
    await first.stop();

    const second = await start(dataFile);
    const after = client(second);
    expect(await after.get("text")).toBe("naïve \u0000 日本");
    expect(await after.ttl("text")).toBeGreaterThan(990);
    expect(await after.hgetall("hash")).toEqual({ a: 1 });
    expect(await after.lrange("list", 0, -1)).toEqual(["x", "y"]);
    expect(await after.smembers("set")).toEqual(["m"]);
    expect(await after.zrange("zset", 0, -1, { withScores: true })).toEqual(["b", -2, "a", 1.5]);
    expect(await after.xrange("stream", "-", "+")).toEqual({ "1-1": { f: "v" } });
    expect(await after.xack("stream", "g", "1-1")).toBe(1);
    expect(await after.exists("gone")).toBe(0);
    await second.stop();
  });

  it("is written while running too, and is locked", async () => {
    const dataFile = join(scratch, "running.json");
    const first = await start(dataFile);
    await client(first).set("a", "saved in time");
    await expect(start(dataFile)).rejects.toThrow(`is in use by process ${process.pid}`);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    const copy = join(scratch, "copy.json");
    copyFileSync(dataFile, copy);
    const second = await start(copy);
    expect(await client(second).get("a")).toBe("saved in time");
    await Promise.all([first.stop(), second.stop()]);
  });

  it("stops a script that never ends", async () => {
    const standin = await startUpstash({ token: TOKEN });
    await expect(client(standin).eval("while true do end", [], [])).rejects.toThrow("Script ran longer than");
    expect(await client(standin).ping()).toBe("PONG");
    await standin.stop();
  }, 20_000);

  it("names a damaged file, a taken port and a Redis that is away", async () => {
    const dataFile = join(scratch, "damaged.json");
    writeFileSync(dataFile, "{");
    await expect(start(dataFile)).rejects.toThrow(/damaged\.json cannot be read.*npm run reset/);
    const standin = await startUpstash({ token: TOKEN });
    const port = Number(new URL(standin.url).port);
    await expect(startUpstash({ token: TOKEN, port })).rejects.toThrow(`cannot listen on port ${port}`);
    await standin.stop();
    const away = startUpstash({ token: TOKEN, redisUrl: "redis://127.0.0.1:1" });
    await expect(away).rejects.toThrow("Redis at 127.0.0.1:1 does not answer");
  });
});
