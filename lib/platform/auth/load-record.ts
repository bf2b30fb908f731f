/** Reads a credential and its organisation from the database: one transaction, one round trip. */
import { and, asc, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { apiKeys, organisations, projects, usageLedger } from "#db/schema/index";
import { asSystem } from "#db/tenant";
import { limitsFor } from "#lib/plans";
import type { CredentialRecord, LoadRecord } from "#lib/platform/auth/credentials";

const usedThisMonth = sql<string>`(
  select coalesce(sum(${usageLedger.quantity}), 0) from ${usageLedger}
  where ${and(
    eq(usageLedger.orgId, organisations.id),
    eq(usageLedger.mode, "live"),
    gte(usageLedger.hour, sql`date_trunc('month', now() at time zone 'utc') at time zone 'utc'`),
  )})`;

export function recordLoader(db: Database): LoadRecord {
  return (lookup) => (lookup.kind === "key" ? loadKey(db, lookup.hashes) : loadOrganisation(db, lookup.clerkOrgId));
}

async function loadKey(db: Database, hashes: string[]): ReturnType<LoadRecord> {
  const query = db
    .select({ key: apiKeys, org: organisations, used: usedThisMonth })
    .from(apiKeys)
    .innerJoin(organisations, eq(organisations.id, apiKeys.orgId))
    .where(inArray(apiKeys.hash, hashes))
    .limit(1);
  const [[row]] = await asSystem(db, [query]);
  if (row === undefined) return null;
  const { key, org } = row;
  const record: CredentialRecord = {
    principal: {
      kind: "key",
      orgId: org.id,
      projectId: key.projectId,
      credentialId: key.id,
      identityId: key.identityId,
      userId: null,
      mode: key.mode,
      scopes: key.scopes,
      limits: { ...limitsFor(org.plan, org.limits), ...key.limits },
      version: `${org.version}.${key.version}`,
    },
    active: key.revokedAt === null && key.disabledAt === null && org.suspendedAt === null,
    ipAllow: key.ipAllow,
    expiresAtMs: key.expiresAt?.getTime() ?? null,
  };
  return { record, ledgerUsed: Number(row.used) };
}

/** A person's session works in the oldest project of the organisation. */
async function loadOrganisation(db: Database, clerkOrgId: string): ReturnType<LoadRecord> {
  const query = db
    .select({ org: organisations, projectId: projects.id, used: usedThisMonth })
    .from(organisations)
    .innerJoin(projects, eq(projects.orgId, organisations.id))
    .where(and(eq(organisations.clerkOrgId, clerkOrgId), isNull(organisations.suspendedAt)))
    .orderBy(asc(projects.createdAt))
    .limit(1);
  const [[row]] = await asSystem(db, [query]);
  if (row === undefined) return null;
  const record: CredentialRecord = {
    principal: {
      kind: "session",
      orgId: row.org.id,
      projectId: row.projectId,
      credentialId: `session:${row.org.id}`,
      identityId: `session:${row.org.id}`,
      userId: null,
      mode: "live",
      scopes: [],
      limits: limitsFor(row.org.plan, row.org.limits),
      version: `${row.org.version}.0`,
    },
    active: true,
    ipAllow: [],
    expiresAtMs: null,
  };
  return { record, ledgerUsed: Number(row.used) };
}
