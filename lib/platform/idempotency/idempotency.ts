/**
 * Same key, same effect (draft-ietf-httpapi-idempotency-key-header). The first request takes a lock
 * of a minute, its answer is kept sealed for a day. Scope: organisation, mode, operation, key.
 */
import type { TenantKeys } from "#lib/platform/crypto/tenant-keys";
import type { RedisPort } from "#lib/platform/redis";
import type { Principal } from "#lib/principal";

const LOCK_SECONDS = 60;
const KEEP_SECONDS = 86_400;

export interface StoredReply {
  status: number;
  body: string;
}

export type Begun =
  | { kind: "new"; finish(reply: StoredReply): Promise<void>; abandon(): Promise<void> }
  | { kind: "replay"; reply: StoredReply }
  | { kind: "in_flight" }
  | { kind: "mismatch" };

export interface Idempotency {
  /** @throws when Redis is away. */
  begin(principal: Principal, operation: string, key: string, body: unknown): Promise<Begun>;
}

export function createIdempotency(deps: { redis: RedisPort; keys: TenantKeys }): Idempotency {
  const { redis, keys } = deps;
  return {
    async begin(principal, operation, key, body) {
      const redisKey = `idem:${principal.orgId}:${principal.mode}:${operation}:${await sha256(key)}`;
      const fingerprint = await sha256(JSON.stringify(body));
      const lock = `pending ${fingerprint}`;
      const taken = await redis.use((client) => client.set(redisKey, lock, { nx: true, ex: LOCK_SECONDS }));
      if (taken !== null) {
        return {
          kind: "new",
          async finish(reply) {
            const sealed = await keys.seal(principal.orgId, redisKey, JSON.stringify(reply));
            await redis.use((client) => client.set(redisKey, `done ${fingerprint} ${sealed}`, { ex: KEEP_SECONDS }));
          },
          async abandon() {
            await redis.use((client) => client.del(redisKey));
          },
        };
      }
      const held = await redis.use((client) => client.get<string>(redisKey));
      if (held === null) return { kind: "in_flight" };
      const [state, before, sealed = ""] = held.split(" ");
      if (before !== fingerprint) return { kind: "mismatch" };
      if (state === "pending") return { kind: "in_flight" };
      return { kind: "replay", reply: JSON.parse(await keys.open(principal.orgId, redisKey, sealed)) as StoredReply };
    },
  };
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
