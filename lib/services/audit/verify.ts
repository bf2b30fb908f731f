import { desc, sql } from "drizzle-orm";
import { auditEvents } from "#db/schema/index";
import { asTenant } from "#db/tenant";
import type { Context } from "#lib/context";
import { admit } from "#lib/services/admit";

/** Recomputes the whole chain in the database. */
export async function verify(ctx: Context) {
  await admit(ctx, "audit:read", { service: "account", cost: 1, metered: false });
  const { db } = ctx.ports;
  const { orgId } = ctx.principal;
  const counted = db
    .select({ entries: sql<string>`count(*)`, firstBad: sql<string | null>`audit_first_bad(${orgId})` })
    .from(auditEvents);
  const newest = db.select({ hash: auditEvents.hash }).from(auditEvents).orderBy(desc(auditEvents.seq)).limit(1);
  const [[chain], [head]] = await asTenant(db, orgId, [counted, newest]);
  const firstBad = chain?.firstBad == null ? null : Number(chain.firstBad);
  return {
    valid: firstBad === null,
    entries: Number(chain?.entries ?? 0),
    first_bad: firstBad,
    head: head?.hash ?? null,
  };
}
