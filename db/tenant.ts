/**
 * Queries run in one transaction as a role that row-level security binds: `asTenant` sees one
 * organisation, `asSystem` (credential look-up, drains, webhooks) sees all.
 */
import { type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "#db/client";
import { AppError } from "#lib/errors";

type Results<Queries extends readonly unknown[]> = {
  -readonly [Index in keyof Queries]: Queries[Index] extends { _: { result: infer Result } } ? Result : never;
};

export function asTenant<const Queries extends readonly BatchItem<"pg">[]>(
  db: Database,
  orgId: string,
  queries: Queries,
) {
  return inRole(
    db,
    sql`select set_config('role', 'aiguardian_app', true), set_config('app.org_id', ${orgId}, true)`,
    queries,
  );
}

export function asSystem<const Queries extends readonly BatchItem<"pg">[]>(db: Database, queries: Queries) {
  return inRole(db, sql`select set_config('role', 'aiguardian_system', true)`, queries);
}

async function inRole<const Queries extends readonly BatchItem<"pg">[]>(db: Database, role: SQL, queries: Queries) {
  const [, ...results] = await db.batch([db.execute(role), ...queries]).catch((error) => {
    throw isRefusal(error)
      ? error
      : new AppError("unavailable", "The database does not answer. Try again shortly.", {
          headers: { "Retry-After": "2" },
          cause: error,
        });
  });
  return results as unknown as Results<Queries>;
}

/** Connection, resource and shutdown trouble (SQLSTATE classes 08, 53, 57), or no SQLSTATE at all: nobody looked at the query. */
const NOT_ASKED = /^(08|53|57)/;

/** Did the database look at the query and refuse it? */
function isRefusal(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  const state = cause?.code ?? code;
  return typeof state === "string" && /^[0-9A-Z]{5}$/.test(state) && !NOT_ASKED.test(state);
}
