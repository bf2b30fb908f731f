/** What happens when Redis, the database or a guard's function is unwell, cell by cell: the table in README.md. */

import { eq, sum } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { usageLedger } from "#db/schema/index";
import { asSystem } from "#db/tenant";
import { type Stack, startStack } from "#scripts/dev/stack";
import { createApp, type TestApp } from "#tests/support/app";
import { FAULTS, type FaultyProxy, startFaultyProxy } from "#tests/support/faulty-proxy";
import { type GuardServer, startGuardServer } from "#tests/support/guard-server";
import { addKey, createTenant, database, type Tenant } from "#tests/support/tenant";

const PROCESS = "/api/v1/guards/process";
const BODY = { service_type: "healthguard", payload: { text: "Good morning." } };
const TIMEOUTS = { REDIS_TIMEOUT_MS: "200", DATABASE_TIMEOUT_MS: "500" };
let stack: Stack;
let redis: FaultyProxy;
let neon: FaultyProxy;
let guards: GuardServer;
let tenant: Tenant;
let env: Record<string, string>;

beforeAll(async () => {
  stack = await startStack({ stateDir: undefined, baseUrl: "http://127.0.0.1:8000" });
  redis = await startFaultyProxy(stack.upstash.url);
  neon = await startFaultyProxy(stack.neon.httpUrl);
  guards = await startGuardServer(stack.env);
  tenant = await createTenant(stack.env);
  env = { ...stack.env, REDIS_REST_URL: redis.url, DATABASE_HTTP_URL: `${neon.url}/sql`, GUARDS_BASE_URL: guards.url };
});
afterEach(() => {
  redis.fail(null);
  neon.fail(null);
  guards.behave("well");
});
afterAll(() => Promise.all([redis.stop(), neon.stop(), guards.stop(), stack.stop()]));

const app = (more: Parameters<typeof createApp>[1] = {}): TestApp =>
  createApp(env, { ...more, env: { ...TIMEOUTS, ...more.env } });
const warmed = async (more?: Parameters<typeof createApp>[1]): Promise<TestApp> => {
  const made = app(more);
  expect((await made.post(PROCESS, tenant.apiKey, BODY)).status).toBe(200);
  return made;
};
async function timed(work: () => Promise<Response>) {
  const startedAt = performance.now();
  const response = await work();
  return { response, ms: performance.now() - startedAt };
}

describe.each(FAULTS)("Redis: %s", (fault) => {
  test("a known key is served by the local limiter, and the use reaches the ledger", async () => {
    const own = await createTenant(stack.env);
    const served = app();
    expect((await served.post(PROCESS, own.apiKey, BODY)).status).toBe(200);
    redis.fail(fault);
    const { response, ms } = await timed(() => served.post(PROCESS, own.apiKey, BODY));
    expect(response.status).toBe(200);
    expect(ms).toBeLessThan(1_500);
    await served.settled();
    const db = database(stack.env);
    const [[row]] = await asSystem(db, [
      db
        .select({ total: sum(usageLedger.quantity) })
        .from(usageLedger)
        .where(eq(usageLedger.orgId, own.orgId)),
    ]);
    expect(Number(row?.total)).toBe(1);
  });

  test("an unknown key is looked up in the database; a bad one is refused", async () => {
    redis.fail(fault);
    const fresh = app();
    expect((await fresh.post(PROCESS, tenant.apiKey, BODY)).status).toBe(200);
    const { key } = await addKey(stack.env, { ...tenant, expiresAt: new Date(0) });
    expect((await fresh.post(PROCESS, key, BODY)).status).toBe(401);
  });

  test("the local limiter limits", async () => {
    const { key } = await addKey(stack.env, { ...tenant, limits: { requestsPerMinute: 3 } });
    redis.fail(fault);
    const now = Date.now();
    const limited = app({ now: () => now });
    const statuses: number[] = [];
    for (let index = 0; index < 5; index++) statuses.push((await limited.post(PROCESS, key, BODY)).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
  });

  test("a session's memory is missing, its answer is not", async () => {
    redis.fail(fault);
    const body = { service_type: "contextguard", payload: { text: "Let us plan the trip." }, session_id: "s" };
    const answer = await (await app().post(PROCESS, tenant.apiKey, body)).json();
    expect(answer).toMatchObject({ success: true, data: { degraded: [expect.stringContaining("state")] } });
  });

  test("the service says it is not ready", async () => {
    redis.fail(fault);
    const response = await app().get("/health/ready", null);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      status: "not_ready",
      checks: { redis: { healthy: false }, database: { healthy: true } },
    });
  });
});

describe.each(FAULTS)("the database: %s", (fault) => {
  test("a key that Redis or the instance knows is served", async () => {
    const served = await warmed();
    neon.fail(fault);
    expect((await served.post(PROCESS, tenant.apiKey, BODY)).status).toBe(200);
    expect((await app().post(PROCESS, tenant.apiKey, BODY)).status).toBe(200);
  });

  test("a key that only the database knows cannot be checked: 503, never let in", async () => {
    const { key } = await addKey(stack.env, tenant);
    neon.fail(fault);
    const { response, ms } = await timed(() => app().post(PROCESS, key, BODY));
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBeTruthy();
    expect(ms).toBeLessThan(1_500);
  });

  test("account routes answer 503", async () => {
    const served = await warmed();
    expect((await served.get("/api/v1/keys", tenant.adminKey)).status).toBe(200);
    neon.fail(fault);
    expect((await served.get("/api/v1/keys", tenant.adminKey)).status).toBe(503);
  });
});

