/** What a use case gets besides its input: who asks, and the ports to everything outside. */
import type { Database } from "#db/client";
import type { NewApiKey } from "#lib/platform/auth/api-key";
import type { Authenticated } from "#lib/platform/auth/authenticate";
import type { BreakerState } from "#lib/platform/breaker";
import type { TenantKeys } from "#lib/platform/crypto/tenant-keys";
import type { Dispatch } from "#lib/platform/dispatch/dispatch";
import type { ProbeGuard } from "#lib/platform/health/guard-probes";
import type { Probe } from "#lib/platform/health/probes";
import type { Idempotency } from "#lib/platform/idempotency/idempotency";
import type { Gate } from "#lib/platform/limits/gate";
import type { SealedStore } from "#lib/platform/memory/sealed-store";
import type { Sessions } from "#lib/platform/memory/sessions";
import type { Log } from "#lib/platform/telemetry/log";
import type { Metrics } from "#lib/platform/telemetry/metrics";
import type { Principal } from "#lib/principal";

/** The outside world, built once by a composition root in lib/deps. */
export interface Ports {
  db: Database;
  gate: Gate;
  dispatch: Dispatch;
  sessions: Sessions;
  answerCache: SealedStore;
  vault: SealedStore;
  tenantKeys: TenantKeys;
  metrics: Metrics;
  log: Log;
  idempotency: Idempotency;
  probe: Probe;
  probeGuard: ProbeGuard;
  breakers: () => Promise<Record<string, BreakerState>>;
  issueKey: (mode: "live" | "test") => NewApiKey & { hash: string };
  /** Makes every copy of a credential stale. @throws when Redis cannot be told. */
  announceVersion: (orgId: string, credentialId: string, version: number) => Promise<void>;
  now: () => number;
}

/** One request on its way: what is known before anybody is identified. */
export interface RequestContext {
  requestId: string;
  traceparent: string | null;
  /** Goes on after the answer was sent. */
  defer: (work: Promise<unknown>) => void;
  /** Headers for the answer, e.g. RateLimit. */
  answerHeaders: Headers;
  ports: Ports;
}

/** A request by somebody. */
export interface Context extends RequestContext {
  caller: Authenticated;
  principal: Principal;
}
