/** From a bearer token to a principal. Whatever is malformed is refused before any network call. */
import { AppError } from "#lib/errors";
import { isAllowedFrom } from "#lib/platform/auth/address";
import { apiKeyMode, hashApiKey } from "#lib/platform/auth/api-key";
import { type Credentials, isUsable, type Lookup, type Resolved } from "#lib/platform/auth/credentials";
import type { Session } from "#lib/platform/auth/session";
import type { Principal } from "#lib/principal";

/** A principal with what is needed to check again that it is current. */
export interface Authenticated {
  principal: Principal;
  lookup: Lookup;
  resolved: Resolved;
  /** Network address of the caller. */
  address: string;
}

export interface Authenticator {
  /** @throws {AppError} unauthenticated, or unavailable when nothing can say whether the credential is good. */
  authenticate(token: string | null, address: string): Promise<Authenticated>;
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
  type Find = (lookup: Lookup) => Promise<Resolved | null>;
  type Caller = { lookup: Lookup; session: Session | null; address: string };

  async function identify({ lookup, session, address }: Caller, find: Find): Promise<Authenticated> {
    const resolved = await find(lookup).catch((cause) => {
      const message = "The credential cannot be checked at the moment. Try again shortly.";
      throw new AppError("unavailable", message, { headers: { "Retry-After": "2" }, cause });
    });
    if (resolved === null || !isUsable(resolved.record, deps.now())) {
      throw refused("This credential is unknown, disabled, revoked or expired.");
    }
    if (!isAllowedFrom(resolved.record.ipAllow, address)) {
      const message = "The key has a list of networks it may be used from, and this address is in none of them.";
      throw new AppError("address_refused", message);
    }
    const { principal } = resolved.record;
    const person = session === null ? {} : { userId: session.userId, scopes: session.scopes };
    return { principal: { ...principal, ...person }, lookup, resolved, address };
  }

  async function authenticateKey(token: string, address: string): Promise<Authenticated> {
    const hashes = deps.peppers.map((pepper) => hashApiKey(token, pepper));
    return identify({ lookup: { kind: "key", hashes }, session: null, address }, deps.credentials.resolve);
  }

  async function authenticateSession(token: string, address: string): Promise<Authenticated> {
    const session = (await deps.verifySession?.(token)) ?? null;
    if (session === null) {
      throw refused("The session token is not valid here: expired, of another party, or without an organisation.");
    }
    const lookup = { kind: "session", clerkOrgId: session.clerkOrgId } as const;
    return identify({ lookup, session, address }, deps.credentials.resolve);
  }

  return {
    async authenticate(token, address) {
      if (token === null) throw refused("No credential was sent.");
      if (apiKeyMode(token) !== null) return authenticateKey(token, address);
      if (token.split(".").length === 3) return authenticateSession(token, address);
      throw refused("This is not a well-formed API key: a character may be missing or mistyped.");
    },
    async refresh({ lookup, principal, address }) {
      const { userId, scopes } = principal;
      const session =
        lookup.kind === "session" && userId !== null ? { userId, clerkOrgId: lookup.clerkOrgId, scopes } : null;
      return identify({ lookup, session, address }, deps.credentials.reload);
    },
  };
}

function refused(what: string): AppError {
  return new AppError("unauthenticated", `${what} ${HOW_TO}`, {
    headers: { "WWW-Authenticate": 'Bearer realm="aiguardian"' },
  });
}
