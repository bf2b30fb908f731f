/** An issuer that signs real session tokens in Clerk's shape, so that verification is never skipped on a laptop. */

import { clerkHandler } from "#scripts/standins/clerk/handler";
import { type SessionClaims, signSession } from "#scripts/standins/clerk/session-token";
import { loadSigningKey } from "#scripts/standins/clerk/signing-key";
import { serve } from "#scripts/standins/http";

export interface ClerkOptions {
  port?: number | undefined;
  /** Where the signing key is kept; a new key at each start without it. */
  stateFile?: string | undefined;
  /** The `azp` of issued tokens: the origin of the dashboard. */
  authorizedParty: string;
}

export interface ClerkStandin {
  issuer: string;
  /** SPKI PEM, for CLERK_JWT_KEY. */
  jwtKeyPem: string;
  sign(claims: SessionClaims): Promise<string>;
  stop(): Promise<void>;
}

/** Throws one sentence when the port is taken or the state file is damaged. */
export async function startClerk(options: ClerkOptions): Promise<ClerkStandin> {
  const key = await loadSigningKey(options.stateFile);
  // The issuer is the server's own address, which is known once it listens.
  let issuer = "";
  const sign = (claims: SessionClaims) =>
    signSession(key, { issuer, authorizedParty: options.authorizedParty }, claims);
  const handle = clerkHandler({ jwk: key.publicJwk, issuer: () => issuer, sign });
  const server = await serve(handle, { name: "The Clerk stand-in", port: options.port });
  issuer = server.origin;
  return { issuer, jwtKeyPem: key.publicPem, sign, stop: () => server.close() };
}
