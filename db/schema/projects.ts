import { index, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, orgId } from "#db/schema/columns";
import { organisations } from "#db/schema/organisations";

/** What keys, sessions and usage belong to inside an organisation. */
export const projects = pgTable(
  "projects",
  {
    id: text("id").primaryKey(),
    orgId: orgId().references(() => organisations.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    createdAt: createdAt(),
  },
  (table) => [index("projects_org_id_idx").on(table.orgId, table.createdAt)],
);
