/** The router's composition root: the environment in, everything it works with out. */
import type { Database } from "#db/client";
import type { Ports } from "#lib/context";
import { both, connections } from "#lib/deps/connections";
import { breakerStates, guardRoutes, type RouterGuards } from "#lib/deps/guard-routes";
import { type Env, readEnv } from "#lib/env";
import { generateApiKey, hashApiKey } from "#lib/platform/auth/api-key";
import { createAuthenticator } from "#lib/platform/auth/authenticate";
import { createCredentials } from "#lib/platform/auth/credentials";
import { recordLoader } from "#lib/platform/auth/load-record";
import { sessionVerifier } from "#lib/platform/auth/session";
import { announcer } from "#lib/platform/auth/versions";
import { createTenantKeys } from "#lib/platform/crypto/tenant-keys";
import { createDispatch } from "#lib/platform/dispatch/dispatch";
import { createGuardProbe } from "#lib/platform/health/guard-probes";
import { createProbe } from "#lib/platform/health/probes";
import { createIdempotency } from "#lib/platform/idempotency/idempotency";
import { createAddressLimiter } from "#lib/platform/limits/address-limiter";
import { createAdmission } from "#lib/platform/limits/admission";
import { createGate } from "#lib/platform/limits/gate";
import { createSealedStore } from "#lib/platform/memory/sealed-store";
import { createSessions } from "#lib/platform/memory/sessions";
import type { RedisPort } from "#lib/platform/redis";
import { createMetrics } from "#lib/platform/telemetry/metrics";
import { createLedger } from "#lib/platform/usage/ledger";
import type { HttpSettings } from "#lib/surfaces/http/settings";

export interface RouterDeps {
  ports: Ports;
  settings: HttpSettings;
}

export function routerDeps(guards: RouterGuards, env: Env = readEnv(), now: () => number = Date.now): RouterDeps {
  const { redis, db, log } = connections(env, now);
  const metrics = createMetrics({ redis, now });
  const { authenticator, credentials } = identity(env, redis, db, now);
  const onLostUse = (quantity: number) => {
    metrics.count("aiguardian_lost_usage_total", {}, quantity);
    log("usage_lost", { quantity });
  };
  const admit = createAdmission({ redis, now });
  const dispatch = createDispatch(guardRoutes(guards, env, redis, now), now);
  const ports: Ports = {
    db,
    gate: createGate({ authenticator, credentials, admit, ledger: createLedger(db), now, onLostUse }),
    dispatch,
    ...memory(env, redis),
    metrics,
    log,
    probe: createProbe({ db, redis, now }),
    probeGuard: createGuardProbe({ dispatch, now }),
    breakers: () => breakerStates(dispatch, redis),
    issueKey(mode) {
      const made = generateApiKey(mode);
      return { ...made, hash: hashApiKey(made.key, env.API_KEY_PEPPER) };
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

function identity(env: Env, redis: RedisPort, db: Database, now: () => number) {
  const { CLERK_JWT_KEY: jwtKeyPem, CLERK_AUTHORIZED_PARTIES: authorizedParties } = env;
  const credentials = createCredentials({ redis, load: recordLoader(db), now });
  const peppers = both(env.API_KEY_PEPPER, env.API_KEY_PEPPER_PREVIOUS);
  const verifySession = jwtKeyPem === undefined ? null : sessionVerifier({ jwtKeyPem, authorizedParties });
  return { credentials, authenticator: createAuthenticator({ credentials, peppers, verifySession, now }) };
}

/** What is kept for callers between their requests, sealed for their organisation. */
function memory(env: Env, redis: RedisPort) {
  const tenantKeys = createTenantKeys(both(env.ENCRYPTION_KEY, env.ENCRYPTION_KEY_PREVIOUS));
  const sealed = { redis, keys: tenantKeys };
  return {
    tenantKeys,
    sessions: createSessions({ ...sealed, ttlSeconds: env.SESSION_TTL_SECONDS }),
    answerCache: createSealedStore("answer", sealed),
    vault: createSealedStore("vault", sealed),
    idempotency: createIdempotency(sealed),
  };
}
