/** The one Redis client: Upstash over HTTP, one attempt, a hard time limit, and a breaker in front. */
import { Redis } from "@upstash/redis";
import { type Breaker, createBreaker } from "#lib/platform/breaker";

export interface RedisPort {
  /** @throws when Redis refuses, is late, or was failing a moment ago. */
  use<T>(work: (redis: Redis) => Promise<T>): Promise<T>;
  /**
   * Runs a Lua script by its hash, sending its text only when Redis does not know it.
   * @param read checks the reply; what it throws counts as a failure of Redis, since something else may be answering
   * @throws as `use`
   */
  script<T>(lua: string, keys: string[], args: (string | number)[], read: (reply: unknown) => T): Promise<T>;
  breaker: Breaker;
}

export function createRedis(options: { url: string; token: string; timeoutMs: number; now: () => number }): RedisPort {
  const redis = new Redis({
    url: options.url,
    token: options.token,
    retry: false,
    enableAutoPipelining: false,
    enableTelemetry: false,
    automaticDeserialization: false,
    signal: () => AbortSignal.timeout(options.timeoutMs),
  });
  const breaker = createBreaker({ now: options.now, failuresToOpen: 5, openMs: 2_000 });
  const scripts = new Map<string, ReturnType<Redis["createScript"]>>();

  /** Kept, since a script's hash is computed when it is first run. */
  function scriptOf(lua: string) {
    const made = scripts.get(lua) ?? redis.createScript(lua);
    scripts.set(lua, made);
    return made;
  }

  return {
    breaker,
    script: (lua, keys, args, read) => breaker.run(async () => read(await scriptOf(lua).exec(keys, args.map(String)))),
    use: (work) => breaker.run(() => work(redis)),
  };
}
