/** A person's session token: really signed by the issuer, verified without asking it. */
import { beforeAll, describe, expect, inject, test } from "vitest";
import { createApp, type TestApp } from "#tests/support/app";
import { createTenant, type Tenant } from "#tests/support/tenant";

const env = inject("stackEnv");
const issuer = inject("clerkIssuer");
let tenant: Tenant;
let app: TestApp;
beforeAll(async () => {
  tenant = await createTenant(env);
  app = createApp(env);
});

async function token(claims: object): Promise<string> {
  const body = JSON.stringify({ userId: "user_1", orgId: tenant.clerkOrgId, orgRole: "admin", ...claims });
  const response = await fetch(`${issuer}/v1/dev/session`, {
    method: "POST",
    body,
    headers: { "Content-Type": "application/json" },
  });
  const { jwt } = (await response.json()) as { jwt: string };
  return jwt;
}
const BODY = { service_type: "healthguard", payload: { text: "Good morning." } };
const status = async (jwt: string) => (await app.post("/api/v1/guards/process", jwt, BODY)).status;

describe("session tokens", () => {
  test("of a member work, with the scopes of the role", async () => {
    const admin = await token({});
    expect(await status(admin)).toBe(200);
    expect((await app.get("/api/v1/keys", admin)).status).toBe(200);
    const member = await token({ orgRole: "member" });
    expect(await status(member)).toBe(200);
    expect((await app.get("/api/v1/keys", member)).status).toBe(403);
  });

  test.each([
    ["expired", { expiresInSeconds: -60 }],
    ["for another party", { azp: "https://elsewhere.example" }],
    ["pending", { status: "pending" }],
    ["of an unknown organisation", { orgId: "org_nobody" }],
  ])("that are %s are refused", async (_name, claims) => {
    expect(await status(await token(claims))).toBe(401);
  });

  test("that were changed are refused", async () => {
    const [head, , tail] = (await token({})).split(".");
    const [, payload] = (await token({ userId: "user_2" })).split(".");
    expect(await status(`${head}.${payload}.${tail}`)).toBe(401);
  });
});
