import { and, desc, eq, lt, or } from "drizzle-orm";
import { apiKeys } from "#db/schema/index";
import { asTenant } from "#db/tenant";
import type { Context } from "#lib/context";
import type { ApiKey, PageQuery } from "#lib/contract/keys";
import { admit } from "#lib/services/admit";
import { lastUsed, shown } from "#lib/services/keys/shape";
import { type Cursor, cursorOf, type Page, readCursor } from "#lib/services/page";

export async function list(ctx: Context, query: PageQuery): Promise<Page<ApiKey>> {
  await admit(ctx, "keys:read", { service: "account", cost: 1, metered: false });
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
  const { db } = ctx.ports;
  const select = db
    .select({ key: apiKeys, lastUsed })
    .from(apiKeys)
    .where(after && olderThan(after))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(query.limit + 1);
  const [rows] = await asTenant(db, ctx.principal.orgId, [select]);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1)?.key;
  const more = rows.length > query.limit && last !== undefined;
  return {
    data: page.map((row) => shown(row.key, row.lastUsed)),
    has_more: more,
    next_cursor: more ? cursorOf(last) : null,
  };
}

function olderThan({ createdAt, id }: Cursor) {
  return or(lt(apiKeys.createdAt, createdAt), and(eq(apiKeys.createdAt, createdAt), lt(apiKeys.id, id)));
}
