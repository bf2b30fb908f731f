/** The memory of a session: sealed turns in a Redis list, newest last, appended atomically, expiring. */
import { newId } from "#lib/ids";
import type { TenantKeys } from "#lib/platform/crypto/tenant-keys";
import type { RedisPort } from "#lib/platform/redis";
import type { Principal } from "#lib/principal";

const MAX_TURNS = 200;

export interface SessionTurn {
  id: string;
  role: "system" | "user" | "assistant" | "tool" | "document";
  text: string;
  created_at_ms: number;
}

export interface Sessions {
  load(principal: Principal, sessionId: string): Promise<SessionTurn[]>;
  append(principal: Principal, sessionId: string, turns: SessionTurn[]): Promise<void>;
  forget(principal: Principal, sessionId: string): Promise<void>;
}

export function createSessions(deps: { redis: RedisPort; keys: TenantKeys; ttlSeconds: number }): Sessions {
  const { redis, keys } = deps;
  return {
    async load(principal, sessionId) {
      const key = sessionKey(principal, sessionId);
      const sealed = await redis.use((client) => client.lrange<string>(key, -MAX_TURNS, -1));
      const opened = await Promise.all(sealed.map((turn) => keys.open(principal.orgId, key, turn).catch(() => null)));
      return opened.filter((turn) => turn !== null).map((turn) => JSON.parse(turn) as SessionTurn);
    },
    async append(principal, sessionId, turns) {
      if (turns.length === 0) return;
      const key = sessionKey(principal, sessionId);
      const named = turns.map((turn) => JSON.stringify({ ...turn, id: newId("turn") }));
      const sealed = await Promise.all(named.map((turn) => keys.seal(principal.orgId, key, turn)));
      await redis.use((client) =>
        client
          .multi()
          .rpush(key, ...sealed)
          .ltrim(key, -MAX_TURNS, -1)
          .expire(key, deps.ttlSeconds)
          .exec(),
      );
    },
    async forget(principal, sessionId) {
      await redis.use((client) => client.del(sessionKey(principal, sessionId)));
    },
  };
}

function sessionKey(principal: Principal, sessionId: string): string {
  return `session:${principal.orgId}:${principal.projectId}:${principal.mode}:${sessionId}`;
}
