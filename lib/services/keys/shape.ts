/** A key as it is shown: never its hash. */
import { sql } from "drizzle-orm";
import { apiKeys, usageLedger } from "#db/schema/index";
import type { ApiKey, CreateKey } from "#lib/contract/keys";
import type { Limits } from "#lib/principal";

type Row = typeof apiKeys.$inferSelect;

/** The last hour with use in the ledger; null for a key that was never used. */
export const lastUsed = sql<string | null>`(
  select max(${usageLedger.hour}) from ${usageLedger}
  where ${usageLedger.orgId} = ${apiKeys.orgId} and ${usageLedger.credentialId} = ${apiKeys.identityId})`;

export function shown(row: Row, lastUsedAt: string | null = null): ApiKey {
  const iso = (date: Date | null) => date?.toISOString() ?? null;
  return {
    id: row.id,
    name: row.name,
    mode: row.mode,
    prefix: row.prefix,
    last4: row.last4,
    scopes: row.scopes,
    limits: ownLimits(row.limits) as ApiKey["limits"],
    ip_allow: row.ipAllow,
    disabled: row.disabledAt !== null,
    last_used_at: lastUsedAt === null ? null : new Date(lastUsedAt).toISOString(),
    created_at: row.createdAt.toISOString(),
    expires_at: iso(row.expiresAt),
    revoked_at: iso(row.revokedAt),
  };
}

/** The limits a key has of its own, without those left out. */
export function ownLimits({ requestsPerMinute }: CreateKey["limits"]): Partial<Limits> {
  return requestsPerMinute === undefined ? {} : { requestsPerMinute };
}

export function dateOrNull(iso: string | null): Date | null {
  return iso === null ? null : new Date(iso);
}
