/** Columns that several tables share. Times have the precision of JavaScript, so that a cursor names a row exactly. */
import { text, timestamp } from "drizzle-orm/pg-core";

export const createdAt = () => timestamp("created_at", { withTimezone: true, precision: 3 }).notNull().defaultNow();

/** The tenant: row-level security compares it with the organisation of the transaction. */
export const orgId = () => text("org_id").notNull();
