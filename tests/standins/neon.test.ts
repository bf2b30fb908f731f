/** One contract for the Neon stand-in and Neon itself, driven through the unmodified driver and drizzle-orm. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type NeonQueryFunction, neon, neonConfig } from "@neondatabase/serverless";
import { eq, sql as raw } from "drizzle-orm";
import { drizzle, type NeonHttpDatabase } from "drizzle-orm/neon-http";
import { migrate } from "drizzle-orm/neon-http/migrator";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type NeonStandin, startNeon } from "#scripts/standins/neon/index";
import { type Backend, sqlBackends, titleOf, uniqueName } from "#tests/standins/backends";
import { type Tables, tablesIn, writeMigrations } from "#tests/standins/neon-schema";

const cloudEndpoint = neonConfig.fetchEndpoint;
const scratch = mkdtempSync(join(tmpdir(), "neon-"));
afterAll(() => rmSync(scratch, { recursive: true }));

interface Site {
  databaseUrl: string;
  standin?: NeonStandin;
  stop(): Promise<void>;
}

/** A real PostgreSQL gets a database of its own, which is dropped at the end. */
async function openSite(backend: Backend): Promise<Site> {
  if (backend.name === "cloud") {
    neonConfig.fetchEndpoint = cloudEndpoint;
    return { databaseUrl: backend.url ?? "", stop: async () => {} };
  }
  const scratchDb = backend.url === undefined ? undefined : await createDatabase(backend.url);
  const standin = await startNeon({ pgUrl: scratchDb?.url });
  neonConfig.fetchEndpoint = standin.httpUrl;
  const stop = async () => {
    await standin.stop();
    await scratchDb?.drop();
  };
  return { databaseUrl: standin.databaseUrl, standin, stop };
}

async function createDatabase(serverUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = uniqueName("contract");
  await administer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(serverUrl, `drop database ${name} with (force)`) };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

