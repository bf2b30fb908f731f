/** The usage ledger in Postgres: written in batches, each line at most once. */
import type { Database } from "#db/client";
import { usageLedger } from "#db/schema/index";
import { asSystem } from "#db/tenant";
import type { UsageLine } from "#lib/platform/usage/line";

const ROWS_A_STATEMENT = 1_000;

export interface Ledger {
  /** Writing the same batch again changes nothing. */
  record(batchId: string, lines: UsageLine[]): Promise<void>;
}

export function createLedger(db: Database): Ledger {
  return {
    async record(batchId, lines) {
      const values = lines.map(({ hourMs, ...line }) => ({ ...line, hour: new Date(hourMs), batchId }));
      for (let at = 0; at < values.length; at += ROWS_A_STATEMENT) {
        const slice = values.slice(at, at + ROWS_A_STATEMENT);
        await asSystem(db, [db.insert(usageLedger).values(slice).onConflictDoNothing()]);
      }
    },
  };
}
