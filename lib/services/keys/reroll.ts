import { eq, sql } from "drizzle-orm";
import { apiKeys } from "#db/schema/index";
import { asTenant } from "#db/tenant";
import type { Context } from "#lib/context";
import type { RerollKey } from "#lib/contract/keys";
import { AppError } from "#lib/errors";
import { newId } from "#lib/ids";
import { admit } from "#lib/services/admit";
import { auditEntry } from "#lib/services/audit/entry";
import { announce } from "#lib/services/keys/announce";
import { findKey } from "#lib/services/keys/find";
import { requireAllOf } from "#lib/services/keys/scopes";

/**
 * Replaces a key by a new one of the same name, scopes, limits and identity. The old one works until the grace
 * is over, but not beyond its own expiry.
 * @throws {AppError} not_found, also for a revoked key; missing_scope when the caller has less than the key
 */
export async function reroll(ctx: Context, id: string, { grace_seconds }: RerollKey) {
  await admit(ctx, "keys:write", { service: "account", cost: 1, metered: false });
  const { key: old } = await findKey(ctx, id);
  requireAllOf(ctx, old.scopes);
  if (old.revokedAt !== null) throw new AppError("not_found", "This key is revoked. Create a new one instead.");
  const { db, now } = ctx.ports;
  const { key, ...made } = ctx.ports.issueKey(old.mode);
  const { orgId, projectId, identityId, name, mode, scopes, limits, ipAllow, expiresAt } = old;
  const graceEnds = new Date(Math.min(now() + grace_seconds * 1_000, expiresAt?.getTime() ?? Number.POSITIVE_INFINITY));
  const newKeyId = newId("apiKey");
  const values = {
    id: newKeyId,
    orgId,
    projectId,
    identityId,
    name,
    mode,
    scopes,
    limits,
    ipAllow,
    expiresAt,
    ...made,
  };
  const change = { action: "key.reroll", target: id, data: { replaced_by: newKeyId, grace_seconds } };
  const [, , [replaced]] = await asTenant(db, orgId, [
    db.insert(apiKeys).values(values),
    auditEntry(ctx, change),
    db
      .update(apiKeys)
      .set({ expiresAt: graceEnds, version: sql`${apiKeys.version} + 1` })
      .where(eq(apiKeys.id, id))
      .returning(),
  ]);
  if (replaced !== undefined) await announce(ctx, replaced);
  return { id: newKeyId, key, replaces: id, replaced_key_expires_at: graceEnds.toISOString() };
}
