/** Row-level security: forced on every tenant table, and really in the way. */
import { sql } from "drizzle-orm";
import { beforeAll, expect, inject, test } from "vitest";
import { apiKeys, projects } from "#db/schema/index";
import { asTenant } from "#db/tenant";
import { createTenant, database, type Tenant } from "#tests/support/tenant";

const env = inject("stackEnv");
const db = database(env);
let ours: Tenant;
let theirs: Tenant;
beforeAll(async () => {
  [ours, theirs] = [await createTenant(env), await createTenant(env)];
});

test("is enabled and forced on every table with a tenant", async () => {
  const { rows } = await db.execute<{ name: string; forced: boolean }>(sql`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`);
  expect(rows.length).toBeGreaterThanOrEqual(4);
  expect(rows.filter((row) => !row.forced)).toEqual([]);
});

test("a tenant sees its own rows only", async () => {
  const [keys, all] = await asTenant(db, ours.orgId, [db.select().from(apiKeys), db.select().from(projects)]);
  expect(new Set([...keys, ...all].map((row) => row.orgId))).toEqual(new Set([ours.orgId]));
});

test("a tenant can neither write for another nor change its rows", async () => {
  const foreign = { id: "proj_foreign", orgId: theirs.orgId, name: "x" };
  await expect(asTenant(db, ours.orgId, [db.insert(projects).values(foreign)])).rejects.toThrow();
  const [changed] = await asTenant(db, ours.orgId, [db.update(projects).set({ name: "taken" }).returning()]);
  expect(changed.map((row) => row.orgId)).toEqual([ours.orgId]);
  const [gone] = await asTenant(db, ours.orgId, [db.delete(apiKeys).where(sql`org_id = ${theirs.orgId}`).returning()]);
  expect(gone).toEqual([]);
});

test("without a tenant nothing is seen, and the role does not outlive its transaction", async () => {
  const [rows] = await asTenant(db, "", [db.select().from(apiKeys)]);
  expect(rows).toEqual([]);
  const { rows: after } = await db.execute<{ role: string; org: string | null }>(
    sql`select current_setting('role') as role, nullif(current_setting('app.org_id', true), '') as org`,
  );
  expect(after).toEqual([{ role: "none", org: null }]);
});
