/** Clerk session tokens (v2), verified without a network call: RS256 against the instance's public key. */
import { importSPKI, jwtVerify } from "jose";
import * as z from "zod";
import type { Scope } from "#lib/principal";
import { DEFAULT_SCOPES, SCOPES } from "#lib/principal";

const Claims = z.object({
  sub: z.string(),
  sid: z.string().optional(),
  azp: z.string(),
  sts: z.string().optional(),
  o: z.object({ id: z.string(), rol: z.string() }).optional(),
});

export interface Session {
  userId: string;
  clerkOrgId: string;
  scopes: readonly Scope[];
}

export interface SessionVerifierOptions {
  jwtKeyPem: string;
  authorizedParties: string[];
}

const ADMIN_ROLES = ["admin", "owner"];

/** @returns the session, or null when the token is not one we accept (signature, time, party, pending, no organisation). */
export function sessionVerifier({ jwtKeyPem, authorizedParties }: SessionVerifierOptions) {
  let key: CryptoKey | undefined;
  return async function verifySession(token: string): Promise<Session | null> {
    key ??= await importSPKI(jwtKeyPem.replaceAll("\\n", "\n"), "RS256");
    const verified = await jwtVerify(token, key, {
      algorithms: ["RS256"],
      clockTolerance: 5,
      requiredClaims: ["exp", "nbf"],
    }).catch(() => null);
    const claims = Claims.safeParse(verified?.payload);
    if (!claims.success || claims.data.sts === "pending" || claims.data.o === undefined) return null;
    if (!authorizedParties.includes(claims.data.azp)) return null;
    return { userId: claims.data.sub, clerkOrgId: claims.data.o.id, scopes: scopesOf(claims.data.o.rol) };
  };
}

function scopesOf(role: string): readonly Scope[] {
  return ADMIN_ROLES.includes(role.replace(/^org:/, "")) ? SCOPES : DEFAULT_SCOPES;
}
