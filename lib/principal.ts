/** Who is calling, and what the organisation may use. */

export const SCOPES = [
  "guards:run",
  "keys:read",
  "keys:write",
  "usage:read",
  "policies:read",
  "policies:write",
  "audit:read",
  "sessions:read",
  "sessions:write",
  "vault:read",
] as const;
export type Scope = (typeof SCOPES)[number];

/** What a key created without `scopes` may do. */
export const DEFAULT_SCOPES: readonly Scope[] = ["guards:run", "sessions:read", "sessions:write"];

export interface Limits {
  /** Requests a minute, sliding window, for each credential. */
  requestsPerMinute: number;
  /** Live requests a calendar month (UTC) for the organisation; null is unlimited. */
  requestsPerMonth: number | null;
  /** Whether requests above the monthly quota are served and billed. */
  overage: boolean;
}

export interface Principal {
  kind: "key" | "session";
  orgId: string;
  projectId: string;
  /** The API key, or `session:<organisation>` for people. */
  credentialId: string;
  /** What limits and usage are counted under: stays the same when a key is rerolled. */
  identityId: string;
  userId: string | null;
  mode: "live" | "test";
  scopes: readonly Scope[];
  limits: Limits;
  /** Bumped with every change to the key or its organisation; compared with Redis on each request. */
  version: string;
}
