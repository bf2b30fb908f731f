/**
 * Who may call what: for every operation of the contract, generated from it. An operation with an id in
 * its path needs a case in FOREIGN, or this file fails.
 */
import { beforeAll, describe, expect, inject, test } from "vitest";
import type { Operation } from "#lib/contract/operation";
import { OPERATIONS } from "#lib/contract/operations";
import { SCOPES, type Scope } from "#lib/principal";
import { createApp } from "#tests/support/app";
import { addKey, createTenant, type Tenant } from "#tests/support/tenant";

const env = inject("stackEnv");
const app = createApp(env);
let ours: Tenant;
let theirs: Tenant & { vaultId: string };
beforeAll(async () => {
  const [one, other] = [await createTenant(env), await createTenant(env)];
  [ours, theirs] = [one, { ...other, vaultId: await vaultOf(other) }];
});

async function vaultOf({ apiKey }: Tenant): Promise<string> {
  const payload = { text: "Write to jane.roe@example.com.", redaction: "vault" };
  const response = await app.post("/api/v1/guards/process", apiKey, { service_type: "securityguard", payload });
  return ((await response.json()) as { data: { vault_id: string } }).data.vault_id;
}

/** For each operation that names a thing: the id of one that belongs to the other organisation. */
const FOREIGN: Record<string, (theirs: Tenant & { vaultId: string }) => string> = {
  "keys.get": ({ keyId }) => keyId,
  "keys.update": ({ keyId }) => keyId,
  "keys.revoke": ({ keyId }) => keyId,
  "keys.reroll": ({ keyId }) => keyId,
  "vault.restore": ({ vaultId }) => vaultId,
};

/** A body that fits, for operations that take one. */
const BODIES: Record<string, object> = {
  "guards.process": { service_type: "healthguard", payload: { text: "Good morning." } },
  "guards.batch": { items: [{ service_type: "healthguard", payload: { text: "Good morning." } }] },
  "keys.create": { name: "made" },
  "keys.update": { name: "taken" },
  "keys.reroll": {},
  "vault.restore": { text: "Write to [EMAIL_1]." },
};

const scoped = OPERATIONS.filter(({ access }) => (SCOPES as readonly string[]).includes(access));
const named = scoped.filter(({ path }) => path.includes("{"));

function call(operation: Operation, key: string, id: string) {
  const headers: Record<string, string> = { "X-API-Key": key };
  const init: RequestInit = { method: operation.method.toUpperCase(), headers };
  if (operation.body !== undefined) {
    headers["Content-Type"] = "application/json";
    init.body = JSON.stringify(BODIES[operation.id]);
  }
  return app.request(operation.path.replace(/\{\w+\}/, id), init);
}

describe("another organisation's things do not exist", () => {
  test.each(named.map((operation) => [operation.id, operation] as const))("%s", async (id, operation) => {
    const foreign = FOREIGN[id];
    expect(foreign, `Add a case for ${id} to FOREIGN`).toBeDefined();
    const response = await call(operation, ours.adminKey, foreign?.(theirs) ?? "");
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain(theirs.orgId);
  });

  test("and they are unharmed", async () => {
    const works = await app.post("/api/v1/guards/process", theirs.apiKey, BODIES["guards.process"]);
    expect(works.status).toBe(200);
  });

  test.each(
    scoped.filter(({ path, method }) => method === "get" && !path.includes("{")).map(({ id, path }) => [id, path]),
  )("%s lists none of them", async (_id, path) => {
    const text = await (await app.get(path, ours.adminKey)).text();
    for (const mark of [theirs.orgId, theirs.projectId, theirs.keyId]) expect(text).not.toContain(mark);
  });
});

describe("a credential needs the scope of the operation", () => {
  test.each(scoped.map((operation) => [operation.id, operation] as const))("%s", async (id, operation) => {
    if (operation.body !== undefined) expect(BODIES[id], `Add a body for ${id} to BODIES`).toBeDefined();
    const all = SCOPES.filter((scope) => scope !== (operation.access as Scope));
    const { key } = await addKey(env, { ...ours, scopes: all });
    const refused = await call(operation, key, ours.keyId);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({
      error_code: "missing_scope",
      message: expect.stringContaining(operation.access),
    });
  });
});
