import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRemoteJWKSet, decodeProtectedHeader, importSPKI, type JWTPayload, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ClerkStandin, startClerk } from "#scripts/standins/clerk/index";

const SITE = "http://localhost:8000";
const folder = mkdtempSync(join(tmpdir(), "clerk-"));
const stateFile = join(folder, "clerk.json");
let clerk: ClerkStandin;

beforeAll(async () => {
  clerk = await startClerk({ authorizedParty: SITE, stateFile });
});

afterAll(async () => {
  await clerk.stop();
  rmSync(folder, { recursive: true });
});

async function verify(token: string, pem = clerk.jwtKeyPem): Promise<JWTPayload> {
  const key = await importSPKI(pem, "RS256");
  return (await jwtVerify(token, key, { algorithms: ["RS256"], issuer: clerk.issuer })).payload;
}

function post(body: string): Promise<Response> {
  return fetch(`${clerk.issuer}/v1/dev/session`, { method: "POST", body });
}

describe("session tokens", () => {
  it("carry Clerk's version 2 claims", async () => {
    const token = await clerk.sign({ userId: "user_1", orgId: "org_1", orgRole: "org:admin", orgSlug: "acme" });
    const claims = await verify(token);
    expect(claims).toMatchObject({
      sub: "user_1",
      azp: SITE,
      v: 2,
      sts: "active",
      o: { id: "org_1", slg: "acme", rol: "admin" },
    });
    expect(claims.sid).toMatch(/^sess_/);
    expect(claims.fva).toEqual([0, -1]);
    expect(Number(claims.exp) - Number(claims.iat)).toBe(60);
    expect(Number(claims.nbf)).toBeLessThan(Number(claims.iat));
  });

  it("have no organisation when none is active", async () => {
    expect(await verify(await clerk.sign({ userId: "user_1" }))).not.toHaveProperty("o");
  });

  it("take role, status, session and party from the caller", async () => {
    const claims = {
      userId: "user_2",
      orgId: "org_2",
      orgRole: "member",
      sessionId: "sess_x",
      azp: "https://evil.test",
    };
    const payload = await verify(await clerk.sign({ ...claims, status: "pending" }));
    expect(payload).toMatchObject({ sid: "sess_x", azp: "https://evil.test", sts: "pending", o: { rol: "member" } });
  });

  it("are refused when expired", async () => {
    const token = await clerk.sign({ userId: "user_1", expiresInSeconds: -5 });
    await expect(verify(token)).rejects.toMatchObject({ code: "ERR_JWT_EXPIRED" });
  });

  it("are refused when changed", async () => {
    const [header, , signature] = (await clerk.sign({ userId: "user_1" })).split(".");
    const forged = Buffer.from(JSON.stringify({ sub: "user_2", iss: clerk.issuer })).toString("base64url");
    await expect(verify(`${header}.${forged}.${signature}`)).rejects.toMatchObject({
      code: "ERR_JWS_SIGNATURE_VERIFICATION_FAILED",
    });
  });

  it("of another issuer do not verify here", async () => {
    const other = await startClerk({ authorizedParty: SITE });
    const token = await other.sign({ userId: "user_1" });
    await other.stop();
    await expect(verify(token)).rejects.toMatchObject({ code: "ERR_JWS_SIGNATURE_VERIFICATION_FAILED" });
  });
});

describe("the server", () => {
  it("publishes its key so that tokens verify over JWKS", async () => {
    const jwks = createRemoteJWKSet(new URL(`${clerk.issuer}/.well-known/jwks.json`));
    const token = await clerk.sign({ userId: "user_1" });
    const { payload, protectedHeader } = await jwtVerify(token, jwks);
    expect(payload.sub).toBe("user_1");
    expect(protectedHeader.kid).toBe(decodeProtectedHeader(token).kid);
  });

  it("describes itself as OpenID asks", async () => {
    const document = (await (await fetch(`${clerk.issuer}/.well-known/openid-configuration`)).json()) as object;
    expect(document).toMatchObject({ issuer: clerk.issuer, jwks_uri: `${clerk.issuer}/.well-known/jwks.json` });
  });

  it("gives a person a session token", async () => {
    const response = await post(JSON.stringify({ userId: "user_3", orgId: "org_3", orgRole: "org:member" }));
    const { jwt } = (await response.json()) as { jwt: string };
    expect(await verify(jwt)).toMatchObject({ sub: "user_3", o: { id: "org_3", rol: "member" } });
  });

  it.each([
    ["{}", 422],
    ['{"userId":""}', 422],
    ["not json", 400],
    ["x".repeat(70_000), 413],
  ])("refuses %.20s with %i", async (body, status) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ message: expect.any(String) }] });
  });

  it("answers 404 elsewhere and 405 to GET", async () => {
    expect((await fetch(`${clerk.issuer}/v1/users`)).status).toBe(404);
    expect((await fetch(`${clerk.issuer}/v1/dev/session`)).status).toBe(405);
  });
});

describe("the signing key", () => {
  it("outlives a restart, so that sessions do too", async () => {
    const token = await clerk.sign({ userId: "user_1" });
    const again = await startClerk({ authorizedParty: SITE, stateFile });
    await again.stop();
    expect(again.jwtKeyPem).toBe(clerk.jwtKeyPem);
    expect((await verify(token, again.jwtKeyPem)).sub).toBe("user_1");
  });

  it("says what to do when its file is damaged", async () => {
    const damaged = join(folder, "damaged.json");
    writeFileSync(damaged, "{");
    await expect(startClerk({ authorizedParty: SITE, stateFile: damaged })).rejects.toThrow(
      /damaged\.json.*npm run reset/,
    );
  });

  it("is not served on a taken port", async () => {
    const port = Number(new URL(clerk.issuer).port);
    await expect(startClerk({ authorizedParty: SITE, port })).rejects.toThrow(`cannot listen on port ${port}`);
  });
});