for (const backend of await sqlBackends()) {
  describe.skipIf(backend.missing !== undefined)(titleOf(backend, "Neon over HTTP"), () => {
    const schema = uniqueName("contract");
    const folder = writeMigrations(schema);
    const tables: Tables = tablesIn(schema);
    let site: Site;
    let sql: NeonQueryFunction<false, false>;
    let db: NeonHttpDatabase<Tables>;

    const runMigrations = () => migrate(db, { migrationsFolder: folder, migrationsSchema: schema });
    const counters = raw.raw(`"${schema}".counters`);

    beforeAll(async () => {
      site = await openSite(backend);
      sql = neon(site.databaseUrl);
      db = drizzle(sql, { schema: tables });
      await runMigrations();
    }, 60_000);

    afterAll(async () => {
      await sql.query(`drop schema "${schema}" cascade`);
      await site.stop();
      rmSync(folder, { recursive: true });
    });

    describe("the driver", () => {
      it("sends parameters and reads every type from its text", async () => {
        const [row] = await sql`select ${1}::int as i, ${"a'b"} as t, ${true}::bool as b, ${null}::text as n,
          ${{ a: [1] }}::jsonb as j, ${[1, 2]}::int[] as xs, 12345678901234567890.5::numeric as d, 9007199254740993::bigint as big,
          '2026-01-02T03:04:05.678Z'::timestamptz as at`;
        // drizzle-orm takes the driver's date parser away for good, so the instant is compared.
        expect({ ...row, at: new Date(row?.at) }).toEqual({
          i: 1,
          t: "a'b",
          b: true,
          n: null,
          j: { a: [1] },
          xs: [1, 2],
          d: "12345678901234567890.5",
          big: "9007199254740993",
          at: new Date("2026-01-02T03:04:05.678Z"),
        });
      });

      it("gives rows as arrays and full results when asked", async () => {
        const result = await sql.query("select 1 as a, 'x' as b", [], { arrayMode: true, fullResults: true });
        expect(result).toMatchObject({ command: "SELECT", rowCount: 1, rowAsArray: true, rows: [[1, "x"]] });
        expect(result.fields.map(({ name, dataTypeID }) => [name, dataTypeID])).toEqual([
          ["a", 23],
          ["b", 25],
        ]);
      });

      it("keeps two columns of one name apart in array mode", async () => {
        expect(await sql.query("select 1 as a, 2 as a", [], { arrayMode: true })).toEqual([[1, 2]]);
      });

      it("runs a batch in one transaction with the asked isolation", async () => {
        const results = await sql.transaction(
          [
            sql`select current_setting('transaction_isolation') as level`,
            sql`select current_setting('transaction_read_only') as ro`,
          ],
          { isolationLevel: "RepeatableRead", readOnly: true },
        );
        expect(results).toEqual([[{ level: "repeatable read" }], [{ ro: "on" }]]);
      });

      it("accepts a deferrable serializable snapshot", async () => {
        const queries = [sql`select current_setting('transaction_deferrable') as d`];
        const options = { isolationLevel: "Serializable", readOnly: true, deferrable: true } as const;
        expect(await sql.transaction(queries, options)).toEqual([[{ d: "on" }]]);
      });

      it("refuses to write in a read-only batch", async () => {
        const insert = sql.query(`insert into "${schema}".counters values ('ro', 1)`);
        await expect(sql.transaction([insert], { readOnly: true })).rejects.toMatchObject({ code: "25006" });
      });

      it("undoes the whole batch when one query fails", async () => {
        const insert = sql.query(`insert into "${schema}".counters values ('undone', 1)`);
        await expect(sql.transaction([insert, sql`select 1 / 0`])).rejects.toMatchObject({ code: "22012" });
        expect(await sql.query(`select * from "${schema}".counters where id = 'undone'`)).toEqual([]);
      });

      it("leaves nothing of a request for the next one", async () => {
        await sql`select set_config('app.leak', 'yes', false)`;
        await sql`begin`.catch(() => {});
        const [row] = await sql`select current_setting('app.leak', true) as leak`;
        expect(row?.leak ?? "").toBe("");
      });

      it("serves many requests at once without mixing them up", async () => {
        const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => sql`select ${i}::int as i`));
        expect(answers.map(([row]) => row?.i)).toEqual(Array.from({ length: 200 }, (_, i) => i));
      }, 30_000);
    });

    describe("errors", () => {
      it("name the constraint, table and detail of a duplicate", async () => {
        const insert = () => sql.query(`insert into "${schema}".docs (slug) values ('twice')`);
        await insert();
        await expect(insert()).rejects.toMatchObject({
          name: "NeonDbError",
          severity: "ERROR",
          code: "23505",
          schema,
          table: "docs",
          constraint: "docs_slug_key",
          detail: "Key (slug)=(twice) already exists.",
          message: expect.stringContaining("duplicate key value"),
        });
      });

      it.each([
        ["insert into S.docs (body) values ('x')", { code: "23502", column: "slug" }],
        ["insert into S.counters values ('big', 5000)", { code: "23514", table: "counters" }],
        ["selec 1", { code: "42601", position: "1" }],
        ["select 1; select 2", { code: "42601" }],
        ["select 'x'::int", { code: "22P02" }],
        ["select * from S.nowhere", { code: "42P01" }],
        ["select nothing from S.docs", { code: "42703" }],
      ])("%s", async (statement, error) => {
        await expect(sql.query(statement.replace("S.", `"${schema}".`))).rejects.toMatchObject(error);
      });
    });

    describe("drizzle", () => {
      it("migrates once, however often it is asked", async () => {
        await runMigrations();
        const [row] = await sql.query(`select count(*)::int as n from "${schema}".__drizzle_migrations`);
        expect(row?.n).toBe(1);
      });

      it("returns what it inserted, every type intact", async () => {
        const doc = {
          slug: "types",
          facts: { tags: ["a", "ü"], depth: { n: 1.5 } },
          at: new Date("2026-03-04T05:06:07.890Z"),
          price: "123456789.123456",
          big: 9_223_372_036_854_775_807n,
          numbers: [1, -2],
          names: ["x,y", 'q"', "\\"],
          blob: new Uint8Array([0, 255, 128]),
        };
        const [row] = await db.insert(tables.docs).values(doc).returning();
        expect({ ...row, blob: [...(row?.blob ?? [])] }).toMatchObject({ ...doc, blob: [0, 255, 128] });
        expect(row?.id).toMatch(/^[0-9a-f-]{36}$/);
        const found = await db.query.docs.findFirst({ where: eq(tables.docs.slug, "types") });
        expect(found).toMatchObject({ facts: doc.facts, at: doc.at, big: doc.big, names: doc.names });
      });

      it("searches a generated text vector", async () => {
        await db.insert(tables.docs).values([
          { slug: "fox", body: "Quick foxes were jumping" },
          { slug: "dog", body: "A dog sleeps" },
        ]);
        const found = await db
          .select({ slug: tables.docs.slug })
          .from(tables.docs)
          .where(raw`${tables.docs.search} @@ plainto_tsquery('english', 'jump fox')`);
        expect(found).toEqual([{ slug: "fox" }]);
      });

      it("runs a batch as one unit", async () => {
        const { counters: table } = tables;
        const [, rows] = await db.batch([
          db.insert(table).values({ id: "batch", n: 1 }),
          db
            .update(table)
            .set({ n: raw`${table.n} + 1` })
            .where(eq(table.id, "batch"))
            .returning(),
        ]);
        expect(rows).toEqual([{ id: "batch", n: 2 }]);
        const failing = db.batch([db.update(table).set({ n: 9 }), db.insert(table).values({ id: "batch", n: 1 })]);
        await expect(failing).rejects.toThrow();
        expect(await db.select().from(table).where(eq(table.id, "batch"))).toEqual([{ id: "batch", n: 2 }]);
      });

      it("counts every one of many concurrent increments", async () => {
        await db.insert(tables.counters).values({ id: "busy", n: 0 });
        const increment = raw`update ${counters} set n = n + 1 where id = 'busy'`;
        await Promise.all(Array.from({ length: 100 }, () => db.execute(increment)));
        const [row] = await db.select().from(tables.counters).where(eq(tables.counters.id, "busy"));
        expect(row?.n).toBe(100);
      }, 30_000);

      it("hands a queue's rows out once with skip locked", async () => {
        const ids = ["q1", "q2", "q3", "q4"];
        await db.insert(tables.counters).values(ids.map((id) => ({ id, n: 0 })));
        const take = () =>
          db.execute<{ id: string }>(raw`delete from ${counters} where id = (
            select id from ${counters} where id like 'q_' order by id limit 1 for update skip locked) returning id`);
        const taken: string[] = [];
        while (taken.length < ids.length) {
          const round = await Promise.all([take(), take()]);
          taken.push(...round.flatMap(({ rows }) => rows.map(({ id }) => id)));
        }
        expect(taken.sort()).toEqual(ids);
      });
    });

    describe("row-level security", () => {
      const role = uniqueName("contract_tenant");
      const notes = `"${schema}".notes`;

      beforeAll(async () => {
        await sql.transaction([
          sql.query(`create role ${role} nologin`),
          sql.query(`grant ${role} to current_user`),
          sql.query(`create table ${notes} (tenant text not null, body text not null)`),
          sql.query(`alter table ${notes} enable row level security`),
          sql.query(`alter table ${notes} force row level security`),
          sql.query(
            `create policy own on ${notes} using (tenant = current_setting('app.tenant', true)) with check (tenant = current_setting('app.tenant', true))`,
          ),
          sql.query(`grant usage on schema "${schema}" to ${role}`),
          sql.query(`grant select, insert, update, delete on ${notes} to ${role}`),
        ]);
      });

      afterAll(async () => {
        await sql.query(`drop owned by ${role}`);
        await sql.query(`drop role ${role}`);
      });

      /** Runs one statement as the tenant, as product code does: role and tenant live as long as the transaction. */
      async function asTenant(tenant: string, statement: string): Promise<Record<string, unknown>[]> {
        const results = await sql.transaction([
          sql`select set_config('app.tenant', ${tenant}, true)`,
          sql.query(`set local role ${role}`),
          sql.query(statement),
        ]);
        return results[2] ?? [];
      }

      it("shows, changes and deletes a tenant's own rows only", async () => {
        await asTenant("a", `insert into ${notes} values ('a', 'mine')`);
        await asTenant("b", `insert into ${notes} values ('b', 'theirs')`);
        expect(await asTenant("a", `select body from ${notes}`)).toEqual([{ body: "mine" }]);
        expect(await asTenant("a", `update ${notes} set body = 'stolen' where tenant = 'b' returning *`)).toEqual([]);
        expect(await asTenant("a", `delete from ${notes} where tenant = 'b' returning *`)).toEqual([]);
        expect(await asTenant("b", `select body from ${notes}`)).toEqual([{ body: "theirs" }]);
      });

      it("refuses a row for somebody else", async () => {
        const insert = asTenant("a", `insert into ${notes} values ('b', 'planted')`);
        await expect(insert).rejects.toMatchObject({
          code: "42501",
          message: expect.stringContaining("row-level security"),
        });
      });

      it("shows nothing without a tenant", async () => {
        expect(await asTenant("", `select * from ${notes}`)).toEqual([]);
      });

      it("ends with the transaction, role and all", async () => {
        await asTenant("a", "select 1");
        const [row] =
          await sql`select current_user as role, coalesce(current_setting('app.tenant', true), '') as tenant`;
        expect(row).toMatchObject({ tenant: "" });
        expect(row?.role).not.toBe(role);
      });

      it("works through drizzle's batch", async () => {
        const [, , result] = await db.batch([
          db.execute(raw`select set_config('app.tenant', 'b', true)`),
          db.execute(raw.raw(`set local role ${role}`)),
          db.execute<{ body: string }>(raw.raw(`select body from ${notes}`)),
        ]);
        expect(result.rows).toEqual([{ body: "theirs" }]);
      });
    });

    it("finds near vectors and similar words, where the extensions are", async (context) => {
      const names = ["vector", "pg_trgm"];
      const available = await sql`select name from pg_available_extensions where name = any(${names})`;
      context.skip(available.length < names.length, "this PostgreSQL has no pgvector");
      for (const name of names) await sql.query(`create extension if not exists ${name}`);
      const points = `"${schema}".points`;
      await sql.query(`create table ${points} (id int, at vector(3), word text)`);
      await sql.query(`create index on ${points} using hnsw (at vector_cosine_ops)`);
      await sql.query(
        `insert into ${points} values (1, '[1,0,0]', 'guardian'), (2, '[0,1,0]', 'kitchen'), (3, '[0.9,0.1,0]', 'guard')`,
      );
      expect(await sql.query(`select id from ${points} order by at <=> '[1,0,0]' limit 2`)).toEqual([
        { id: 1 },
        { id: 3 },
      ]);
      expect(await sql.query(`select id from ${points} where word % 'kitchens'`)).toEqual([{ id: 2 }]);
    });

    describe.skipIf(backend.name === "cloud")("the wire (stand-in only)", () => {
      const headers = { "neon-connection-string": "postgres://u:p@h/d" };
      const post = (body: string, extra: Record<string, string> = headers) =>
        fetch(site.standin?.httpUrl ?? "", { method: "POST", body, headers: extra });

      it.each([
        ["a body that is no JSON", "{", headers, "not JSON"],
        ["a body without a query", '{"q":1}', headers, '"query"'],
        ["no connection string", '{"query":"select 1"}', {}, "neon-connection-string is missing"],
        [
          "another database's URL",
          '{"query":"select 1"}',
          { "neon-connection-string": "mysql://h/d" },
          "not a postgres:// URL",
        ],
        [
          "an unknown isolation level",
          '{"queries":[]}',
          { ...headers, "neon-batch-isolation-level": "Chaos" },
          "Chaos",
        ],
        ["a flag that is no flag", '{"query":"select 1"}', { ...headers, "neon-array-mode": "maybe" }, "true or false"],
      ])("answers 400 to %s", async (_what, body, extra, message) => {
        const response = await post(body, extra as Record<string, string>);
        expect(response.status).toBe(400);
        expect(((await response.json()) as { message: string }).message).toContain(message);
      });

      it("gives parsed values and objects when raw text and arrays are not asked for", async () => {
        const response = await post(
          '{"query":"select 1 as i, true as b, \'{\\"a\\":1}\'::json as j, null as n, 1.5::numeric as d"}',
        );
        expect(await response.json()).toMatchObject({
          rows: [{ i: 1, b: true, j: { a: 1 }, n: null, d: "1.5" }],
          rowAsArray: false,
        });
      });

      it("counts requests and serves only POST /sql", async () => {
        const before = site.standin?.queries() ?? 0;
        await sql.transaction([sql`select 1`, sql`select 2`]);
        expect(site.standin?.queries()).toBe(before + 1);
        expect((await fetch(site.standin?.httpUrl ?? "")).status).toBe(405);
        expect((await fetch(new URL("/", site.standin?.httpUrl))).status).toBe(404);
      });
    });
  });
}

