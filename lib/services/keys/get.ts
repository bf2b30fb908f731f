import type { Context } from "#lib/context";
import type { ApiKey } from "#lib/contract/keys";
import { admit } from "#lib/services/admit";
import { findKey } from "#lib/services/keys/find";
import { shown } from "#lib/services/keys/shape";

/** @throws {AppError} not_found, also for another organisation's key */
export async function get(ctx: Context, id: string): Promise<ApiKey> {
  await admit(ctx, "keys:read", { service: "account", cost: 1, metered: false });
  const found = await findKey(ctx, id);
  return shown(found.key, found.lastUsed);
}
