import { sql } from "drizzle-orm";
import { bigint, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { createdAt } from "#db/schema/columns";
import type { Limits } from "#lib/principal";

/** A tenant. Its own row is visible to itself only. */
export const organisations = pgTable("organisations", {
  id: text("id").primaryKey(),
  clerkOrgId: text("clerk_org_id").unique(),
  name: text("name").notNull(),
  plan: text("plan").notNull().default("free"),
  /** Limits that differ from the plan's. */
  limits: jsonb("limits").$type<Partial<Limits>>().notNull().default(sql`'{}'::jsonb`),
  /** Bumped by every change that authorisation must see. */
  version: bigint("version", { mode: "number" }).notNull().default(1),
  suspendedAt: timestamp("suspended_at", { withTimezone: true }),
  createdAt: createdAt(),
});
