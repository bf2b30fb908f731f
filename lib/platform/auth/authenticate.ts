/** From a bearer token to a principal. Whatever is malformed is refused before any network call. */
import { AppError } from "#lib/errors";
import { apiKeyMode, hashApiKey } from "#lib/platform/auth/api-key";
import type { Credentials, Lookup, Resolved } from "#lib/platform/auth/credentials";
import type { Session } from "#lib/platform/auth/session";
import type { Principal } from "#lib/principal";

/** A principal with what is needed to check again that it is current. */
export interface Authenticated {
  principal: Principal;
  lookup: Lookup;
  resolved: Resolved;
}

export interface Authenticator {
  /** @throws {AppError} unauthenticated, or unavailable when nothing can say whether the credential is good. */
  authenticate(token: string | null): Promise<Authenticated>;
  /** The same credential, read from the database again. */
  refresh(authenticated: Authenticated): Promise<Authenticated>;
}

interface AuthenticatorDeps {
  credentials: Credentials;
  /** Current pepper first, then the one before it. */
  peppers: string[];
  verifySession: ((token: string) => Promise<Session | null>) | null;
  now: () => number;
}

const HOW_TO = "Send an API key as `Authorization: Bearer <key>` or `X-API-Key: <key>`.";

export function createAuthenticator(deps: AuthenticatorDeps): Authenticator {
  async function finish(lookup: Lookup, find: (lookup: Lookup) => Promise<Resolved | null>, session: Session | null) {
    const resolved = await find(lookup).catch((cause) => {
      throw new AppError("unavailable", "The credential cannot be checked at the moment. Try again shortly.", {
        headers: { "Retry-After": "2" },
        cause,
      });
    });
    if (resolved === null || !isActive(resolved, deps.now()))
      throw refused("This credential is unknown, revoked or expired.");
    const { principal } = resolved.record;
    if (session === null) return { principal, lookup, resolved };
    const scopes = session.scopes;
    return { principal: { ...principal, userId: session.userId, scopes }, lookup, resolved };
  }

  async function authenticateKey(token: string): Promise<Authenticated> {
    const hashes = await Promise.all(deps.peppers.map((pepper) => hashApiKey(token, pepper)));
    return finish({ kind: "key", hashes }, deps.credentials.resolve, null);
  }

  async function authenticateSession(token: string): Promise<Authenticated> {
    const session = (await deps.verifySession?.(token)) ?? null;
    if (session === null)
      throw refused("The session token is not valid here: expired, of another party, or without an organisation.");
    return finish({ kind: "session", clerkOrgId: session.clerkOrgId }, deps.credentials.resolve, session);
  }

  return {
    async authenticate(token) {
      if (token === null) throw refused("No credential was sent.");
      if (apiKeyMode(token) !== null) return authenticateKey(token);
      if (token.split(".").length === 3) return authenticateSession(token);
      throw refused("This is not a well-formed API key: a character may be missing or mistyped.");
    },
    async refresh({ lookup, principal }) {
      const session =
        lookup.kind === "session" && principal.userId !== null
          ? { userId: principal.userId, clerkOrgId: lookup.clerkOrgId, scopes: principal.scopes }
          : null;
      return finish(lookup, deps.credentials.reload, session);
    },
  };
}

function isActive({ record }: Resolved, now: number): boolean {
  return record.active && (record.expiresAtMs === null || record.expiresAtMs > now);
}

function refused(what: string): AppError {
  return new AppError("unauthenticated", `${what} ${HOW_TO}`, {
    headers: { "WWW-Authenticate": 'Bearer realm="aiguardian"' },
  });
}
