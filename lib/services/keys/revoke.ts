import { eq, sql } from "drizzle-orm";
import { apiKeys } from "#db/schema/index";
import { asTenant } from "#db/tenant";
import type { Context } from "#lib/context";
import { AppError } from "#lib/errors";
import { admit } from "#lib/services/admit";

/**
 * Revokes a key for good; again is the same as once. Told to Redis at once: instances compare the
 * version with each request.
 * @throws {AppError} not_found; unavailable when it is stored but could not be told, to be tried again
 */
export async function revoke(ctx: Context, id: string): Promise<{ id: string; revoked_at: string }> {
  await admit(ctx, "keys:write", { service: "account", cost: 1, metered: false });
  const { db } = ctx.ports;
  const update = db
    .update(apiKeys)
    .set({ revokedAt: sql`coalesce(${apiKeys.revokedAt}, now())`, version: sql`${apiKeys.version} + 1` })
    .where(eq(apiKeys.id, id))
    .returning();
  const [[row]] = await asTenant(db, ctx.principal.orgId, [update]);
  if (row === undefined || row.revokedAt === null) throw new AppError("not_found", "There is no API key with this id.");
  await ctx.ports.announceVersion(row.orgId, row.id, row.version).catch((cause) => {
    const message =
      "The key is revoked, but may work for some minutes more: the cache could not be told. Send the request again.";
    throw new AppError("unavailable", message, { headers: { "Retry-After": "2" }, cause });
  });
  return { id: row.id, revoked_at: row.revokedAt.toISOString() };
}
