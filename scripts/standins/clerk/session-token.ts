import { randomBytes } from "node:crypto";
import { SignJWT } from "jose";
import * as z from "zod";
import type { SigningKey } from "#scripts/standins/clerk/signing-key";

export const SessionClaims = z.object({
  userId: z.string().min(1),
  orgId: z.string().min(1).optional(),
  /** With or without Clerk's `org:` prefix. */
  orgRole: z.string().min(1).optional(),
  orgSlug: z.string().min(1).optional(),
  sessionId: z.string().min(1).optional(),
  /** Negative for a token that has expired already. */
  expiresInSeconds: z.number().int().optional(),
  /** Overrides the issuer's authorised party. */
  azp: z.string().min(1).optional(),
  status: z.enum(["active", "pending"]).optional(),
});
export type SessionClaims = {
  [K in keyof z.infer<typeof SessionClaims>]: z.infer<typeof SessionClaims>[K] | undefined;
} & { userId: string };

const LIFETIME_SECONDS = 60;
/** Clerk dates `nbf` back by this, against clocks that run apart. */
const SKEW_SECONDS = 10;

/** A session token, version 2: the organisation is the compact claim `o`. */
export function signSession(
  key: SigningKey,
  site: { issuer: string; authorizedParty: string },
  claims: SessionClaims,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const expiry = now + (claims.expiresInSeconds ?? LIFETIME_SECONDS);
  const payload = {
    azp: claims.azp ?? site.authorizedParty,
    fva: [0, -1],
    jti: randomBytes(10).toString("hex"),
    ...(claims.orgId === undefined ? {} : { o: organisation(claims.orgId, claims) }),
    sid: claims.sessionId ?? `sess_${randomBytes(14).toString("hex").slice(0, 27)}`,
    sts: claims.status ?? "active",
    v: 2,
  };
  return new SignJWT(payload)
    .setProtectedHeader({ alg: "RS256", kid: key.id, typ: "JWT" })
    .setIssuer(site.issuer)
    .setSubject(claims.userId)
    .setIssuedAt(Math.min(now, expiry - 1))
    .setNotBefore(Math.min(now, expiry - 1) - SKEW_SECONDS)
    .setExpirationTime(expiry)
    .sign(key.privateKey);
}

function organisation(id: string, claims: SessionClaims): { id: string; slg: string; rol: string } {
  return {
    id,
    slg: claims.orgSlug ?? id.replace(/^org_/, "").toLowerCase(),
    rol: (claims.orgRole ?? "member").replace(/^org:/, ""),
  };
}