describe("the embedded database", () => {
  it("keeps its data over a restart and is locked while open", async () => {
    const dataDir = join(scratch, "kept", "db");
    const first = await startNeon({ dataDir });
    neonConfig.fetchEndpoint = first.httpUrl;
    await neon(first.databaseUrl)`create table kept as select 42 as n`;
    await expect(startNeon({ dataDir })).rejects.toThrow(`is in use by process ${process.pid}`);
    await first.stop();

    const second = await startNeon({ dataDir });
    neonConfig.fetchEndpoint = second.httpUrl;
    expect(await neon(second.databaseUrl)`select n from kept`).toEqual([{ n: 42 }]);
    await second.stop();
  }, 60_000);

  it("takes over the lock of a process that is gone", async () => {
    const dataDir = join(scratch, "stale");
    writeFileSync(`${dataDir}.lock`, "999999999");
    const standin = await startNeon({ dataDir });
    await standin.stop();
  }, 60_000);

  it("names a damaged folder and the way out", async () => {
    const dataDir = join(scratch, "damaged");
    mkdirSync(join(dataDir, "global"), { recursive: true });
    writeFileSync(join(dataDir, "PG_VERSION"), "9.1\n");
    await expect(startNeon({ dataDir })).rejects.toThrow(/damaged cannot be opened.*npm run reset/);
  }, 60_000);

  it("names the port that is taken", async () => {
    const first = await startNeon();
    const port = Number(new URL(first.httpUrl).port);
    await expect(startNeon({ port })).rejects.toThrow(`cannot listen on port ${port}`);
    await first.stop();
  }, 60_000);

  it("refuses requests and answers past the limit", async () => {
    const standin = await startNeon({ maxBytes: 10_000 });
    neonConfig.fetchEndpoint = standin.httpUrl;
    const sql = neon(standin.databaseUrl);
    await expect(sql`select length(${"x".repeat(20_000)})`).rejects.toThrow("413");
    await expect(sql`select repeat('x', 20000)`).rejects.toThrow("507");
    expect(await sql`select 1 as still_here`).toEqual([{ still_here: 1 }]);
    await standin.stop();
  }, 60_000);
});

it("says which PostgreSQL does not answer", async () => {
  await expect(startNeon({ pgUrl: "postgres://nobody@127.0.0.1:1/none" })).rejects.toThrow(
    "PostgreSQL at 127.0.0.1:1 does not answer",
  );
});
