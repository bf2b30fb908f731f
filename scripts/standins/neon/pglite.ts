import { existsSync, mkdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { createPgConfig } from "@electric-sql/pglite/node-postgres";
import { vector } from "@electric-sql/pglite-pgvector";
import pg from "pg";
import { messageOf } from "#scripts/standins/http";
import { takeLock } from "#scripts/standins/lock";
import { cleanSession, type Database } from "#scripts/standins/neon/database";

/** PGlite is a single connection: requests wait in line for it. */
export async function openPglite(dataDir: string | undefined): Promise<Database> {
  const unlock = dataDir === undefined ? () => {} : takeLock(lockPath(dataDir), `The local database in ${dataDir}`);
  try {
    const engine = await createEngine(dataDir);
    const client = new pg.Client({ ...createPgConfig(engine) });
    await client.connect();
    return oneAtATime(client, async () => {
      await client.end();
      await engine.close();
      unlock();
    });
  } catch (error) {
    unlock();
    throw error;
  }
}

function lockPath(dataDir: string): string {
  const folder = resolve(dataDir);
  return join(dirname(folder), `${basename(folder)}.lock`);
}

async function createEngine(dataDir: string | undefined): Promise<PGlite> {
  const extensions = { vector, pg_trgm };
  if (dataDir === undefined) return PGlite.create({ extensions });
  const isNew = !existsSync(join(dataDir, "PG_VERSION"));
  mkdirSync(dirname(resolve(dataDir)), { recursive: true });
  try {
    return await PGlite.create({ dataDir, extensions });
  } catch (error) {
    const advice = isNew
      ? "check that the folder is empty and may be written"
      : "its files are damaged; `npm run reset` starts afresh";
    throw new Error(
      `The local database in ${dataDir} cannot be opened: ${advice} (${messageOf(error).split("\n")[0]}).`,
    );
  }
}

function oneAtATime(client: pg.Client, close: () => Promise<void>): Database {
  let last: Promise<unknown> = Promise.resolve();
  const enqueue = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  };
  return {
    withClient: (work) => {
      const turn = enqueue(() => work(client));
      enqueue(() => cleanSession(client)).catch(() => {});
      return turn;
    },
    close: () => enqueue(close),
  };
}
