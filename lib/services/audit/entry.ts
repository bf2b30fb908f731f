/** An entry of the audit chain, for the same transaction as the change it tells of. */
import { type SQL, sql } from "drizzle-orm";
import type { AuditActor } from "#db/schema/audit-events";
import type { Context } from "#lib/context";

export interface Change {
  /** `<noun>.<verb>` */
  action: string;
  /** Id of what is changed. */
  target: string;
  /** What is worth knowing of it; never a secret or a text. */
  data: Record<string, unknown>;
}

/**
 * @param given rows on whose existence the entry depends, as `from … where …`: none, no entry
 */
export function auditEntry(ctx: Context, { action, target, data }: Change, given: SQL = sql``) {
  const { orgId, userId, credentialId, kind } = ctx.principal;
  const actor: AuditActor = { kind, id: userId ?? credentialId };
  return ctx.ports.db.execute(
    sql`select audit_append(${orgId}, ${JSON.stringify(actor)}::jsonb, ${action}, ${target}, ${JSON.stringify(data)}::jsonb, ${ctx.requestId}) ${given}`,
  );
}
