import type { Env } from "#lib/env";
import { createLog, type Log } from "#lib/platform/telemetry/log";

export function logOf(env: Env): Log {
  return createLog(env.LOG_LEVEL, { release: env.VERCEL_GIT_COMMIT_SHA, region: env.VERCEL_REGION });
}
