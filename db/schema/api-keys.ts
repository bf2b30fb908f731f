import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { createdAt, orgId } from "#db/schema/columns";
import { organisations } from "#db/schema/organisations";
import { projects } from "#db/schema/projects";
import type { Limits, Scope } from "#lib/principal";

/** API keys: only an HMAC of the key is kept, with what is needed to show which key it is. */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: text("id").primaryKey(),
    orgId: orgId().references(() => organisations.id, { onDelete: "cascade" }),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    mode: text("mode", { enum: ["live", "test"] }).notNull(),
    /** HMAC-SHA256 of the whole key under the pepper, hex. */
    hash: text("hash").notNull().unique(),
    prefix: text("prefix").notNull(),
    last4: text("last4").notNull(),
    scopes: jsonb("scopes").$type<Scope[]>().notNull(),
    limits: jsonb("limits").$type<Partial<Limits>>().notNull().default(sql`'{}'::jsonb`),
    /** Networks the key may be used from, in CIDR notation; empty is anywhere. */
    ipAllow: jsonb("ip_allow").$type<string[]>().notNull().default(sql`'[]'::jsonb`),
    /** The first key of a line of rerolled keys: limits and usage are counted under it. */
    identityId: text("identity_id").notNull(),
    version: bigint("version", { mode: "number" }).notNull().default(1),
    expiresAt: timestamp("expires_at", { withTimezone: true, precision: 3 }),
    disabledAt: timestamp("disabled_at", { withTimezone: true, precision: 3 }),
    revokedAt: timestamp("revoked_at", { withTimezone: true, precision: 3 }),
    createdAt: createdAt(),
  },
  (table) => [index("api_keys_org_id_idx").on(table.orgId, table.createdAt, table.id)],
);
