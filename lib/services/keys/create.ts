import { apiKeys } from "#db/schema/index";
import { asTenant } from "#db/tenant";
import type { Context } from "#lib/context";
import type { ApiKey, CreateKey } from "#lib/contract/keys";
import { AppError } from "#lib/errors";
import { newId } from "#lib/ids";
import { admit } from "#lib/services/admit";
import { shown } from "#lib/services/keys/shape";

/** @throws {AppError} missing_scope also when the new key would have a scope its maker lacks. */
export async function create(ctx: Context, input: CreateKey): Promise<ApiKey & { key: string }> {
  await admit(ctx, "keys:write", { service: "account", cost: 1, metered: false });
  const beyond = input.scopes.filter((scope) => !ctx.principal.scopes.includes(scope));
  if (beyond.length > 0) {
    throw new AppError("missing_scope", `A key cannot have scopes its maker lacks: ${beyond.join(", ")}.`);
  }
  const { key, prefix, last4, hash } = await ctx.ports.issueKey(input.mode);
  const { orgId, projectId } = ctx.principal;
  const values = {
    id: newId("apiKey"),
    orgId,
    projectId,
    name: input.name,
    mode: input.mode,
    hash,
    prefix,
    last4,
    scopes: input.scopes,
    limits: input.limits.requestsPerMinute === undefined ? {} : { requestsPerMinute: input.limits.requestsPerMinute },
    expiresAt: input.expires_at === null ? null : new Date(input.expires_at),
  };
  const [[row]] = await asTenant(ctx.ports.db, orgId, [ctx.ports.db.insert(apiKeys).values(values).returning()]);
  if (row === undefined) throw new AppError("internal", "The key was not stored. Try again.");
  return { ...shown(row), key };
}
