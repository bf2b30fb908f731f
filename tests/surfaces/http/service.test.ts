/** Health, catalogue, metrics, client configuration and client logs, as old and new clients call them. */
import { beforeAll, describe, expect, inject, test } from "vitest";
import type * as z from "zod";
import { OPERATIONS } from "#lib/contract/operations";
import { MAX_LOG_BYTES } from "#lib/contract/service";
import { createApp, type TestApp } from "#tests/support/app";
import { createTenant, type Tenant } from "#tests/support/tenant";

const env = inject("stackEnv");
let tenant: Tenant;
let app: TestApp;
beforeAll(async () => {
  tenant = await createTenant(env);
  app = createApp(env);
});
const json = async (response: Response) => (await response.json()) as Record<string, unknown>;

describe("every public route of the contract", () => {
  const readable = OPERATIONS.filter(({ access, method }) => access === "public" && method === "get");
  test.each(readable.map((operation) => [operation.id, operation] as const))(
    "%s answers as documented, without a credential",
    async (_id, operation) => {
      for (const path of [operation.path, ...(operation.aliases ?? [])]) {
        const response = await app.get(path.replace("{name}", "biasguard"), null);
        expect(response.status).toBe(200);
        const { error } = (operation.answer as z.ZodType).safeParse(await response.json());
        expect(error?.issues ?? []).toEqual([]);
      }
    },
  );

  const likeGet = OPERATIONS.filter((operation) => operation.postLikeGet);
  test.each(likeGet.map((operation) => operation.path))("POST %s is answered like GET", async (path) => {
    for (const init of [
      { method: "POST" },
      { method: "POST", body: "{}", headers: { "Content-Type": "application/json" } },
    ]) {
      expect((await app.request(path, init)).status).toBe(200);
    }
  });

  test("every operation with a credential refuses without one", async () => {
    for (const operation of OPERATIONS.filter(({ access }) => access !== "public")) {
      const path = operation.path.replaceAll(/\{\w+\}/g, "x");
      const response = await app.request(path, { method: operation.method.toUpperCase() });
      expect([operation.id, response.status]).toEqual([operation.id, 401]);
    }
  });
});

describe("health", () => {
  test("every guard is really asked, and says how it runs", async () => {
    const services = await json(await app.get("/api/v1/guards/services", null));
    expect(services).toMatchObject({ total_services: 6, healthy_services: 6 });
    const aggregate = await json(await app.get("/api/v1/guards/health/aggregated", null));
    expect(aggregate).toMatchObject({
      status: "healthy",
      checks: { database: { healthy: true }, redis: { healthy: true } },
      breakers: { redis: "closed" },
    });
    const one = await json(await app.get("/api/v1/guards/health/TokenGuard", null));
    expect(one).toMatchObject({
      service_name: "tokenguard",
      status: "healthy",
      dispatch: process.env.GUARD_MODE ?? "inline",
    });
    expect((await app.get("/api/v1/guards/health/nothing", null)).status).toBe(404);
  });

  test("a guard function that is away is told as degraded or unhealthy", async () => {
    const lonely = createApp(env, { mode: "remote", env: { GUARDS_BASE_URL: "http://127.0.0.1:9" } });
    const states = await json(await lonely.get("/api/v1/guards/health", null));
    expect(states.tokenguard).toMatchObject({ status: "degraded", dispatch: "remote" });
    expect(states.biasguard).toMatchObject({ status: "unhealthy", error: expect.stringContaining("biasguard") });
  });
});

