/** Usage reaches the ledger exactly once, however often the drain is killed. */
import { eq, sum } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { usageLedger } from "#db/schema/index";
import { asSystem } from "#db/tenant";
import { cronDeps } from "#lib/deps/cron";
import { parseEnv } from "#lib/env";
import { createRedis } from "#lib/platform/redis";
import { createDrain } from "#lib/platform/usage/drain";
import { createLedger } from "#lib/platform/usage/ledger";
import { cronApp } from "#lib/surfaces/http/cron-app";
import { type Stack, startStack } from "#scripts/dev/stack";
import { createApp } from "#tests/support/app";
import { createTenant, database } from "#tests/support/tenant";

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ stateDir: undefined, baseUrl: "http://127.0.0.1:8000" });
});
afterAll(() => stack.stop());

const call = { service_type: "biasguard", payload: { text: "Good morning." } };

async function ledgerTotal(orgId: string): Promise<number> {
  const db = database(stack.env);
  const query = db
    .select({ total: sum(usageLedger.quantity) })
    .from(usageLedger)
    .where(eq(usageLedger.orgId, orgId));
  const [[row]] = await asSystem(db, [query]);
  return Number(row?.total ?? 0);
}

describe("the drain", () => {
  test("moves what was used to the ledger, and the usage route shows it", async () => {
    const tenant = await createTenant(stack.env);
    const app = createApp(stack.env);
    for (let index = 0; index < 7; index++) await app.post("/api/v1/guards/process", tenant.apiKey, call);
    await app.post("/api/v1/guards/batch", tenant.apiKey, {
      items: [call, call, { ...call, service_type: "healthguard" }],
    });
    const cron = cronApp(cronDeps(parseEnv({ ...stack.env, LOG_LEVEL: "silent" })));
    const job = await cron.request("/api/cron/drain-usage", {
      headers: { Authorization: `Bearer ${stack.env.CRON_SECRET}` },
    });
    expect(job.status).toBe(200);
    expect(await ledgerTotal(tenant.orgId)).toBe(10);
    const usage = await (await app.get("/api/v1/usage", tenant.adminKey)).json();
    expect(usage).toMatchObject({ totals: { requests: 10, live: 10, test: 0 } });
    expect((usage as { data: unknown }).data).toEqual([
      { group: "batch", mode: "live", requests: 3 },
      { group: "biasguard", mode: "live", requests: 7 },
    ]);
  });

  test("refuses without the scheduler's secret, and an unknown job", async () => {
    const cron = cronApp(cronDeps(parseEnv({ ...stack.env, LOG_LEVEL: "silent" })));
    expect((await cron.request("/api/cron/drain-usage")).status).toBe(401);
    const headers = { Authorization: `Bearer ${stack.env.CRON_SECRET}` };
    expect((await cron.request("/api/cron/unknown", { headers })).status).toBe(404);
  });

  test("killed at any step, again and again, the ledger is exact", async () => {
    const tenant = await createTenant(stack.env);
    const app = createApp(stack.env);
    const redis = createRedis({ url: stack.upstash.url, token: stack.upstash.token, timeoutMs: 5_000, now: Date.now });
    const ledger = createLedger(database(stack.env));
    let kills = 0;
    let accepted = 0;
    for (let round = 0; round < 30; round++) {
      const statuses = await Promise.all(
        Array.from({ length: 10 }, () => app.post("/api/v1/guards/process", tenant.apiKey, call)),
      );
      accepted += statuses.filter((response) => response.status === 200).length;
      const killAt = round % 3;
      const dying = createDrain({
        redis: killAt === 2 ? dyingAfter(redis, 2) : redis,
        ledger: {
          async record(batchId, lines) {
            if (killAt === 0) throw new Error("killed before the ledger");
            await ledger.record(batchId, lines);
            if (killAt === 1) throw new Error("killed after the ledger");
          },
        },
        now: Date.now,
      });
      const report = await dying().catch(() => ({ failed: 1 }));
      kills += report.failed;
    }
    await createDrain({ redis, ledger, now: Date.now })();
    await createDrain({ redis, ledger, now: Date.now })();
    console.log(`ledger: ${accepted} accepted, ${kills} kills, ${await ledgerTotal(tenant.orgId)} in the ledger`);
    expect(kills).toBeGreaterThanOrEqual(20);
    expect(await ledgerTotal(tenant.orgId)).toBe(accepted);
  });
});

/** Redis that dies before its n-th call from now. */
function dyingAfter(redis: ReturnType<typeof createRedis>, calls: number): ReturnType<typeof createRedis> {
  let left = calls;
  const alive = <Result>(work: () => Promise<Result>) => (left-- > 0 ? work() : Promise.reject(new Error("killed")));
  return {
    ...redis,
    use: (work) => alive(() => redis.use(work)),
    script: (...call) => alive(() => redis.script(...call)),
  };
}
