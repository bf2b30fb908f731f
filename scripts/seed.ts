/** One organisation with a project, an API key, an administrator's key and a person's session. Twice is once. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { connect, type Database } from "#db/client";
import { apiKeys, organisations, projects } from "#db/schema/index";
import { asSystem } from "#db/tenant";
import { generateApiKey, hashApiKey } from "#lib/platform/auth/api-key";
import { DEFAULT_SCOPES, SCOPES, type Scope } from "#lib/principal";
import type { SessionClaims } from "#scripts/standins/clerk/session-token";

const ORG = "org_local";
const PROJECT = "proj_local";
const CLERK_ORG = "org_clerk_local";
const SESSION_SECONDS = 30 * 86_400;

export interface SeedOptions {
  databaseUrl: string;
  httpUrl: string;
  pepper: string;
  /** Where the keys are kept between starts. */
  keysFile: string | undefined;
  signSession: (claims: SessionClaims) => Promise<string>;
}

export interface Seeded {
  apiKey: string;
  adminKey: string;
  sessionToken: string;
}

export async function seed(options: SeedOptions): Promise<Seeded> {
  const db = connect(options.databaseUrl, { httpUrl: options.httpUrl, timeoutMs: 30_000 });
  const { apiKey, adminKey } = loadKeys(options.keysFile);
  await asSystem(db, [
    db
      .insert(organisations)
      .values({ id: ORG, clerkOrgId: CLERK_ORG, name: "Local", plan: "unlimited" })
      .onConflictDoNothing(),
    db.insert(projects).values({ id: PROJECT, orgId: ORG, name: "First project" }).onConflictDoNothing(),
    upsertKey(db, row("key_local", apiKey, DEFAULT_SCOPES, options.pepper)),
    upsertKey(db, row("key_local_admin", adminKey, SCOPES, options.pepper)),
  ]);
  const person = { userId: "user_local", orgId: CLERK_ORG, orgRole: "admin", expiresInSeconds: SESSION_SECONDS };
  return { apiKey, adminKey, sessionToken: await options.signSession(person) };
}

/** A database that was seeded under other secrets takes the new key. */
function upsertKey(db: Database, values: typeof apiKeys.$inferInsert) {
  const { hash, prefix, last4, scopes } = values;
  return db
    .insert(apiKeys)
    .values(values)
    .onConflictDoUpdate({
      target: apiKeys.id,
      set: { hash, prefix, last4, scopes, version: sql`${apiKeys.version} + 1` },
    });
}

function row(id: string, key: string, scopes: readonly Scope[], pepper: string) {
  return {
    id,
    identityId: id,
    orgId: ORG,
    projectId: PROJECT,
    name: id,
    mode: "live" as const,
    hash: hashApiKey(key, pepper),
    prefix: key.slice(0, 12),
    last4: key.slice(-4),
    scopes: [...scopes],
  };
}

function loadKeys(path: string | undefined): { apiKey: string; adminKey: string } {
  if (path !== undefined && existsSync(path))
    return JSON.parse(readFileSync(path, "utf8")) as { apiKey: string; adminKey: string };
  const made = { apiKey: generateApiKey("live").key, adminKey: generateApiKey("live").key };
  if (path !== undefined) writeFileSync(path, JSON.stringify(made, null, 2), { mode: 0o600 });
  return made;
}
