import pg from "pg";
import { messageOf } from "#scripts/standins/http";
import { cleanSession, type Database } from "#scripts/standins/neon/database";

const POOL_SIZE = 10;

/** A pool over a real PostgreSQL. Throws one sentence when it does not answer. */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: POOL_SIZE, connectionTimeoutMillis: 5_000 });
  // An idle connection that the server ends is not an error of any request.
  pool.on("error", () => {});
  try {
    await pool.query("select 1");
  } catch (error) {
    await pool.end();
    throw new Error(`PostgreSQL at ${new URL(url).host} does not answer: ${messageOf(error)}`);
  }
  return { withClient: (work) => lend(pool, work), close: () => pool.end() };
}

async function lend<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    cleanSession(client).then(
      () => client.release(),
      () => client.release(true),
    );
  }
}
