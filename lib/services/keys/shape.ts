import type { apiKeys } from "#db/schema/index";
import type { ApiKey } from "#lib/contract/keys";

/** A key as it is shown: never its hash. */
export function shown(row: typeof apiKeys.$inferSelect): ApiKey {
  return {
    id: row.id,
    name: row.name,
    mode: row.mode,
    prefix: row.prefix,
    last4: row.last4,
    scopes: row.scopes,
    limits: row.limits.requestsPerMinute === undefined ? {} : { requestsPerMinute: row.limits.requestsPerMinute },
    created_at: row.createdAt.toISOString(),
    expires_at: row.expiresAt?.toISOString() ?? null,
    revoked_at: row.revokedAt?.toISOString() ?? null,
  };
}
