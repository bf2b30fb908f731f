/**
 * Moves usage from Redis to the ledger. Per organisation: one script sets the counted fields aside
 * under a batch id, the ledger takes the batch (twice is once), and only then is it deleted.
 * Killed anywhere in between, the next run finds the batch and finishes it.
 */
import * as z from "zod";
import { newId } from "#lib/ids";
import { orgKey, PENDING_USAGE } from "#lib/platform/limits/admission";
import type { RedisPort } from "#lib/platform/redis";
import type { Ledger } from "#lib/platform/usage/ledger";
import { monthOf, parseUsageField, type UsageLine } from "#lib/platform/usage/line";

/**
 * KEYS organisation hash, batch hash · ARGV batch id, month to keep. Returns the batch as a flat list.
 * Fields move one by one: Lua cannot pass thousands of arguments at once.
 */
const SET_ASIDE = `
if redis.call('EXISTS', KEYS[2]) == 0 then
  local all, started = redis.call('HGETALL', KEYS[1]), false
  for at = 1, #all, 2 do
    local field = all[at]
    if string.sub(field, 1, 2) == 'u:' then
      if not started then redis.call('HSET', KEYS[2], 'id', ARGV[1]) end
      started = true
      redis.call('HSET', KEYS[2], string.sub(field, 3), all[at + 1])
      redis.call('HDEL', KEYS[1], field)
    elseif string.sub(field, 1, 2) == 'q:' and field < 'q:' .. ARGV[2] then
      redis.call('HDEL', KEYS[1], field)
    end
  end
end
return redis.call('HGETALL', KEYS[2])
`;

/** KEYS organisation hash, batch hash, pending set. Forgets the batch; the organisation stays pending if it was used meanwhile. */
const SETTLE = `
redis.call('DEL', KEYS[2])
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
  if string.sub(field, 1, 2) == 'u:' then return 0 end
end
return redis.call('SREM', KEYS[3], KEYS[1])
`;

const FlatHash = z.array(z.coerce.string());

export interface DrainReport {
  organisations: number;
  lines: number;
  quantity: number;
  failed: number;
}

export function createDrain(deps: { redis: RedisPort; ledger: Ledger; now: () => number }) {
  async function drainOrganisation(orgId: string): Promise<UsageLine[]> {
    const keys = [orgKey(orgId), `drain:${orgId}`];
    const args = [newId("usageBatch"), monthOf(deps.now())];
    const flat = await deps.redis.script(SET_ASIDE, keys, args, (reply) => FlatHash.parse(reply));
    const { batchId, lines } = readBatch(orgId, flat);
    if (batchId !== null) await deps.ledger.record(batchId, lines);
    await deps.redis.script(SETTLE, [...keys, PENDING_USAGE], [], () => {});
    return lines;
  }

  /** Drains every organisation with use; one that fails keeps its batch for the next run. */
  return async function drainUsage(): Promise<DrainReport> {
    const pending = await deps.redis.use((redis) => redis.smembers<string[]>(PENDING_USAGE));
    const report: DrainReport = { organisations: pending.length, lines: 0, quantity: 0, failed: 0 };
    for (const key of pending) {
      const lines = await drainOrganisation(key.slice(orgKey("").length)).catch(() => null);
      if (lines === null) report.failed += 1;
      report.lines += lines?.length ?? 0;
      report.quantity += lines?.reduce((sum, line) => sum + line.quantity, 0) ?? 0;
    }
    return report;
  };
}

function readBatch(orgId: string, flat: string[]): { batchId: string | null; lines: UsageLine[] } {
  let batchId: string | null = null;
  const lines: UsageLine[] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) {
    const [field = "", value = ""] = flat.slice(at, at + 2);
    if (field === "id") batchId = value;
    const line = field === "id" ? null : parseUsageField(orgId, field, Number(value));
    if (line !== null) lines.push(line);
  }
  return { batchId, lines };
}
