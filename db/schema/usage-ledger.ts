import { bigint, index, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, orgId } from "#db/schema/columns";
import { organisations } from "#db/schema/organisations";

/** What was used, append-only. A batch is written once: its id and line are unique, so a replay adds nothing. */
export const usageLedger = pgTable(
  "usage_ledger",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    orgId: orgId().references(() => organisations.id, { onDelete: "cascade" }),
    projectId: text("project_id").notNull(),
    credentialId: text("credential_id").notNull(),
    /** The guard, or `all` for the pipeline. */
    service: text("service").notNull(),
    mode: text("mode", { enum: ["live", "test"] }).notNull(),
    /** Start of the hour (UTC) the requests fell into. */
    hour: timestamp("hour", { withTimezone: true }).notNull(),
    quantity: bigint("quantity", { mode: "number" }).notNull(),
    batchId: text("batch_id").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("usage_ledger_batch_line_idx").on(
      table.batchId,
      table.projectId,
      table.credentialId,
      table.service,
      table.mode,
      table.hour,
    ),
    index("usage_ledger_org_hour_idx").on(table.orgId, table.hour),
  ],
);
