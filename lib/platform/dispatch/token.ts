/** The pass a router gives to a guard function: short-lived, for one guard and one body. */
import { base64url, jwtVerify, SignJWT } from "jose";
import type { GuardId } from "#lib/guards/guard";

const ISSUER = "aiguardian-router";
const LIFETIME_SECONDS = 30;

export async function signCall(secret: string, guard: GuardId, body: string, nowMs: number): Promise<string> {
  const now = Math.floor(nowMs / 1_000);
  return new SignJWT({ body: await bodyHash(body) })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer(ISSUER)
    .setAudience(`guard:${guard}`)
    .setIssuedAt(now)
    .setExpirationTime(now + LIFETIME_SECONDS)
    .sign(new TextEncoder().encode(secret));
}

/** @param secrets current first, then the one before it. */
export async function verifyCall(secrets: string[], guard: GuardId, body: string, token: string): Promise<boolean> {
  for (const secret of secrets) {
    const options = {
      issuer: ISSUER,
      audience: `guard:${guard}`,
      algorithms: ["HS256"],
      requiredClaims: ["exp", "body"],
    };
    const verified = await jwtVerify(token, new TextEncoder().encode(secret), options).catch(() => null);
    if (verified !== null) return verified.payload.body === (await bodyHash(body));
  }
  return false;
}

async function bodyHash(body: string): Promise<string> {
  return base64url.encode(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(body))));
}
