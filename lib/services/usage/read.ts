import { and, eq, gte, lt, sql } from "drizzle-orm";
import { usageLedger } from "#db/schema/index";
import { asTenant } from "#db/tenant";
import type { Context } from "#lib/context";
import type { UsageAnswer, UsageQuery } from "#lib/contract/usage";
import { admit } from "#lib/services/admit";

const GROUPS = {
  service: sql<string>`${usageLedger.service}`,
  credential: sql<string>`${usageLedger.credentialId}`,
  project: sql<string>`${usageLedger.projectId}`,
  day: sql<string>`to_char(${usageLedger.hour} at time zone 'utc', 'YYYY-MM-DD')`,
};

export async function read(ctx: Context, query: UsageQuery): Promise<UsageAnswer> {
  await admit(ctx, "usage:read", { service: "account", cost: 1, metered: false });
  const { db, now } = ctx.ports;
  const { orgId } = ctx.principal;
  const to = query.to === undefined ? new Date(now()) : new Date(query.to);
  const from = query.from === undefined ? startOfMonth(to) : new Date(query.from);
  const group = GROUPS[query.group_by];
  const select = db
    .select({ group, mode: usageLedger.mode, requests: sql<string>`sum(${usageLedger.quantity})` })
    .from(usageLedger)
    .where(and(eq(usageLedger.orgId, orgId), gte(usageLedger.hour, from), lt(usageLedger.hour, to)))
    .groupBy(sql`1`, usageLedger.mode)
    .orderBy(sql`1`);
  const [rows] = await asTenant(db, orgId, [select]);
  const data = rows.map((row) => ({ ...row, requests: Number(row.requests) }));
  const sum = (mode?: "live" | "test") =>
    data.filter((row) => mode === undefined || row.mode === mode).reduce((total, row) => total + row.requests, 0);
  return {
    data,
    totals: { requests: sum(), live: sum("live"), test: sum("test") },
    from: from.toISOString(),
    to: to.toISOString(),
  };
}

function startOfMonth(date: Date): Date {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1));
}
