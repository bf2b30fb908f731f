/** What the scheduled jobs work with. */
import { connections } from "#lib/deps/connections";
import { type Env, readEnv } from "#lib/env";
import { createDrain } from "#lib/platform/usage/drain";
import { createLedger } from "#lib/platform/usage/ledger";
import type { CronDeps } from "#lib/surfaces/http/cron-app";

export function cronDeps(env: Env = readEnv(), now: () => number = Date.now): CronDeps {
  const { redis, db, log } = connections(env, now);
  const drain = createDrain({ redis, ledger: createLedger(db), now });
  return { secret: env.CRON_SECRET, jobs: { "drain-usage": async () => ({ ...(await drain()) }) }, log };
}
