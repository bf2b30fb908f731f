/** What was put in a vault comes back exactly, to a credential that may have it. */
import { beforeAll, expect, inject, test } from "vitest";
import { createApp } from "#tests/support/app";
import { addKey, createTenant, type Tenant } from "#tests/support/tenant";

const env = inject("stackEnv");
const app = createApp(env);
const TEXT =
  "[EMAIL_1] is in a template. Jane's mail is jane.roe@example.com, twice: jane.roe@example.com. Costs $& and $1, paid by 4111 1111 1111 1111.";
let tenant: Tenant;
let vaulted: { vault_id: string; redacted_text: string };
beforeAll(async () => {
  tenant = await createTenant(env);
  const body = { service_type: "securityguard", payload: { text: TEXT, redaction: "vault" } };
  const response = await app.post("/api/v1/guards/process", tenant.apiKey, body);
  vaulted = ((await response.json()) as { data: typeof vaulted }).data;
});
const restore = (key: string, text: string, id = vaulted.vault_id) =>
  app.post(`/api/v1/vault/${id}/restore`, key, { text });

test("restoring gives back the exact text", async () => {
  expect(vaulted.redacted_text).not.toContain("jane.roe");
  const response = await restore(tenant.adminKey, vaulted.redacted_text);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ text: TEXT });
});

test("placeholders of nobody stay as they are", async () => {
  const answer = await (await restore(tenant.adminKey, "[NOTHING_9] and [constructor] and [__PROTO__]")).json();
  expect(answer).toEqual({ text: "[NOTHING_9] and [constructor] and [__PROTO__]", restored: 0 });
});

test("needs the scope, the mode and an id that exists", async () => {
  expect((await restore(tenant.apiKey, "x")).status).toBe(403);
  const testMode = await addKey(env, { ...tenant, mode: "test", scopes: ["vault:read"] });
  expect((await restore(testMode.key, "x")).status).toBe(404);
  expect((await restore(tenant.adminKey, "x", "vault_nothing")).status).toBe(404);
});
