import { and, desc, eq, lt } from "drizzle-orm";
import { auditEvents } from "#db/schema/index";
import { asTenant } from "#db/tenant";
import type { Context } from "#lib/context";
import type { AuditEvent, AuditQuery } from "#lib/contract/audit";
import { admit } from "#lib/services/admit";
import type { Page } from "#lib/services/page";

export async function list(ctx: Context, { limit, cursor, action }: AuditQuery): Promise<Page<AuditEvent>> {
  await admit(ctx, "audit:read", { service: "account", cost: 1, metered: false });
  const { db } = ctx.ports;
  const select = db
    .select()
    .from(auditEvents)
    .where(
      and(
        cursor === undefined ? undefined : lt(auditEvents.seq, cursor),
        action === undefined ? undefined : eq(auditEvents.action, action),
      ),
    )
    .orderBy(desc(auditEvents.seq))
    .limit(limit + 1);
  const [rows] = await asTenant(db, ctx.principal.orgId, [select]);
  const page = rows.slice(0, limit);
  const more = rows.length > limit;
  return { data: page.map(shown), has_more: more, next_cursor: more ? String(page.at(-1)?.seq) : null };
}

function shown({ orgId: _orgId, requestId, previousHash, at, ...row }: typeof auditEvents.$inferSelect): AuditEvent {
  return { ...row, at: at.toISOString(), request_id: requestId, previous_hash: previousHash };
}
