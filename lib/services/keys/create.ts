import { apiKeys } from "#db/schema/index";
import { asTenant } from "#db/tenant";
import type { Context } from "#lib/context";
import type { ApiKey, CreateKey } from "#lib/contract/keys";
import { AppError } from "#lib/errors";
import { newId } from "#lib/ids";
import { admit } from "#lib/services/admit";
import { auditEntry } from "#lib/services/audit/entry";
import { requireAllOf } from "#lib/services/keys/scopes";
import { dateOrNull, ownLimits, shown } from "#lib/services/keys/shape";

/** @throws {AppError} missing_scope also when the new key would have a scope its maker lacks */
export async function create(ctx: Context, input: CreateKey): Promise<ApiKey & { key: string }> {
  await admit(ctx, "keys:write", { service: "account", cost: 1, metered: false });
  requireAllOf(ctx, input.scopes);
  const { db } = ctx.ports;
  const { orgId, projectId } = ctx.principal;
  const { key, ...made } = ctx.ports.issueKey(input.mode);
  const { name, mode, scopes } = input;
  const id = newId("apiKey");
  const values = {
    ...{ id, identityId: id, orgId, projectId, name, mode, scopes, ...made },
    limits: ownLimits(input.limits),
    ipAllow: input.ip_allow,
    expiresAt: dateOrNull(input.expires_at),
  };
  const [[row]] = await asTenant(db, orgId, [
    db.insert(apiKeys).values(values).returning(),
    auditEntry(ctx, { action: "key.create", target: id, data: { name, mode, scopes, last4: made.last4 } }),
  ]);
  if (row === undefined) throw new AppError("internal", "The key was not stored. Try again.");
  return { ...shown(row), key };
}