test("Redis and the database away: a key is trusted for five seconds more, then 503", async () => {
  let now = Date.now();
  const served = await warmed({ now: () => now });
  redis.fail("refused");
  neon.fail("refused");
  now += 4_000;
  expect((await served.post(PROCESS, tenant.apiKey, BODY)).status).toBe(200);
  now += 2_000;
  expect((await served.post(PROCESS, tenant.apiKey, BODY)).status).toBe(503);
});

test("a revocation while Redis is away is seen within five seconds", async () => {
  const { id, key } = await addKey(stack.env, tenant);
  let now = Date.now();
  const served = app({ now: () => now });
  expect((await served.post(PROCESS, key, BODY)).status).toBe(200);
  redis.fail("refused");
  const revoked = await app().request(`/api/v1/keys/${id}`, {
    method: "DELETE",
    headers: { "X-API-Key": tenant.adminKey },
  });
  expect(revoked.status).toBe(503);
  now += 5_001;
  expect((await served.post(PROCESS, key, BODY)).status).toBe(401);
});

describe.each(["error", "garbage", "hang"] as const)("a guard's function: %s", (behaviour) => {
  const BODY_TOKEN = { service_type: "tokenguard", payload: { text: "hello world", operation: "count" }, timeout: 2 };

  test("with a fallback engine the caller gets its answer, and is told", async () => {
    const remote = await warmed({ mode: "remote" });
    guards.behave(behaviour);
    const answer = await (await remote.post(PROCESS, tenant.apiKey, BODY_TOKEN)).json();
    expect(answer).toMatchObject({
      success: true,
      fallback_used: true,
      data: { tokens: { exact: false }, degraded: [expect.any(String)] },
    });
    expect((answer as { warnings: string[] }).warnings.join()).toContain("tokenguard");
  });

  test("without one, or when the caller wants none, success is false", async () => {
    const remote = await warmed({ mode: "remote" });
    guards.behave(behaviour);
    const refused = await remote.post(PROCESS, tenant.apiKey, { ...BODY_TOKEN, fallback_enabled: false });
    expect(refused.status).toBe(200);
    expect(await refused.json()).toMatchObject({
      success: false,
      data: null,
      error: expect.stringContaining("tokenguard"),
      fallback_used: false,
    });
  });

  test("the policy decides whether the pipeline lets through what was not checked", async () => {
    const remote = await warmed({ mode: "remote" });
    guards.behave(behaviour);
    const run = async (policy_id: string) => {
      const body = { service_type: "all", payload: { text: "Good morning." }, policy_id, timeout: 2 };
      return (await (await remote.post(PROCESS, tenant.apiKey, body)).json()) as {
        data: { action: string; degraded: string[] };
      };
    };
    expect((await run("default")).data).toMatchObject({ action: "allow" });
    expect((await run("strict")).data).toMatchObject({ action: "block" });
  });
});

test("after five failures the breaker opens: the guard's function is left alone, then probed", async () => {
  let now = Date.now();
  const remote = app({ mode: "remote", now: () => now });
  const call = () => remote.post(PROCESS, tenant.apiKey, { ...BODY, fallback_enabled: false });
  guards.behave("error");
  for (let index = 0; index < 5; index++) await call();
  const before = guards.calls();
  const answer = await (await call()).json();
  expect(answer).toMatchObject({ success: false, error: expect.stringContaining("not asked again") });
  expect(guards.calls()).toBe(before);
  const aggregate = await (await remote.get("/api/v1/guards/health/aggregated", null)).json();
  expect(aggregate).toMatchObject({ breakers: { "guard:health": "open" } });
  guards.behave("well");
  now += 10_001;
  expect(await (await call()).json()).toMatchObject({ success: true });
});

test("a caller in a hurry does not open the breaker for others", async () => {
  const remote = app({ mode: "remote" });
  guards.behave("hang");
  const hurry = { ...BODY, timeout: 0.02, fallback_enabled: false };
  for (let index = 0; index < 8; index++) await remote.post(PROCESS, tenant.apiKey, hurry);
  guards.behave("well");
  expect(await (await remote.post(PROCESS, tenant.apiKey, BODY)).json()).toMatchObject({ success: true });
});

test("guard functions answer nobody but the router", async () => {
  const call = JSON.stringify({
    content: { messages: [{ role: "user", content: "x" }], targets: [0] },
    options: {},
    evidence: null,
  });
  const post = (headers: Record<string, string>) =>
    fetch(`${guards.url}/api/guards/health`, {
      method: "POST",
      body: call,
      headers: { "Content-Type": "application/json", ...headers },
    });
  expect((await post({})).status).toBe(401);
  expect((await post({ Authorization: `Bearer ${tenant.apiKey}` })).status).toBe(401);
});
