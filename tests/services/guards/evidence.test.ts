/** State that guards keep between calls, through the front door. */
import { beforeAll, describe, expect, inject, test } from "vitest";
import { createApp, type TestApp } from "#tests/support/app";
import { createTenant, database, type Tenant } from "#tests/support/tenant";

/** What these tests read of the guards' data. */
interface Answered {
  memory: { items: number };
  vault_id: string;
  redacted_text: string;
}

const env = inject("stackEnv");
let tenant: Tenant;
let app: TestApp;
beforeAll(async () => {
  tenant = await createTenant(env);
  app = createApp(env);
});

async function data(service_type: string, payload: object, more: object = {}, key = tenant.apiKey) {
  const response = await app.post("/api/v1/guards/process", key, { service_type, payload, ...more });
  expect(response.status).toBe(200);
  return ((await response.json()) as { data: Answered }).data;
}

describe("cached answers", () => {
  test("are found again for the same text and model, by the same organisation only", async () => {
    const text = "What is the capital of France?";
    expect(await data("tokenguard", { text, operation: "cache_lookup" })).toMatchObject({ cache: { hit: false } });
    await data("tokenguard", { text, operation: "cache_store", response: "Paris", ttl_s: 60 });
    const found = await data("tokenguard", { text, operation: "cache_lookup" });
    expect(found).toMatchObject({ cache: { hit: true, kind: "exact", response: "Paris" } });
    expect(await data("tokenguard", { text, operation: "cache_lookup", model: "gpt-4" })).toMatchObject({
      cache: { hit: false },
    });
    const other = await createTenant(env);
    expect(await data("tokenguard", { text, operation: "cache_lookup" }, {}, other.apiKey)).toMatchObject({
      cache: { hit: false },
    });
  });

  test("depend on the whole conversation", async () => {
    const ask = { role: "user", content: "And the second one?" };
    const about = (topic: string) => ({
      messages: [{ role: "user", content: topic }, { role: "assistant", content: "Yes." }, ask],
    });
    await data("tokenguard", { ...about("Rivers of Spain"), operation: "cache_store", response: "The Ebro" });
    expect(await data("tokenguard", { ...about("Rivers of Spain"), operation: "cache_lookup" })).toMatchObject({
      cache: { hit: true },
    });
    expect(await data("tokenguard", { ...about("Kings of Spain"), operation: "cache_lookup" })).toMatchObject({
      cache: { hit: false },
    });
  });
});

describe("a session", () => {
  test("of one organisation is unknown to another, and can be forgotten", async () => {
    const session_id = "shared-name";
    await data("contextguard", { text: "The launch code name is Bluebird." }, { session_id });
    const recall = { text: "launch", operation: "recall", query: "launch code name" };
    expect(await data("contextguard", recall, { session_id })).toHaveProperty("memory.recalled[0].text");
    const other = await createTenant(env);
    expect(await data("contextguard", recall, { session_id }, other.apiKey)).toHaveProperty("memory.recalled", []);
    await data("contextguard", { text: "x", operation: "forget" }, { session_id });
    expect(await data("contextguard", recall, { session_id })).toHaveProperty("memory.recalled", []);
  });

  test("written to by fifty at once loses nothing", async () => {
    const session_id = "busy";
    const notes = Array.from({ length: 50 }, (_, index) => `Note number ${index} about gardening`);
    await Promise.all(notes.map((text) => data("contextguard", { text, operation: "remember" }, { session_id })));
    const { memory } = await data(
      "contextguard",
      { text: "gardening", operation: "recall", query: "gardening", top_k: 100 },
      { session_id },
    );
    expect(memory.items).toBe(50);
  });

  test("is not readable in Redis", async () => {
    await data("contextguard", { text: "The canary sings at midnight." }, { session_id: "canary" });
    const keys = await rest(["KEYS", `session:${tenant.orgId}:*canary*`]);
    expect(keys).toHaveLength(1);
    expect(JSON.stringify(await rest(["LRANGE", String(keys[0]), "0", "-1"]))).not.toContain("midnight");
  });
});

test("a vault keeps what was replaced, sealed, and hashes differ between organisations", async () => {
  const text = "Write to jane.roe@example.com";
  const vaulted = await data("securityguard", { text, redaction: "vault" });
  expect(vaulted.vault_id).toMatch(/^vault_/);
  expect(vaulted.redacted_text).not.toContain("jane");
  const [key] = await rest(["KEYS", `vault:${tenant.orgId}:*`]);
  expect(JSON.stringify(await rest(["GET", String(key)]))).not.toContain("jane");
  const other = await createTenant(env);
  const hashed = async (credential: string) =>
    (await data("securityguard", { text, redaction: "hash" }, {}, credential)).redacted_text;
  expect(await hashed(tenant.apiKey)).toBe(await hashed(tenant.apiKey));
  expect(await hashed(tenant.apiKey)).not.toBe(await hashed(other.apiKey));
});

test("texts are nowhere in the database", async () => {
  const canary = `canary-${Date.now()}-text`;
  await data("all", { text: `Remember ${canary}` }, { session_id: canary, user_id: "u" });
  const db = database(env);
  const tables = await db.execute<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  expect(tables.rows.length).toBeGreaterThan(3);
  for (const { name } of tables.rows) {
    const { rows } = await db.execute<{ hits: string }>(
      `select count(*) as hits from "${name}" t where t::text like '%${canary}%'`,
    );
    expect(Number(rows[0]?.hits)).toBe(0);
  }
});

async function rest(command: string[]): Promise<unknown[]> {
  const headers = { Authorization: `Bearer ${env.REDIS_REST_TOKEN}` };
  const response = await fetch(env.REDIS_REST_URL ?? "", { method: "POST", headers, body: JSON.stringify(command) });
  const { result } = (await response.json()) as { result: unknown };
  return Array.isArray(result) ? result : [result];
}
