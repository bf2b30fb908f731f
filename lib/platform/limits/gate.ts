/** Lets a caller through or refuses: is the credential current, is there rate and quota left. Counts the use. */
import { AppError } from "#lib/errors";
import { newId } from "#lib/ids";
import type { Authenticated, Authenticator } from "#lib/platform/auth/authenticate";
import type { Credentials } from "#lib/platform/auth/credentials";
import type { Admission, Admit, Charge } from "#lib/platform/limits/admission";
import { rateLimitHeaders } from "#lib/platform/limits/headers";
import { windowWaitMs } from "#lib/platform/limits/window";
import type { Ledger } from "#lib/platform/usage/ledger";
import type { UsageLine } from "#lib/platform/usage/line";
import type { Principal } from "#lib/principal";

export interface Passage {
  principal: Principal;
  /** RateLimit headers for the answer. */
  headers: Record<string, string>;
  /** Redis was away: the limiter of this instance decided, and the use goes to the ledger directly. */
  degraded: boolean;
}

export type Gate = (caller: Authenticated, charge: Charge, defer: (work: Promise<unknown>) => void) => Promise<Passage>;

interface GateDeps {
  authenticator: Authenticator;
  credentials: Credentials;
  admit: Admit;
  ledger: Ledger;
  now: () => number;
  /** Told when a use could not be written anywhere. */
  onLostUse: (quantity: number) => void;
}

/** A credential may change twice while it is being read; more often is not worth waiting for. */
const MAX_READS = 3;
const LEDGER_ATTEMPTS = 3;

export function createGate(deps: GateDeps): Gate {
  async function ask(caller: Authenticated, charge: Charge): Promise<{ caller: Authenticated; admission: Admission }> {
    let current = caller;
    for (let reads = 0; reads < MAX_READS; reads++) {
      const { fresh, cacheKey } = current.resolved;
      const admission = await deps.admit(current.principal, charge, fresh === null ? null : { cacheKey, ...fresh });
      if (admission.outcome !== "stale") return { caller: current, admission };
      current = await deps.authenticator.refresh(current);
    }
    throw new AppError("unavailable", "The credential is being changed. Try again shortly.", {
      headers: { "Retry-After": "1" },
    });
  }

  /** The batch id stays the same over all attempts: one that only seemed to fail is not written again. */
  async function settle(usage: UsageLine): Promise<void> {
    const batchId = newId("usageBatch");
    for (let attempt = 1; attempt <= LEDGER_ATTEMPTS; attempt++) {
      const written = await deps.ledger.record(batchId, [usage]).then(
        () => true,
        () => false,
      );
      if (written) return;
    }
    deps.onLostUse(usage.quantity);
  }

  return async function pass(caller, charge, defer) {
    const asked = await ask(caller, charge);
    const { admission } = asked;
    let { principal } = asked.caller;
    const { cacheKey } = asked.caller.resolved;
    if (!admission.degraded) deps.credentials.confirmed(cacheKey);
    else if (!deps.credentials.trusted(cacheKey))
      principal = (await deps.authenticator.refresh(asked.caller)).principal;
    const headers = rateLimitHeaders(principal.limits, admission, deps.now());
    if (admission.outcome === "limited") throw limited(admission, principal, charge.cost, headers, deps.now());
    if (admission.outcome === "exhausted") throw exhausted(principal, headers);
    if (admission.degraded && admission.usage !== null) defer(settle(admission.usage));
    return { principal, headers, degraded: admission.degraded };
  };
}

function limited(
  admission: Admission,
  principal: Principal,
  cost: number,
  headers: Record<string, string>,
  now: number,
) {
  const { requestsPerMinute: limit } = principal.limits;
  const seconds = Math.max(1, Math.ceil(windowWaitMs(admission.window, limit, cost, now) / 1_000));
  const message =
    cost > limit
      ? `This call counts as ${cost} requests, more than the limit of ${limit} a minute. Send fewer items.`
      : `The limit of ${limit} requests a minute is reached. Try again in ${seconds} s.`;
  return new AppError("rate_limited", message, { headers: { ...headers, "Retry-After": String(seconds) } });
}

function exhausted(principal: Principal, headers: Record<string, string>) {
  const quota = principal.limits.requestsPerMonth;
  const message = `The plan's ${quota} requests for this month are used up. Upgrade the plan, or wait for the next month (UTC).`;
  return new AppError("quota_spent", message, { headers });
}