describe("client logs", () => {
  const log = (target: TestApp, body: string, headers: Record<string, string> = {}) =>
    target.request("/api/v1/logging", {
      method: "POST",
      body,
      headers: { "Content-Type": "application/json", ...headers },
    });

  test("of any JSON are accepted, also from a beacon", async () => {
    expect((await log(app, '{"level":"info","message":"analysis started"}')).status).toBe(200);
    expect((await log(app, "[1,2]", { "Content-Type": "text/plain;charset=UTF-8" })).status).toBe(200);
  });

  test("that are too large or broken are refused", async () => {
    expect((await log(app, JSON.stringify("x".repeat(MAX_LOG_BYTES)))).status).toBe(413);
    expect((await log(app, "{")).status).toBe(400);
  });

  test("are limited by address", async () => {
    const headers = { "x-real-ip": "203.0.113.7" };
    const statuses = await Promise.all(Array.from({ length: 125 }, async () => (await log(app, "{}", headers)).status));
    expect(statuses.filter((status) => status === 200)).toHaveLength(120);
    const refused = await log(app, "{}", headers);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect((await log(app, "{}", { "x-real-ip": "203.0.113.8" })).status).toBe(200);
  });
});

describe("guessing keys", () => {
  test("is slowed down by address", async () => {
    const headers = { "x-real-ip": "203.0.113.9" };
    const guess = () => app.post("/api/v1/guards/process", "aig_live_wrong", {}, headers);
    const statuses: number[] = [];
    for (let index = 0; index < 32; index++) statuses.push((await guess()).status);
    expect(statuses.slice(0, 30).every((status) => status === 401)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    const good = await app.post(
      "/api/v1/guards/process",
      tenant.apiKey,
      { service_type: "healthguard", payload: { text: "Hi." } },
      headers,
    );
    expect(good.status).toBe(200);
  });
});

describe("metrics", () => {
  const scrape = (token: string) => app.request("/metrics", { headers: { Authorization: `Bearer ${token}` } });

  test("need their own credential", async () => {
    expect((await app.get("/metrics", null)).status).toBe(401);
    expect((await scrape(tenant.adminKey)).status).toBe(401);
  });

  test("count what happened, over all instances, without tenants or texts", async () => {
    const read = async () => (await (await scrape(env.METRICS_TOKEN ?? "")).text()) as string;
    const value = (text: string, series: string) =>
      Number(
        text
          .split("\n")
          .find((line) => line.startsWith(`${series} `))
          ?.split(" ")[1] ?? 0,
      );
    const before = await read();
    const other = createApp(env);
    for (const target of [app, other]) {
      await target.post("/api/v1/guards/process", tenant.apiKey, {
        service_type: "healthguard",
        payload: { text: "Good morning." },
      });
      await target.deps.ports.metrics.flush();
    }
    const after = await read();
    const requests = 'aiguardian_requests_total{route="guards.process",status="200"}';
    expect(value(after, requests) - value(before, requests)).toBeGreaterThanOrEqual(2);
    expect(after).toContain("# TYPE aiguardian_request_seconds histogram");
    expect(after).toMatch(/aiguardian_guard_seconds_bucket\{guard="health",le="\+Inf"\} \d+/);
    expect(after).not.toContain(tenant.orgId);
    for (const line of after.trim().split("\n"))
      expect(line).toMatch(/^(# (HELP|TYPE) .+|[a-z_]+(\{[^}]*\})? [0-9.e+-]+)$/);
  });
});

test("the log has one line a request, with neither text nor credential", async () => {
  const lines: string[] = [];
  const write = console.log;
  console.log = (line: string) => void lines.push(line);
  try {
    const logging = createApp(env, { env: { LOG_LEVEL: "info" } });
    const body = {
      service_type: "securityguard",
      payload: { text: "canary-text jane.roe@example.com" },
      session_id: "canary-session",
    };
    await logging.post("/api/v1/guards/process", tenant.apiKey, body, {
      "X-Client-Version": '1.0.0\n"forged"'.replace("\n", " "),
    });
    await logging.post("/api/v1/guards/process", null, body);
  } finally {
    console.log = write;
  }
  expect(lines).toHaveLength(2);
  const [first, second] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(first).toMatchObject({
    event: "request",
    route: "guards.process",
    status: 200,
    organisation: tenant.orgId,
    client_version: null,
  });
  expect(second).toMatchObject({ status: 401, error_code: "unauthenticated" });
  for (const secret of ["canary", "jane.roe", tenant.apiKey]) expect(lines.join()).not.toContain(secret);
});
