import type { apiKeys } from "#db/schema/index";
import type { Context } from "#lib/context";
import { AppError } from "#lib/errors";

/**
 * Tells every instance that keys changed, before the caller is told.
 * @throws {AppError} unavailable when the change is stored but could not be told: the same request again tells it
 */
export async function announce(ctx: Context, ...keys: (typeof apiKeys.$inferSelect)[]): Promise<void> {
  for (const { orgId, id, version } of keys) {
    await ctx.ports.announceVersion(orgId, id, version).catch((cause) => {
      const message =
        "The change is stored, but the cache could not be told: it may take minutes. Send the request again.";
      throw new AppError("unavailable", message, { headers: { "Retry-After": "2" }, cause });
    });
  }
}
