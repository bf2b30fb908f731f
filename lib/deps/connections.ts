/** The connections that several composition roots need. */
import { connect } from "#db/client";
import { logOf } from "#lib/deps/log";
import type { Env } from "#lib/env";
import { createRedis } from "#lib/platform/redis";

export function connections(env: Env, now: () => number) {
  const { REDIS_REST_URL: url, REDIS_REST_TOKEN: token, REDIS_TIMEOUT_MS: timeoutMs } = env;
  return {
    redis: createRedis({ url, token, timeoutMs, now }),
    db: connect(env.DATABASE_URL, { httpUrl: env.DATABASE_HTTP_URL, timeoutMs: env.DATABASE_TIMEOUT_MS }),
    log: logOf(env),
  };
}

/** A secret and the one before it, for rotation: the current one first. */
export function both(current: string, previous: string | undefined): string[] {
  return previous === undefined ? [current] : [current, previous];
}
