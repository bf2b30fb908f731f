import { eq, sql } from "drizzle-orm";
import { apiKeys } from "#db/schema/index";
import { asTenant } from "#db/tenant";
import type { Context } from "#lib/context";
import type { ApiKey, UpdateKey } from "#lib/contract/keys";
import { admit } from "#lib/services/admit";
import { auditEntry } from "#lib/services/audit/entry";
import { announce } from "#lib/services/keys/announce";
import { findKey, noSuchKey } from "#lib/services/keys/find";
import { requireAllOf } from "#lib/services/keys/scopes";
import { dateOrNull, ownLimits, shown } from "#lib/services/keys/shape";

/** Changes the fields that are sent. @throws {AppError} not_found, missing_scope or unavailable */
export async function update(ctx: Context, id: string, change: UpdateKey): Promise<ApiKey> {
  await admit(ctx, "keys:write", { service: "account", cost: 1, metered: false });
  requireAllOf(ctx, change.scopes ?? []);
  const before = await findKey(ctx, id);
  const { db } = ctx.ports;
  const [, [row]] = await asTenant(db, ctx.principal.orgId, [
    auditEntry(ctx, { action: "key.update", target: id, data: change }, sql`from api_keys where id = ${id}`),
    db
      .update(apiKeys)
      .set({ ...columns(change), version: sql`${apiKeys.version} + 1` })
      .where(eq(apiKeys.id, id))
      .returning(),
  ]);
  if (row === undefined) throw noSuchKey();
  await announce(ctx, row);
  return shown(row, before.lastUsed);
}

function columns({ name, disabled, scopes, limits, ip_allow, expires_at }: UpdateKey) {
  return {
    ...(name === undefined ? {} : { name }),
    ...(disabled === undefined ? {} : { disabledAt: disabled ? sql`coalesce(${apiKeys.disabledAt}, now())` : null }),
    ...(scopes === undefined ? {} : { scopes }),
    ...(limits === undefined ? {} : { limits: ownLimits(limits) }),
    ...(ip_allow === undefined ? {} : { ipAllow: ip_allow }),
    ...(expires_at === undefined ? {} : { expiresAt: dateOrNull(expires_at) }),
  };
}
