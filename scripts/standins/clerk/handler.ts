import type { JWK } from "jose";
import * as z from "zod";
import { SessionClaims } from "#scripts/standins/clerk/session-token";
import { BodyTooLarge, type Handler, readBody, sendJson } from "#scripts/standins/http";

const MAX_BYTES = 64 * 1024;

export interface ClerkSite {
  jwk: JWK;
  issuer(): string;
  sign(claims: SessionClaims): Promise<string>;
}

/** Discovery and keys as Clerk serves them, and POST /v1/dev/session, which gives anyone on this machine a token. */
export function clerkHandler(site: ClerkSite): Handler {
  return async (request, response) => {
    const path = (request.url ?? "").split("?")[0];
    if (path === "/.well-known/jwks.json") return sendJson(response, 200, { keys: [site.jwk] });
    if (path === "/.well-known/openid-configuration") return sendJson(response, 200, discovery(site.issuer()));
    if (path !== "/v1/dev/session") return fail(response, 404, `nothing at ${path}`);
    if (request.method !== "POST") return fail(response, 405, "POST a JSON object with userId, orgId and orgRole");
    try {
      const claims = SessionClaims.safeParse(JSON.parse(await readBody(request, MAX_BYTES)));
      if (!claims.success) return fail(response, 422, z.prettifyError(claims.error));
      sendJson(response, 200, { jwt: await site.sign(claims.data as SessionClaims) });
    } catch (error) {
      if (error instanceof BodyTooLarge) return fail(response, 413, error.message);
      if (error instanceof SyntaxError) return fail(response, 400, "the request body is not JSON");
      throw error;
    }
  };
}

function discovery(issuer: string): Record<string, unknown> {
  return {
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    id_token_signing_alg_values_supported: ["RS256"],
    subject_types_supported: ["public"],
    response_types_supported: ["code"],
  };
}

/** Clerk's error envelope. */
function fail(response: Parameters<Handler>[1], status: number, message: string): void {
  sendJson(response, status, {
    errors: [{ code: status === 404 ? "resource_not_found" : "form_param_invalid", message }],
  });
}
