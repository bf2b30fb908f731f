/**
 * Finds who a credential belongs to: in this instance's memory, then Redis, then the database.
 * A copy is trusted only as far as the version that Redis names with each admitted request
 * (lib/platform/limits/admission-script.ts), or for TRUST_MS while Redis is away.
 */
import type { RedisPort } from "#lib/platform/redis";
import type { Principal } from "#lib/principal";

/** How long a copy may be used without Redis confirming it: the bound on revocation. */
const TRUST_MS = 5_000;
/** How long a credential that is unknown or not usable is refused without looking again. */
const UNKNOWN_MS = 1_000;
const REDIS_TTL_SECONDS = 300;
const MAX_HELD = 5_000;

/** How the database finds a credential: by the HMACs of a key (one per pepper), or by a session's organisation. */
export type Lookup = { kind: "key"; hashes: string[] } | { kind: "session"; clerkOrgId: string };

/** What the database knows of a credential. `expiresAtMs` is null for one that does not expire. */
export interface CredentialRecord {
  principal: Principal;
  active: boolean;
  /** Networks it may be used from, CIDR; empty is anywhere. */
  ipAllow: string[];
  expiresAtMs: number | null;
}

export type LoadRecord = (lookup: Lookup) => Promise<{ record: CredentialRecord; ledgerUsed: number } | null>;

export interface Resolved {
  record: CredentialRecord;
  cacheKey: string;
  /** Set when the record was just read from the database: Redis does not know it yet. */
  fresh: { ledgerUsed: number; json: string; ttlSeconds: number } | null;
}

export interface Credentials {
  /** @returns null for a credential nobody has. @throws when neither Redis nor the database answers. */
  resolve(lookup: Lookup): Promise<Resolved | null>;
  /** Reads from the database whatever copies say. */
  reload(lookup: Lookup): Promise<Resolved | null>;
  /** Redis has just confirmed the copy. */
  confirmed(cacheKey: string): void;
  /** Is the copy young enough to be used although Redis did not confirm it? */
  trusted(cacheKey: string): boolean;
}

interface Held {
  record: CredentialRecord | null;
  checkedAtMs: number;
}

export function createCredentials(deps: { redis: RedisPort; load: LoadRecord; now: () => number }): Credentials {
  const held = new Map<string, Held>();

  function hold(cacheKey: string, record: CredentialRecord | null): void {
    held.delete(cacheKey);
    held.set(cacheKey, { record, checkedAtMs: deps.now() });
    const oldest = held.keys().next();
    if (held.size > MAX_HELD && !oldest.done) held.delete(oldest.value);
  }

  async function reload(lookup: Lookup): Promise<Resolved | null> {
    const cacheKey = cacheKeyOf(lookup);
    const found = await deps.load(lookup);
    hold(cacheKey, found?.record ?? null);
    if (found === null) return null;
    const fresh = { ledgerUsed: found.ledgerUsed, json: JSON.stringify(found.record), ttlSeconds: REDIS_TTL_SECONDS };
    return { record: found.record, cacheKey, fresh };
  }

  return {
    reload,
    async resolve(lookup) {
      const cacheKey = cacheKeyOf(lookup);
      const known = held.get(cacheKey);
      if (known?.record && isUsable(known.record, deps.now())) return { record: known.record, cacheKey, fresh: null };
      if (known !== undefined && deps.now() - known.checkedAtMs < UNKNOWN_MS) return null;
      // What is refused here never reaches Redis, which would tell that it was enabled again.
      if (known?.record) return reload(lookup);
      const cached = await deps.redis.use((redis) => redis.get<string>(cacheKey)).catch(() => null);
      if (cached === null) return reload(lookup);
      const record = parseRecord(cached);
      if (record === null) return reload(lookup);
      held.set(cacheKey, { record, checkedAtMs: 0 });
      return { record, cacheKey, fresh: null };
    },
    confirmed(cacheKey) {
      const known = held.get(cacheKey);
      if (known) known.checkedAtMs = deps.now();
    },
    trusted(cacheKey) {
      const known = held.get(cacheKey);
      return known?.record != null && deps.now() - known.checkedAtMs < TRUST_MS;
    },
  };
}

export function isUsable({ active, expiresAtMs }: CredentialRecord, now: number): boolean {
  return active && (expiresAtMs === null || expiresAtMs > now);
}

function parseRecord(json: string): CredentialRecord | null {
  try {
    const record = JSON.parse(json) as CredentialRecord;
    return typeof record.principal.orgId === "string" && typeof record.active === "boolean" ? record : null;
  } catch {
    return null;
  }
}

function cacheKeyOf(lookup: Lookup): string {
  return lookup.kind === "key" ? `cred:${lookup.hashes[0]}` : `cred:session:${lookup.clerkOrgId}`;
}
