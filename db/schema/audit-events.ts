import { bigint, index, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { orgId } from "#db/schema/columns";
import { organisations } from "#db/schema/organisations";

/** Who did it: a key, a person, or the system itself. */
export interface AuditActor {
  kind: "key" | "session" | "system";
  id: string;
}

/**
 * What was changed, by whom: one chain for each organisation, written only by the SQL function
 * `audit_append` in the transaction of the change. `hash` covers the entry and the hash before it.
 */
export const auditEvents = pgTable(
  "audit_events",
  {
    orgId: orgId().references(() => organisations.id, { onDelete: "cascade" }),
    /** 1, 2, 3 … without gaps. */
    seq: bigint("seq", { mode: "number" }).notNull(),
    at: timestamp("at", { withTimezone: true, precision: 3 }).notNull(),
    actor: jsonb("actor").$type<AuditActor>().notNull(),
    /** `<noun>.<verb>`, e.g. `key.create`. */
    action: text("action").notNull(),
    /** Id of what was changed. */
    target: text("target").notNull(),
    data: jsonb("data").$type<Record<string, unknown>>().notNull(),
    requestId: text("request_id").notNull(),
    previousHash: text("previous_hash").notNull(),
    /** SHA-256, hex. */
    hash: text("hash").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.seq] }),
    index("audit_events_action_idx").on(table.orgId, table.action, table.seq),
  ],
);
