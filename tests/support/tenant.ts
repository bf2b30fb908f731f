/** A new organisation with a project and keys, for one test file. */
import { connect } from "#db/client";
import { apiKeys, organisations, projects } from "#db/schema/index";
import { asSystem } from "#db/tenant";
import { newId } from "#lib/ids";
import type { PlanId } from "#lib/plans";
import { generateApiKey, hashApiKey } from "#lib/platform/auth/api-key";
import { DEFAULT_SCOPES, type Limits, SCOPES, type Scope } from "#lib/principal";

export interface Tenant {
  orgId: string;
  clerkOrgId: string;
  projectId: string;
  apiKey: string;
  keyId: string;
  adminKey: string;
}

export interface TenantOptions {
  plan?: PlanId;
  limits?: Partial<Limits>;
}

export function database(env: Record<string, string>) {
  return connect(env.DATABASE_URL ?? "", { httpUrl: env.DATABASE_HTTP_URL, timeoutMs: 30_000 });
}

export async function createTenant(env: Record<string, string>, options: TenantOptions = {}): Promise<Tenant> {
  const db = database(env);
  const orgId = newId("organisation");
  const projectId = newId("project");
  const clerkOrgId = `clerk_${orgId}`;
  await asSystem(db, [
    db
      .insert(organisations)
      .values({ id: orgId, clerkOrgId, name: "Test", plan: options.plan ?? "unlimited", limits: options.limits ?? {} }),
    db.insert(projects).values({ id: projectId, orgId, name: "Test" }),
  ]);
  const key = await addKey(env, { orgId, projectId, scopes: DEFAULT_SCOPES });
  const admin = await addKey(env, { orgId, projectId, scopes: SCOPES });
  return { orgId, clerkOrgId, projectId, apiKey: key.key, keyId: key.id, adminKey: admin.key };
}

interface KeyOptions {
  orgId: string;
  projectId: string;
  scopes?: readonly Scope[];
  mode?: "live" | "test";
  expiresAt?: Date;
  limits?: Partial<Limits>;
}

export async function addKey(env: Record<string, string>, options: KeyOptions): Promise<{ id: string; key: string }> {
  const db = database(env);
  const { orgId, projectId, scopes = DEFAULT_SCOPES, mode = "live", expiresAt = null, limits = {} } = options;
  const { key, prefix, last4 } = generateApiKey(mode);
  const id = newId("apiKey");
  const hash = hashApiKey(key, env.API_KEY_PEPPER ?? "");
  const values = {
    id,
    identityId: id,
    orgId,
    projectId,
    name: "test",
    mode,
    hash,
    prefix,
    last4,
    scopes: [...scopes],
    expiresAt,
    limits,
  };
  await asSystem(db, [db.insert(apiKeys).values(values)]);
  return { id, key };
}
