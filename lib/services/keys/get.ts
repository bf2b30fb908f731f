import { eq } from "drizzle-orm";
import { apiKeys } from "#db/schema/index";
import { asTenant } from "#db/tenant";
import type { Context } from "#lib/context";
import type { ApiKey } from "#lib/contract/keys";
import { AppError } from "#lib/errors";
import { admit } from "#lib/services/admit";
import { shown } from "#lib/services/keys/shape";

/** @throws {AppError} not_found, also for another organisation's key */
export async function get(ctx: Context, id: string): Promise<ApiKey> {
  await admit(ctx, "keys:read", { service: "account", cost: 1, metered: false });
  const { db } = ctx.ports;
  const [[row]] = await asTenant(db, ctx.principal.orgId, [db.select().from(apiKeys).where(eq(apiKeys.id, id))]);
  if (row === undefined) throw new AppError("not_found", "There is no API key with this id.");
  return shown(row);
}
