/** Columns that several tables share. */
import { text, timestamp } from "drizzle-orm/pg-core";

export const createdAt = () => timestamp("created_at", { withTimezone: true }).notNull().defaultNow();

/** The tenant: row-level security compares it with the organisation of the transaction. */
export const orgId = () => text("org_id").notNull();
