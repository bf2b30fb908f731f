/** PG_URL and REDIS_URL: the start over a real PostgreSQL and a real Redis, where this machine has them. */
import { join } from "node:path";
import { Redis } from "ioredis";
import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { endAll, launch, temporaryFolder } from "#tests/scripts/launch";
import { redisBackends, sqlBackends, titleOf, uniqueName } from "#tests/standins/backends";

const SLOW = 180_000;
const folder = temporaryFolder();
const real = ({ name }: { name: string }) => name === "real";
const sql = (await sqlBackends()).find(real) ?? { name: "real" as const, missing: "no PostgreSQL" };
const redis = (await redisBackends()).find(real) ?? { name: "real" as const, missing: "no Redis" };

afterAll(() => endAll(folder));

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: sql.url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** One of the numbered databases that nobody uses; undefined when all are in use. */
async function emptyRedisUrl(): Promise<string | undefined> {
  for (let number = 15; number > 0; number--) {
    const url = new URL(`/${number}`, redis.url).href;
    const client = new Redis(url);
    const size = await client.dbsize().catch(() => 1);
    client.disconnect();
    if (size === 0) return url;
  }
  return undefined;
}

describe.skipIf(sql.missing !== undefined || redis.missing !== undefined)(
  `${titleOf(sql, "npm start on PostgreSQL")}, ${titleOf(redis, "Redis")}`,
  () => {
    test("migrates a new database, answers, keeps its data there, and finds it again", { timeout: SLOW }, async () => {
      const database = uniqueName("aiguardian_start");
      const redisUrl = await emptyRedisUrl();
      expect(redisUrl, "every numbered Redis database is in use").toBeDefined();
      await asOwner(`create database ${database}`);
      const env = { PG_URL: new URL(`/${database}`, sql.url).href, REDIS_URL: redisUrl ?? "" };
      const stateDir = join(folder, "state");
      try {
        for (const listed of [2, 3]) {
          const running = await launch({ stateDir, env });
          const { base_url, admin_key } = await running.ready();
          expect(running.output()).toMatch(/database \(PG_URL\)[\s\S]+Redis \(REDIS_URL\)/);
          const headers = { Authorization: `Bearer ${admin_key}`, "Content-Type": "application/json" };
          const keys = (await (await fetch(`${base_url}/api/v1/keys`, { headers })).json()) as { data: unknown[] };
          expect(keys.data).toHaveLength(listed);
          const body = JSON.stringify({ name: "kept", mode: "live" });
          expect((await fetch(`${base_url}/api/v1/keys`, { method: "POST", headers, body })).status).toBe(201);
          running.signal("SIGINT");
          expect(await running.exitCode).toBe(0);
        }
        const client = new Redis(redisUrl ?? "");
        expect(await client.dbsize()).toBeGreaterThan(0);
        client.disconnect();
      } finally {
        const client = new Redis(redisUrl ?? "");
        await client.flushdb();
        client.disconnect();
        await asOwner(`drop database if exists ${database} with (force)`);
      }
    });
  },
);
