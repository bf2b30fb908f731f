import { eq, sql } from "drizzle-orm";
import { apiKeys } from "#db/schema/index";
import { asTenant } from "#db/tenant";
import type { Context } from "#lib/context";
import { admit } from "#lib/services/admit";
import { auditEntry } from "#lib/services/audit/entry";
import { announce } from "#lib/services/keys/announce";
import { noSuchKey } from "#lib/services/keys/find";

/**
 * Revokes a key for good; again is the same as once. Instances learn of it with their next request.
 * @throws {AppError} not_found; unavailable when it is stored but could not be told, to be tried again
 */
export async function revoke(ctx: Context, id: string): Promise<{ id: string; revoked_at: string }> {
  await admit(ctx, "keys:write", { service: "account", cost: 1, metered: false });
  const { db } = ctx.ports;
  const firstTime = sql`from api_keys where id = ${id} and revoked_at is null`;
  const [, [row]] = await asTenant(db, ctx.principal.orgId, [
    auditEntry(ctx, { action: "key.revoke", target: id, data: {} }, firstTime),
    db
      .update(apiKeys)
      .set({ revokedAt: sql`coalesce(${apiKeys.revokedAt}, now())`, version: sql`${apiKeys.version} + 1` })
      .where(eq(apiKeys.id, id))
      .returning(),
  ]);
  if (row === undefined || row.revokedAt === null) throw noSuchKey();
  await announce(ctx, row);
  return { id: row.id, revoked_at: row.revokedAt.toISOString() };
}
