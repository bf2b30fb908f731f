/** Keys through the front door. */
import { beforeAll, describe, expect, inject, test } from "vitest";
import { createApp, type TestApp } from "#tests/support/app";
import { createTenant, type Tenant } from "#tests/support/tenant";

const env = inject("stackEnv");
let tenant: Tenant;
let other: Tenant;
let app: TestApp;
beforeAll(async () => {
  [tenant, other] = [await createTenant(env), await createTenant(env)];
  app = createApp(env);
});

const CHECK = { service_type: "healthguard", payload: { text: "Good morning." } };
/** What the key routes answer, as far as these tests read it. */
interface Answer {
  id: string;
  key: string;
  last4: string;
  error_code: string;
  data: { id: string; name: string }[];
  next_cursor: string | null;
}
const json = async (response: Response) => (await response.json()) as Answer;
const remove = (id: string, key: string) =>
  app.request(`/api/v1/keys/${id}`, { method: "DELETE", headers: { "X-API-Key": key } });

describe("keys", () => {
  test("are created once, listed without their secret, read and revoked", async () => {
    const response = await app.post("/api/v1/keys", tenant.adminKey, { name: "ci", mode: "test" });
    expect(response.status).toBe(201);
    const made = await json(response);
    expect(made).toMatchObject({ name: "ci", mode: "test", revoked_at: null });
    expect(made.key).toMatch(/^aig_test_/);
    const works = await app.post("/api/v1/guards/process", made.key, {
      service_type: "healthguard",
      payload: { text: "Hi there." },
    });
    expect(works.status).toBe(200);
    const listed = JSON.stringify(await json(await app.get("/api/v1/keys", tenant.adminKey)));
    expect(listed).toContain(made.id);
    expect(listed).not.toContain(made.key);
    expect(await json(await app.get(`/api/v1/keys/${made.id}`, tenant.adminKey))).toMatchObject({
      id: made.id,
      last4: made.last4,
    });
    const first = await json(await remove(made.id, tenant.adminKey));
    const second = await json(await remove(made.id, tenant.adminKey));
    expect(second).toEqual(first);
  });

  test("of another organisation do not exist", async () => {
    const made = await json(await app.post("/api/v1/keys", other.adminKey, { name: "theirs" }));
    expect((await app.get(`/api/v1/keys/${made.id}`, tenant.adminKey)).status).toBe(404);
    expect((await remove(made.id, tenant.adminKey)).status).toBe(404);
    expect(JSON.stringify(await json(await app.get("/api/v1/keys?limit=100", tenant.adminKey)))).not.toContain(made.id);
    expect((await app.get(`/api/v1/keys/${made.id}`, other.adminKey)).status).toBe(200);
  });

  test("cannot be given scopes their maker lacks, nor be made without the scope", async () => {
    const body = { name: "x", scopes: ["keys:write", "guards:run"] };
    const maker = await json(await app.post("/api/v1/keys", tenant.adminKey, body));
    expect((await app.post("/api/v1/keys", maker.key, { name: "y", scopes: ["audit:read"] })).status).toBe(403);
    expect((await app.post("/api/v1/keys", tenant.apiKey, { name: "z" })).status).toBe(403);
  });

  test("are listed in pages, newest first, each once", async () => {
    const team = await createTenant(env);
    for (let index = 0; index < 5; index++) await app.post("/api/v1/keys", team.adminKey, { name: `k${index}` });
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page = await json(
        await app.get(`/api/v1/keys?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`, team.adminKey),
      );
      seen.push(...page.data.map((key) => key.id));
      cursor = page.next_cursor;
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    expect((await app.get("/api/v1/keys?cursor=nonsense", team.adminKey)).status).toBe(422);
    expect((await app.get("/api/v1/keys?limit=0", team.adminKey)).status).toBe(422);
  });

  test("the same Idempotency-Key makes one key", async () => {
    const make = (name: string) =>
      app.post("/api/v1/keys", tenant.adminKey, { name }, { "Idempotency-Key": '"make-one"' });
    const [first, second] = [await make("once"), await make("once")];
    expect(second.headers.get("Idempotent-Replayed")).toBe("true");
    expect(await second.json()).toEqual(await first.json());
    const clash = await make("twice");
    expect([clash.status, (await json(clash)).error_code]).toEqual([422, "idempotency_mismatch"]);
  });

  test("a repeated request is answered only to who may make it, and to no revoked key", async () => {
    const idempotent = { "Idempotency-Key": "only-mine" };
    const maker = await json(
      await app.post("/api/v1/keys", tenant.adminKey, { name: "m", scopes: ["keys:write", "guards:run"] }),
    );
    const make = (key: string) => app.post("/api/v1/keys", key, { name: "n", scopes: ["guards:run"] }, idempotent);
    expect((await make(maker.key)).status).toBe(201);
    expect((await make(tenant.apiKey)).status).toBe(403);
    expect((await make(maker.key)).status).toBe(201);
    await remove(maker.id, tenant.adminKey);
    expect((await make(maker.key)).status).toBe(401);
  });

  test("twenty duplicates at once have one effect", async () => {
    const team = await createTenant(env);
    const make = () => app.post("/api/v1/keys", team.adminKey, { name: "once" }, { "Idempotency-Key": "burst" });
    const statuses = (await Promise.all(Array.from({ length: 20 }, make))).map((response) => response.status);
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
    const page = await json(await app.get("/api/v1/keys", team.adminKey));
    expect(page.data.filter((key) => key.name === "once")).toHaveLength(1);
  });

  test("are renamed, limited, disabled and enabled again", async () => {
    let now = Date.now();
    const timed = createApp(env, { now: () => now });
    const made = await json(await app.post("/api/v1/keys", tenant.adminKey, { name: "before" }));
    const change = (body: object) => {
      const headers = { "X-API-Key": tenant.adminKey, "Content-Type": "application/json" };
      return app.request(`/api/v1/keys/${made.id}`, { method: "PATCH", headers, body: JSON.stringify(body) });
    };
    const check = async () => (await timed.post("/api/v1/guards/process", made.key, CHECK)).status;
    const renamed = await json(await change({ name: "after", limits: { requestsPerMinute: 5 } }));
    expect(renamed).toMatchObject({ name: "after", disabled: false, limits: { requestsPerMinute: 5 } });
    expect(await check()).toBe(200);
    expect(await json(await change({ disabled: true }))).toMatchObject({ disabled: true });
    expect([await check(), await check()]).toEqual([401, 401]);
    expect(await json(await change({ disabled: false }))).toMatchObject({ disabled: false, name: "after" });
    now += 1_001;
    expect(await check()).toBe(200);
    expect((await change({})).status).toBe(422);
    expect((await change({ ip_allow: ["not a network"] })).status).toBe(422);
  });

  test("work only from the networks they are given", async () => {
    const ip_allow = ["203.0.113.0/24", "2001:db8::/32", "198.51.100.7"];
    const made = await json(await app.post("/api/v1/keys", tenant.adminKey, { name: "office", ip_allow }));
    const from = async (address: string) =>
      (await app.post("/api/v1/guards/process", made.key, CHECK, { "x-real-ip": address })).status;
    for (const inside of ["203.0.113.9", "::ffff:203.0.113.9", "2001:db8::1", "198.51.100.7"])
      expect(await from(inside)).toBe(200);
    for (const outside of ["203.0.114.9", "2001:db9::1", "198.51.100.8", "unknown"])
      expect(await from(outside)).toBe(403);
  });

  test("are rerolled with an overlap: both work, then only the new one, limits and usage stay one", async () => {
    let now = Date.now();
    const timed = createApp(env, { now: () => now });
    const old = await json(
      await app.post("/api/v1/keys", tenant.adminKey, { name: "line", limits: { requestsPerMinute: 4 } }),
    );
    const made = await json(
      await timed.post(`/api/v1/keys/${old.id}/reroll`, tenant.adminKey, { grace_seconds: 3_600 }),
    );
    expect(made).toMatchObject({ replaces: old.id });
    const check = async (key: string) => (await timed.post("/api/v1/guards/process", key, CHECK)).status;
    expect([await check(old.key), await check(made.key), await check(old.key), await check(made.key)]).toEqual([
      200, 200, 200, 200,
    ]);
    expect(await check(made.key)).toBe(429);
    now += 3_599_000;
    expect(await check(old.key)).toBe(200);
    now += 2_000;
    expect([await check(old.key), await check(made.key)]).toEqual([401, 200]);
  });

  test("are not rerolled by somebody with fewer scopes, nor after their revocation", async () => {
    const maker = await json(
      await app.post("/api/v1/keys", tenant.adminKey, { name: "m", scopes: ["keys:write", "guards:run"] }),
    );
    const strong = await json(
      await app.post("/api/v1/keys", tenant.adminKey, { name: "s", scopes: ["audit:read", "guards:run"] }),
    );
    expect((await app.post(`/api/v1/keys/${strong.id}/reroll`, maker.key, {})).status).toBe(403);
    await remove(strong.id, tenant.adminKey);
    expect((await app.post(`/api/v1/keys/${strong.id}/reroll`, tenant.adminKey, {})).status).toBe(404);
    expect((await app.post(`/api/v1/keys/${maker.id}/reroll`, other.adminKey, {})).status).toBe(404);
  });
});
