/** A revoked key stops working at once on every instance, and keys are told apart by their checksum. */
import { beforeAll, describe, expect, inject, test } from "vitest";
import { API_KEY_PATTERN, apiKeyMode, generateApiKey, hashApiKey } from "#lib/platform/auth/api-key";
import { createApp } from "#tests/support/app";
import { addKey, createTenant, type Tenant } from "#tests/support/tenant";

const env = inject("stackEnv");
const BODY = { service_type: "healthguard", payload: { text: "Good morning." } };
let tenant: Tenant;
beforeAll(async () => {
  tenant = await createTenant(env);
});

describe("API keys", () => {
  test("have prefix, entropy and checksum; a changed character is noticed", () => {
    const { key, prefix, last4 } = generateApiKey("live");
    expect(key).toMatch(API_KEY_PATTERN);
    expect(key).toHaveLength(47);
    expect([prefix, last4]).toEqual([key.slice(0, 12), key.slice(-4)]);
    expect(apiKeyMode(key)).toBe("live");
    for (let position = 9; position < key.length; position++) {
      const other = key[position] === "x" ? "y" : "x";
      expect(apiKeyMode(key.slice(0, position) + other + key.slice(position + 1))).toBeNull();
    }
    expect(apiKeyMode(generateApiKey("test").key)).toBe("test");
  });

  test("are stored as an HMAC that depends on the pepper", () => {
    const { key } = generateApiKey("live");
    const [one, two] = [hashApiKey(key, "a".repeat(32)), hashApiKey(key, "b".repeat(32))];
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(one).not.toBe(two);
  });

  test("under the previous pepper still work", async () => {
    const rotated = { API_KEY_PEPPER: "n".repeat(40), API_KEY_PEPPER_PREVIOUS: env.API_KEY_PEPPER ?? "" };
    const app = createApp(env, { env: rotated });
    expect((await app.post("/api/v1/guards/process", tenant.apiKey, BODY)).status).toBe(200);
  });
});

describe("revocation", () => {
  test("reaches other instances with their next request", async () => {
    const { id, key } = await addKey(env, tenant);
    const [here, there] = [createApp(env), createApp(env)];
    for (const app of [here, there]) expect((await app.post("/api/v1/guards/process", key, BODY)).status).toBe(200);
    const startedAt = performance.now();
    const revoked = await here.request(`/api/v1/keys/${id}`, {
      method: "DELETE",
      headers: { "X-API-Key": tenant.adminKey },
    });
    expect(revoked.status).toBe(200);
    expect((await there.post("/api/v1/guards/process", key, BODY)).status).toBe(401);
    console.log(
      `revocation: refused elsewhere ${(performance.now() - startedAt).toFixed(0)} ms after it was asked for`,
    );
    expect((await here.post("/api/v1/guards/process", key, BODY)).status).toBe(401);
  });

  test("a copy that Redis still holds does not bring the key back", async () => {
    const { id, key } = await addKey(env, tenant);
    await createApp(env).post("/api/v1/guards/process", key, BODY);
    await createApp(env).request(`/api/v1/keys/${id}`, { method: "DELETE", headers: { "X-API-Key": tenant.adminKey } });
    expect((await createApp(env).post("/api/v1/guards/process", key, BODY)).status).toBe(401);
  });
});
