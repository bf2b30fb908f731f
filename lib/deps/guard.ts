/** What a guard function needs: the secrets of its caller, and a log. */
import { logOf } from "#lib/deps/log";
import { type Env, readEnv } from "#lib/env";
import type { GuardAppDeps } from "#lib/surfaces/http/guard-app";

export function guardDeps(env: Env = readEnv()): GuardAppDeps {
  const secrets = [env.DISPATCH_SECRET, env.DISPATCH_SECRET_PREVIOUS];
  return { dispatchSecrets: secrets.filter((secret) => secret !== undefined), log: logOf(env) };
}
