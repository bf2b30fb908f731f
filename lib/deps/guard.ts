/** What a guard function needs: the secrets of its caller, and a log. */
import { type Env, readEnv } from "#lib/env";
import { createLog } from "#lib/platform/telemetry/log";
import type { GuardAppDeps } from "#lib/surfaces/http/guard-app";

export function guardDeps(env: Env = readEnv()): GuardAppDeps {
  return {
    dispatchSecrets: [env.DISPATCH_SECRET, env.DISPATCH_SECRET_PREVIOUS].filter((secret) => secret !== undefined),
    log: createLog(env.LOG_LEVEL, { release: env.VERCEL_GIT_COMMIT_SHA, region: env.VERCEL_REGION }),
  };
}
