/** Tells Redis that a credential changed, so that every instance reads it anew with its next request. */
import { orgKey } from "#lib/platform/limits/admission";
import type { RedisPort } from "#lib/platform/redis";

const ATTEMPTS = 3;

/** KEYS organisation hash · ARGV field, version. A version never goes back. */
const RAISE = `
local held = tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or '-1')
if held < tonumber(ARGV[2]) then redis.call('HSET', KEYS[1], ARGV[1], ARGV[2]) end
return 1
`;

/** @throws when Redis cannot be told, after some attempts. */
export function announcer(redis: RedisPort) {
  return async function announceVersion(orgId: string, credentialId: string, version: number): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await redis.script(RAISE, [orgKey(orgId)], [`v:${credentialId}`, version], () => {});
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
      }
    }
  };
}
