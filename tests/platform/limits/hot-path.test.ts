/** What a request costs: round trips and billed commands, counted at the stand-ins. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Stack, startStack } from "#scripts/dev/stack";
import { createApp } from "#tests/support/app";
import { addKey, createTenant, type Tenant } from "#tests/support/tenant";

const BODY = { service_type: "healthguard", payload: { text: "Good morning." } };
let stack: Stack;
let tenant: Tenant;

beforeAll(async () => {
  stack = await startStack({ stateDir: undefined, baseUrl: "http://127.0.0.1:8000" });
  tenant = await createTenant(stack.env);
});
afterAll(() => stack.stop());

async function cost(work: () => Promise<Response>) {
  stack.upstash.resetCounters();
  const queriesBefore = stack.neon.queries();
  const response = await work();
  const spent = {
    redis: stack.upstash.roundTrips(),
    commands: stack.upstash.commands(),
    sql: stack.neon.queries() - queriesBefore,
  };
  return { status: response.status, spent };
}

describe("round trips", () => {
  test("warm: one to Redis with at most four billed commands, none to the database", async () => {
    const app = createApp(stack.env);
    const call = () => app.post("/api/v1/guards/process", tenant.apiKey, BODY);
    const cold = await cost(call);
    const warm = await cost(call);
    console.log(`hot path: cold ${JSON.stringify(cold.spent)}, warm ${JSON.stringify(warm.spent)}`);
    expect(warm).toEqual({ status: 200, spent: { redis: 1, commands: expect.any(Number), sql: 0 } });
    expect(warm.spent.commands).toBeLessThanOrEqual(4);
  });

  test("cold, nowhere known: two to Redis, one to the database", async () => {
    const { key } = await addKey(stack.env, tenant);
    // The script itself is known to Redis: an instance's first call is not a script's first call.
    const { status, spent } = await cost(() => createApp(stack.env).post("/api/v1/guards/process", key, BODY));
    expect({ status, spent }).toEqual({ status: 200, spent: { redis: 2, commands: expect.any(Number), sql: 1 } });
  });

  test("cold instance, known to Redis: two to Redis, none to the database", async () => {
    const { status, spent } = await cost(() =>
      createApp(stack.env).post("/api/v1/guards/process", tenant.apiKey, BODY),
    );
    expect({ status, spent }).toEqual({ status: 200, spent: { redis: 2, commands: expect.any(Number), sql: 0 } });
  });

  test("a malformed or mistyped key costs nothing but the limit on guessing", async () => {
    const app = createApp(stack.env);
    const mistyped = `${tenant.apiKey.slice(0, -1)}${tenant.apiKey.endsWith("a") ? "b" : "a"}`;
    for (const key of ["short", mistyped]) {
      const { status, spent } = await cost(() => app.post("/api/v1/guards/process", key, BODY));
      expect({ status, sql: spent.sql }).toEqual({ status: 401, sql: 0 });
    }
  });
});

describe("limits", () => {
  test("of 120 requests at once exactly 100 pass a limit of 100", async () => {
    const limited = await addKey(stack.env, { ...tenant, limits: { requestsPerMinute: 100 } });
    const now = Date.UTC(2030, 0, 1, 0, 0, 30);
    const apps = [createApp(stack.env, { now: () => now }), createApp(stack.env, { now: () => now })];
    const calls = Array.from({ length: 120 }, (_, index) =>
      apps[index % 2]?.post("/api/v1/guards/process", limited.key, BODY),
    );
    const responses = await Promise.all(calls);
    const passed = responses.filter((response) => response?.status === 200).length;
    const refused = responses.filter((response) => response?.status === 429);
    expect([passed, refused.length]).toEqual([100, 20]);
    const [one] = refused;
    expect(Number(one?.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(one?.headers.get("RateLimit-Policy")).toContain('"minute";q=100;w=60');
    expect(one?.headers.get("RateLimit")).toBe('"minute";r=0;t=30');
  });

  test("the window slides: half a minute later half of the last minute still counts", async () => {
    const limited = await addKey(stack.env, { ...tenant, limits: { requestsPerMinute: 10 } });
    let now = Date.UTC(2030, 0, 1, 0, 0, 50);
    const app = createApp(stack.env, { now: () => now });
    const call = async () => (await app.post("/api/v1/guards/process", limited.key, BODY)).status;
    for (let index = 0; index < 10; index++) expect(await call()).toBe(200);
    expect(await call()).toBe(429);
    now += 40_000;
    const statuses: number[] = [];
    for (let index = 0; index < 6; index++) statuses.push(await call());
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });

  test("a plan without overage ends at its quota, with a 402; test keys are free", async () => {
    const small = await createTenant(stack.env, { plan: "free", limits: { requestsPerMonth: 3 } });
    const app = createApp(stack.env);
    const statuses: number[] = [];
    for (let index = 0; index < 5; index++)
      statuses.push((await app.post("/api/v1/guards/process", small.apiKey, BODY)).status);
    expect(statuses).toEqual([200, 200, 200, 402, 402]);
    const free = await addKey(stack.env, { ...small, mode: "test" });
    expect((await app.post("/api/v1/guards/process", free.key, BODY)).status).toBe(200);
  });

  test("a batch counts as many requests as it has items, all or none", async () => {
    const limited = await addKey(stack.env, { ...tenant, limits: { requestsPerMinute: 5 } });
    const app = createApp(stack.env);
    const batch = (count: number) =>
      app.post("/api/v1/guards/batch", limited.key, { items: Array.from({ length: count }, () => BODY) });
    expect((await batch(6)).status).toBe(429);
    expect((await batch(5)).status).toBe(200);
    expect((await batch(1)).status).toBe(429);
  });
});
