/** Migrations: on an empty database, on one that is in use, twice, and by two builds at once. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { neon, neonConfig } from "@neondatabase/serverless";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { migrate } from "#scripts/migrate";
import { type NeonStandin, startNeon } from "#scripts/standins/neon/index";

let database: NeonStandin;
beforeEach(async () => {
  database = await startNeon();
});
afterEach(async () => {
  await database.stop();
  neonConfig.fetchEndpoint = inject("stackEnv").DATABASE_HTTP_URL ?? "";
});

const run = (folder?: string) => migrate(database.databaseUrl, database.httpUrl, folder);

/** The migrations folder as it was after the first `count` of them. */
function folderAt(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), "migrations-"));
  cpSync("db/migrations", folder, { recursive: true });
  const path = join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(path, "utf8")) as { entries: unknown[] };
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  return folder;
}

test("twice is once", async () => {
  expect(await run()).toMatch(/^Applied \d+ migration/);
  expect(await run()).toBe("The database schema is up to date.");
});

test("two builds at once apply each migration once", async () => {
  await Promise.all([run(), run()]);
  const sql = neon(database.databaseUrl);
  const { entries } = JSON.parse(readFileSync("db/migrations/meta/_journal.json", "utf8")) as { entries: unknown[] };
  expect(await sql`select hash from drizzle.migrations`).toHaveLength(entries.length);
});

test("keys made before keys could be rerolled become their own identity", async () => {
  await run(folderAt(2));
  const sql = neon(database.databaseUrl);
  await sql`insert into organisations (id, name) values ('org_old', 'Old')`;
  await sql`insert into projects (id, org_id, name) values ('proj_old', 'org_old', 'Old')`;
  await sql`insert into api_keys (id, org_id, project_id, name, mode, hash, prefix, last4, scopes)
    values ('key_old', 'org_old', 'proj_old', 'old', 'live', 'h', 'p', 'l', '[]')`;
  await run();
  expect(await sql`select identity_id, ip_allow from api_keys`).toEqual([{ identity_id: "key_old", ip_allow: [] }]);
});
