/** What the scheduled jobs work with. */
import { connect } from "#db/client";
import { type Env, readEnv } from "#lib/env";
import { createRedis } from "#lib/platform/redis";
import { createLog } from "#lib/platform/telemetry/log";
import { createDrain } from "#lib/platform/usage/drain";
import { createLedger } from "#lib/platform/usage/ledger";
import type { CronDeps } from "#lib/surfaces/http/cron-app";

export function cronDeps(env: Env = readEnv(), now: () => number = Date.now): CronDeps {
  const redis = createRedis({
    url: env.REDIS_REST_URL,
    token: env.REDIS_REST_TOKEN,
    timeoutMs: env.REDIS_TIMEOUT_MS,
    now,
  });
  const db = connect(env.DATABASE_URL, { httpUrl: env.DATABASE_HTTP_URL, timeoutMs: env.DATABASE_TIMEOUT_MS });
  const drain = createDrain({ redis, ledger: createLedger(db), now });
  return {
    secret: env.CRON_SECRET,
    jobs: { "drain-usage": async () => ({ ...(await drain()) }) },
    log: createLog(env.LOG_LEVEL, { release: env.VERCEL_GIT_COMMIT_SHA, region: env.VERCEL_REGION }),
  };
}
