/**
 * Queries run in one transaction as a role that row-level security binds: `asTenant` sees one
 * organisation, `asSystem` (credential look-up, drains, webhooks) sees all.
 */
import { type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "#db/client";

type Results<Queries extends readonly unknown[]> = {
  -readonly [Index in keyof Queries]: Queries[Index] extends { _: { result: infer Result } } ? Result : never;
};

export function asTenant<const Queries extends readonly BatchItem<"pg">[]>(db: Database, orgId: string, queries: Queries) {
  return inRole(db, sql`select set_config('role', 'aiguardian_app', true), set_config('app.org_id', ${orgId}, true)`, queries);
}

export function asSystem<const Queries extends readonly BatchItem<"pg">[]>(db: Database, queries: Queries) {
  return inRole(db, sql`select set_config('role', 'aiguardian_system', true)`, queries);
}

async function inRole<const Queries extends readonly BatchItem<"pg">[]>(db: Database, role: SQL, queries: Queries) {
  const [, ...results] = await db.batch([db.execute(role), ...queries]);
  return results as unknown as Results<Queries>;
}
