/** The router's composition root: the environment in, everything it works with out. */
import { connect } from "#db/client";
import type { Ports } from "#lib/context";
import { type Env, readEnv } from "#lib/env";
import { GUARD_IDS, type GuardId, type RunnableGuard } from "#lib/guards/guard";
import { generateApiKey, hashApiKey } from "#lib/platform/auth/api-key";
import { createAuthenticator } from "#lib/platform/auth/authenticate";
import { createCredentials } from "#lib/platform/auth/credentials";
import { recordLoader } from "#lib/platform/auth/load-record";
import { sessionVerifier } from "#lib/platform/auth/session";
import { announcer } from "#lib/platform/auth/versions";
import { createTenantKeys } from "#lib/platform/crypto/tenant-keys";
import { createDispatch, type Dispatch, type Routes } from "#lib/platform/dispatch/dispatch";
import { inline } from "#lib/platform/dispatch/inline";
import { isGuardFailure, remote } from "#lib/platform/dispatch/remote";
import { createSharedBreaker } from "#lib/platform/dispatch/shared-breaker";
import { createGuardProbe } from "#lib/platform/health/guard-probes";
import { createProbe } from "#lib/platform/health/probes";
import { createIdempotency } from "#lib/platform/idempotency/idempotency";
import { createAddressLimiter } from "#lib/platform/limits/address-limiter";
import { createAdmission } from "#lib/platform/limits/admission";
import { createGate } from "#lib/platform/limits/gate";
import { createSealedStore } from "#lib/platform/memory/sealed-store";
import { createSessions } from "#lib/platform/memory/sessions";
import { createRedis, type RedisPort } from "#lib/platform/redis";
import { createLog } from "#lib/platform/telemetry/log";
import { createMetrics } from "#lib/platform/telemetry/metrics";
import { createLedger } from "#lib/platform/usage/ledger";
import type { HttpSettings } from "#lib/surfaces/http/settings";

export interface RouterGuards {
  /** Guards in the router's own bundle. One that is not here is always remote. */
  inline: Partial<Record<GuardId, RunnableGuard>>;
  /** Cheaper engines that answer when a guard cannot. */
  fallback: Partial<Record<GuardId, RunnableGuard>>;
}

export interface RouterDeps {
  ports: Ports;
  settings: HttpSettings;
}

export function routerDeps(guards: RouterGuards, env: Env = readEnv(), now: () => number = Date.now): RouterDeps {
  const log = createLog(env.LOG_LEVEL, { release: env.VERCEL_GIT_COMMIT_SHA, region: env.VERCEL_REGION });
  const redis = createRedis({
    url: env.REDIS_REST_URL,
    token: env.REDIS_REST_TOKEN,
    timeoutMs: env.REDIS_TIMEOUT_MS,
    now,
  });
  const db = connect(env.DATABASE_URL, { httpUrl: env.DATABASE_HTTP_URL, timeoutMs: env.DATABASE_TIMEOUT_MS });
  const metrics = createMetrics({ redis, now });
  const tenantKeys = createTenantKeys(both(env.ENCRYPTION_KEY, env.ENCRYPTION_KEY_PREVIOUS));
  const credentials = createCredentials({ redis, load: recordLoader(db), now });
  const peppers = both(env.API_KEY_PEPPER, env.API_KEY_PEPPER_PREVIOUS);
  const verifySession =
    env.CLERK_JWT_KEY === undefined
      ? null
      : sessionVerifier({ jwtKeyPem: env.CLERK_JWT_KEY, authorizedParties: env.CLERK_AUTHORIZED_PARTIES });
  const authenticator = createAuthenticator({ credentials, peppers, verifySession, now });
  const onLostUse = (quantity: number) => {
    metrics.count("aiguardian_lost_usage_total", {}, quantity);
    log("usage_lost", { quantity });
  };
  const gate = createGate({
    authenticator,
    credentials,
    admit: createAdmission({ redis, now }),
    ledger: createLedger(db),
    now,
    onLostUse,
  });
  const dispatch = createDispatch(guardRoutes(guards, env, redis, now), now);
  const ports: Ports = {
    db,
    gate,
    dispatch,
    sessions: createSessions({ redis, keys: tenantKeys, ttlSeconds: env.SESSION_TTL_SECONDS }),
    answerCache: createSealedStore("answer", { redis, keys: tenantKeys }),
    vault: createSealedStore("vault", { redis, keys: tenantKeys }),
    tenantKeys,
    metrics,
    log,
    idempotency: createIdempotency({ redis, keys: tenantKeys }),
    probe: createProbe({ db, redis, now }),
    probeGuard: createGuardProbe({ dispatch, now }),
    breakers: () => breakerStates(dispatch, redis),
    async issueKey(mode) {
      const made = generateApiKey(mode);
      return { ...made, hash: await hashApiKey(made.key, env.API_KEY_PEPPER) };
    },
    announceVersion: announcer(redis),
    now,
  };
  const settings: HttpSettings = {
    authenticator,
    addressLimiter: createAddressLimiter({ redis, now }),
    webOrigins: env.WEB_ORIGINS,
    metricsToken: env.METRICS_TOKEN,
    clerkPublishableKey: env.CLERK_PUBLISHABLE_KEY ?? null,
    release: env.VERCEL_GIT_COMMIT_SHA,
  };
  return { ports, settings };
}

function guardRoutes(guards: RouterGuards, env: Env, redis: RedisPort, now: () => number): Routes {
  const baseUrl = env.GUARDS_BASE_URL ?? `https://${env.VERCEL_URL ?? "localhost"}`;
  const { DISPATCH_SECRET: secret, VERCEL_AUTOMATION_BYPASS_SECRET: bypassSecret } = env;
  const entries = GUARD_IDS.map((guard) => {
    const own = guards.inline[guard];
    const mode = own === undefined ? "remote" : (env.GUARD_DISPATCH[guard] ?? "inline");
    const breaker = createSharedBreaker(`guard:${guard}`, redis, {
      now,
      failuresToOpen: 5,
      openMs: 10_000,
      isFailure: isGuardFailure,
    });
    const run =
      mode === "inline" && own !== undefined
        ? inline(own)
        : remote({ guard, baseUrl, secret, bypassSecret, breaker, now });
    const fallback = mode === "remote" ? (own ?? guards.fallback[guard] ?? null) : (guards.fallback[guard] ?? null);
    return [guard, { mode, run, fallback, sharedState: breaker.sharedState }] as const;
  });
  return Object.fromEntries(entries) as Routes;
}

async function breakerStates(dispatch: Dispatch, redis: RedisPort) {
  const remotes = GUARD_IDS.filter((guard) => dispatch.routes[guard].mode === "remote");
  const states = await Promise.all(
    remotes.map(async (guard) => [`guard:${guard}`, await dispatch.routes[guard].sharedState()] as const),
  );
  return { redis: redis.breaker.state(), ...Object.fromEntries(states) };
}

function both(current: string, previous: string | undefined): string[] {
  return previous === undefined ? [current] : [current, previous];
}
