/** Asks Redis whether a principal may go on, and counts the use in the same step. */
import * as z from "zod";
import { ADMISSION_SCRIPT } from "#lib/platform/limits/admission-script";
import { createLocalLimiter } from "#lib/platform/limits/local-limiter";
import { WINDOW_MS, type Window, windowStart } from "#lib/platform/limits/window";
import type { RedisPort } from "#lib/platform/redis";
import { monthOf, type UsageLine, usageField } from "#lib/platform/usage/line";
import type { Principal } from "#lib/principal";

export interface Charge {
  service: string;
  /** How many requests this counts for: 1, or the number of items of a batch. */
  cost: number;
  /** Account routes are limited, not metered. */
  metered: boolean;
}

export interface Admission {
  /** `stale`: the credential changed since it was read; read it again and ask again. */
  outcome: "granted" | "limited" | "exhausted" | "stale";
  window: Window;
  /** Live requests of the organisation this month, this one included; null while Redis is away. */
  quotaUsed: number | null;
  /** True when Redis did not answer and the limiter of this instance decided. */
  degraded: boolean;
  /** What was counted: in Redis, or (degraded) still to be written to the ledger; null when not metered. */
  usage: UsageLine | null;
}

/** The record to install with the first use of a credential that was read from the database. */
export interface FreshRecord {
  cacheKey: string;
  json: string;
  ttlSeconds: number;
  /** Live requests this month according to the ledger: where the counter starts when Redis lost it. */
  ledgerUsed: number;
}

export type Admit = (principal: Principal, charge: Charge, fresh: FreshRecord | null) => Promise<Admission>;

export const orgKey = (orgId: string): string => `org:${orgId}`;
export const PENDING_USAGE = "usage:pending";

const Count = z.coerce.number().finite();
const ScriptReply = z.tuple([z.enum(["granted", "limited", "exhausted", "stale"]), Count, Count, Count, Count]);

export function createAdmission(deps: { redis: RedisPort; now: () => number }): Admit {
  const local = createLocalLimiter();
  return async function admit(principal, charge, fresh) {
    const now = deps.now();
    const usage = charge.metered ? usageLine(principal, charge, now) : null;
    try {
      const reply = await ask(deps.redis, principal, { usage, cost: charge.cost }, fresh, now);
      const [outcome, start, previous, current, spent] = reply;
      return { outcome, window: { startMs: start, previous, current }, quotaUsed: spent, degraded: false, usage };
    } catch {
      return { ...local(principal, charge.cost, now), quotaUsed: null, degraded: true, usage };
    }
  };
}

type Use = { usage: UsageLine | null; cost: number };

function ask(redis: RedisPort, principal: Principal, use: Use, fresh: FreshRecord | null, now: number) {
  const { limits } = principal;
  const [orgVersion = "0", keyVersion = "0"] = principal.version.split(".");
  const countsTowardsQuota = use.usage?.mode === "live";
  const quota = limits.requestsPerMonth === null || limits.overage ? -1 : limits.requestsPerMonth;
  const keys = [orgKey(principal.orgId), PENDING_USAGE, fresh?.cacheKey ?? "none"];
  const args = [
    principal.credentialId,
    orgVersion,
    keyVersion,
    windowStart(now),
    WINDOW_MS,
    now,
    limits.requestsPerMinute,
    quota,
    monthOf(now),
    use.usage === null ? "" : usageField(use.usage),
    use.cost,
    countsTowardsQuota ? 1 : 0,
    fresh?.json ?? "",
    fresh?.ttlSeconds ?? 0,
    fresh?.ledgerUsed ?? 0,
    principal.identityId,
  ];
  return redis.script(ADMISSION_SCRIPT, keys, args, (reply) => ScriptReply.parse(reply));
}

function usageLine(principal: Principal, charge: Charge, now: number): UsageLine {
  const { orgId, projectId, identityId, mode } = principal;
  return {
    orgId,
    projectId,
    credentialId: identityId,
    mode,
    service: charge.service,
    hourMs: now - (now % 3_600_000),
    quantity: charge.cost,
  };
}
