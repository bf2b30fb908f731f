/** Every change leaves an entry in its organisation's chain, and nothing can be done to the chain unseen. */
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, inject, test } from "vitest";
import { asTenant } from "#db/tenant";
import { createApp } from "#tests/support/app";
import { createTenant, database, type Tenant } from "#tests/support/tenant";

const env = inject("stackEnv");
const db = database(env);
const app = createApp(env);
let tenant: Tenant;
beforeEach(async () => {
  tenant = await createTenant(env);
});

interface Answer {
  id: string;
  key: string;
  head: string;
  data: object[];
}
const json = async (response: Response) => (await response.json()) as Answer;
const verify = async () => json(await app.get("/api/v1/audit/verify", tenant.adminKey));
const make = async (name: string) => json(await app.post("/api/v1/keys", tenant.adminKey, { name }));

describe("the audit chain", () => {
  test("tells who changed what, newest first, and holds no key", async () => {
    const made = await make("audited");
    const headers = { "X-API-Key": tenant.adminKey, "X-Request-ID": "audited-request" };
    await app.request(`/api/v1/keys/${made.id}`, { method: "DELETE", headers });
    await app.request(`/api/v1/keys/${made.id}`, { method: "DELETE", headers });
    await app.request("/api/v1/keys/key_nobody", { method: "DELETE", headers });
    const { data } = await json(await app.get("/api/v1/audit", tenant.adminKey));
    expect(data).toMatchObject([
      { seq: 2, action: "key.revoke", target: made.id, request_id: "audited-request", actor: { kind: "key" } },
      { seq: 1, action: "key.create", target: made.id, data: { name: "audited" } },
    ]);
    expect(JSON.stringify(data)).not.toContain(made.key);
    const only = await json(await app.get("/api/v1/audit?action=key.create&limit=1", tenant.adminKey));
    expect(only).toMatchObject({ data: [{ action: "key.create" }], has_more: false });
    expect((await app.get("/api/v1/audit", tenant.apiKey)).status).toBe(403);
  });

  test("is without forks under fifty writers at once", async () => {
    await Promise.all(Array.from({ length: 50 }, (_, index) => make(`burst ${index}`)));
    expect(await verify()).toMatchObject({ valid: true, entries: 50, first_bad: null });
  });

  test.each([
    ["an edit", (org: string) => sql`update audit_events set data = '{}' where org_id = ${org} and seq = 3`, 3],
    [
      "another actor",
      (org: string) => sql`update audit_events set actor = '{"kind":"key","id":"x"}' where org_id = ${org} and seq = 1`,
      1,
    ],
    ["a deletion", (org: string) => sql`delete from audit_events where org_id = ${org} and seq = 2`, 3],
    [
      "a rewritten hash",
      (org: string) => sql`update audit_events set hash = repeat('0', 64) where org_id = ${org} and seq = 4`,
      4,
    ],
    [
      "a later time",
      (org: string) => sql`update audit_events set at = at + interval '1 ms' where org_id = ${org} and seq = 5`,
      5,
    ],
    [
      "a forged entry",
      (org: string) =>
        sql`insert into audit_events select org_id, 6, at, actor, action, target, data, request_id, hash, hash from audit_events where org_id = ${org} and seq = 5`,
      6,
    ],
  ])("%s is found, at its place", async (_name, tamper, at) => {
    for (let index = 0; index < 5; index++) await make(`key ${index}`);
    expect(await verify()).toMatchObject({ valid: true, entries: 5 });
    await db.execute(tamper(tenant.orgId));
    expect(await verify()).toMatchObject({ valid: false, first_bad: at });
  });

  test("a cut end shows in the head, which can be kept elsewhere", async () => {
    await make("first");
    await make("second");
    const { head } = await verify();
    await db.execute(sql`delete from audit_events where org_id = ${tenant.orgId} and seq = 2`);
    expect((await verify()).head).not.toBe(head);
  });

  test("cannot be written, changed or deleted by the application's role, nor for another organisation", async () => {
    await make("one");
    const other = await createTenant(env);
    const as = (statement: ReturnType<typeof sql>) => asTenant(db, tenant.orgId, [db.execute(statement)]);
    await expect(as(sql`update audit_events set action = 'x'`)).rejects.toThrow();
    await expect(as(sql`delete from audit_events`)).rejects.toThrow();
    await expect(as(sql`insert into audit_events select * from audit_events`)).rejects.toThrow();
    await expect(as(sql`select audit_append(${other.orgId}, '{}', 'x', 'x', '{}', 'x')`)).rejects.toThrow();
    expect(await verify()).toMatchObject({ valid: true, entries: 1 });
  });

  test("a change that fails leaves no entry", async () => {
    await make("kept");
    const refused = asTenant(db, tenant.orgId, [
      db.execute(sql`select audit_append(${tenant.orgId}, '{}', 'x.fail', 'x', '{}', 'x')`),
      db.execute(sql`select 1 / 0`),
    ]);
    await expect(refused).rejects.toThrow();
    expect(await verify()).toMatchObject({ valid: true, entries: 1 });
  });
});
