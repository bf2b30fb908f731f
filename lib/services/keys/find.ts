import { eq } from "drizzle-orm";
import { apiKeys } from "#db/schema/index";
import { asTenant } from "#db/tenant";
import type { Context } from "#lib/context";
import { AppError } from "#lib/errors";
import { lastUsed } from "#lib/services/keys/shape";

/** @throws {AppError} not_found, also for another organisation's key */
export async function findKey(ctx: Context, id: string) {
  const { db } = ctx.ports;
  const select = db.select({ key: apiKeys, lastUsed }).from(apiKeys).where(eq(apiKeys.id, id));
  const [[found]] = await asTenant(db, ctx.principal.orgId, [select]);
  if (found === undefined) throw noSuchKey();
  return found;
}

export function noSuchKey(): AppError {
  return new AppError("not_found", "There is no API key with this id.");
}
