/** Tables of the Neon contract, in a schema of their own, and the migration that makes them. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bigint, customType, integer, jsonb, numeric, pgSchema, text, timestamp, uuid } from "drizzle-orm/pg-core";

const bytea = customType<{ data: Uint8Array; driverData: string }>({
  dataType: () => "bytea",
  toDriver: (bytes) => `\\x${Buffer.from(bytes).toString("hex")}`,
  fromDriver: (value) => (typeof value === "string" ? Buffer.from(value.slice(2), "hex") : value),
});

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

export function tablesIn(schemaName: string) {
  const schema = pgSchema(schemaName);
  const docs = schema.table("docs", {
    id: uuid("id").primaryKey().defaultRandom(),
    slug: text("slug").notNull().unique("docs_slug_key"),
    body: text("body").notNull().default(""),
    facts: jsonb("facts").$type<{ tags: string[]; depth: { n: number } }>(),
    at: timestamp("at", { withTimezone: true }).notNull().defaultNow(),
    price: numeric("price", { precision: 20, scale: 6 }),
    big: bigint("big", { mode: "bigint" }),
    numbers: integer("numbers").array(),
    names: text("names").array(),
    blob: bytea("blob"),
    search: tsvector("search").generatedAlwaysAs("to_tsvector('english', body)"),
  });
  const counters = schema.table("counters", { id: text("id").primaryKey(), n: integer("n").notNull() });
  return { docs, counters };
}

export type Tables = ReturnType<typeof tablesIn>;

/** A drizzle migrations folder with one migration of three statements. */
export function writeMigrations(schema: string): string {
  const folder = mkdtempSync(join(tmpdir(), "migrations-"));
  mkdirSync(join(folder, "meta"));
  const entries = [{ idx: 0, version: "7", when: 1_700_000_000_000, tag: "0000_first", breakpoints: true }];
  writeFileSync(
    join(folder, "meta", "_journal.json"),
    JSON.stringify({ version: "7", dialect: "postgresql", entries }),
  );
  writeFileSync(join(folder, "0000_first.sql"), statements(schema).join("\n--> statement-breakpoint\n"));
  return folder;
}

function statements(schema: string): string[] {
  const docs = `create table "${schema}".docs (
    id uuid primary key default gen_random_uuid(),
    slug text not null constraint docs_slug_key unique,
    body text not null default '',
    facts jsonb,
    at timestamptz not null default now(),
    price numeric(20, 6),
    big bigint,
    numbers integer[],
    names text[],
    blob bytea,
    search tsvector generated always as (to_tsvector('english', body)) stored
  )`;
  const index = `create index on "${schema}".docs using gin (search)`;
  const counters = `create table "${schema}".counters (id text primary key, n integer not null check (n < 1000))`;
  return [docs, index, counters];
}
