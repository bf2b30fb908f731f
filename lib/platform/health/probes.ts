/** Asks the dependencies whether they are there. An answer is good for a second, however many ask. */
import { sql } from "drizzle-orm";
import type { Database } from "#db/client";
import type { RedisPort } from "#lib/platform/redis";

export interface Check {
  healthy: boolean;
  response_time_ms: number;
}

export type Probe = () => Promise<Record<"database" | "redis", Check>>;

const GOOD_FOR_MS = 1_000;

export function createProbe(deps: { db: Database; redis: RedisPort; now: () => number }): Probe {
  let last: { checks: Record<"database" | "redis", Check>; atMs: number } | undefined;

  async function timed(ask: () => Promise<unknown>): Promise<Check> {
    const startedMs = deps.now();
    const healthy = await ask().then(
      () => true,
      () => false,
    );
    return { healthy, response_time_ms: deps.now() - startedMs };
  }

  return async function probe() {
    if (last !== undefined && deps.now() - last.atMs < GOOD_FOR_MS) return last.checks;
    const [database, redis] = await Promise.all([
      timed(() => deps.db.execute(sql`select 1`)),
      timed(() => deps.redis.use(async (client) => pong(await client.ping()))),
    ]);
    last = { checks: { database, redis }, atMs: deps.now() };
    return last.checks;
  };
}

function pong(reply: string): void {
  if (reply !== "PONG") throw new Error("Redis answered something else than PONG");
}
