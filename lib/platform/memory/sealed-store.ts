/** Values kept for a while in Redis, sealed for one organisation: cached answers, vaults, idempotent replies. */
import type { TenantKeys } from "#lib/platform/crypto/tenant-keys";
import type { RedisPort } from "#lib/platform/redis";
import type { Principal } from "#lib/principal";

export interface SealedStore {
  get(principal: Principal, name: string): Promise<string | null>;
  set(principal: Principal, name: string, value: string, ttlSeconds: number): Promise<void>;
}

/** @param kind what is kept, the first part of every Redis key, e.g. `vault`. */
export function createSealedStore(kind: string, deps: { redis: RedisPort; keys: TenantKeys }): SealedStore {
  const keyOf = ({ orgId, projectId, mode }: Principal, name: string) =>
    `${kind}:${orgId}:${projectId}:${mode}:${name}`;
  return {
    async get(principal, name) {
      const key = keyOf(principal, name);
      const sealed = await deps.redis.use((client) => client.get<string>(key));
      return sealed === null ? null : deps.keys.open(principal.orgId, key, sealed);
    },
    async set(principal, name, value, ttlSeconds) {
      const key = keyOf(principal, name);
      const sealed = await deps.keys.seal(principal.orgId, key, value);
      await deps.redis.use((client) => client.set(key, sealed, { ex: ttlSeconds }));
    },
  };
}
