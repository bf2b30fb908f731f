/** Brings a database to the schema of db/migrations, one runner at a time. */
import { neon, neonConfig } from "@neondatabase/serverless";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/neon-http";

const LOCK = 4_110_716;

/**
 * Every migration that is missing runs in one transaction with its record and an advisory lock, so
 * that two builds at once apply it once.
 * @returns one sentence about what was done
 */
export async function migrate(databaseUrl: string, httpUrl?: string, folder = "db/migrations"): Promise<string> {
  if (httpUrl !== undefined) neonConfig.fetchEndpoint = httpUrl;
  const db = drizzle(neon(databaseUrl));
  await db.execute(sql`create schema if not exists drizzle`);
  await db.execute(
    sql`create table if not exists drizzle.migrations (hash text primary key, created_at bigint not null, applied_at timestamptz not null default now())`,
  );
  const { rows } = await db.execute<{ hash: string }>(sql`select hash from drizzle.migrations`);
  const applied = new Set(rows.map((row) => row.hash));
  const missing = readMigrationFiles({ migrationsFolder: folder }).filter((migration) => !applied.has(migration.hash));
  for (const { sql: statements, hash, folderMillis } of missing) {
    const work = db.batch([
      db.execute(sql`select pg_advisory_xact_lock(${LOCK})`),
      db.execute(sql`set local lock_timeout = '5s'`),
      db.execute(sql`insert into drizzle.migrations (hash, created_at) values (${hash}, ${folderMillis})`),
      ...statements.map((statement) => db.execute(sql.raw(statement))),
    ]);
    await work.catch((error) => {
      if (!appliedMeanwhile(error)) throw error;
    });
  }
  return missing.length === 0 ? "The database schema is up to date." : `Applied ${missing.length} migration(s).`;
}

/** Another runner held the lock and recorded the same migration: unique_violation on its hash. */
function appliedMeanwhile(error: {
  code?: string;
  table?: string;
  cause?: { code?: string; table?: string };
}): boolean {
  const { code, table } = error.cause ?? error;
  return code === "23505" && table === "migrations";
}
