/** How the cost grows with the text: ten times the text may take twelve times as long, whatever the text is. */
import { GUARD_IDS, type GuardId } from "#lib/guards/guard";
import { type Child, LateError, startChild } from "#scripts/bench/child";
import type { Grown } from "#scripts/bench/guards/growth-process";
import type { Metric, Suite } from "#scripts/bench/metric";
import { digits, table } from "#scripts/bench/table";
import { ADVERSARIAL } from "#scripts/bench/texts";

const TARGET_GROWTH = 12;
/** What fails a run: work that is quadratic grows a hundredfold, while garbage collection and caches alone cost half as much again. */
const MAX_GROWTH = 20;
/** Most that a text of the worst kind should take against plain text of the same length; for orientation. */
const MAX_AGAINST_PLAIN = 3;
/** A guard that takes longer than this for one kind of text is stopped: it will not be linear. */
const PATIENCE_MS = 30_000;
const KINDS = ["plain", ...Object.keys(ADVERSARIAL)];
const ENDLESS: Grown = { smallMs: Number.POSITIVE_INFINITY, factor: Number.POSITIVE_INFINITY };

export const growth: Suite = async (print) => {
  const rows: string[][] = [];
  const metrics: Metric[] = [];
  for (const guard of GUARD_IDS) {
    const grown = await growthOf(guard);
    const factors = grown.map(({ factor }) => factor);
    rows.push([guard, ...factors.map(digits), digits(againstPlain(grown)), slowest(grown)]);
    metrics.push({ name: `guards/${guard}/growth`, kind: "growth", value: Math.max(...factors), limit: MAX_GROWTH });
  }
  const head = [
    `1 MB / 100 KB, ≤ ${TARGET_GROWTH}`,
    ...KINDS,
    `worst / plain, ≤ ${MAX_AGAINST_PLAIN}`,
    "slowest, ms at 100 KB",
  ];
  print(`${table(head, rows)}\n`);
  return metrics;
};

/** What looks bad is measured up to this many times, and the best result counts. */
const ATTEMPTS = 3;

/** @returns one result per kind. */
async function growthOf(guard: GuardId): Promise<Grown[]> {
  const results: Grown[] = [];
  const measure = measurer(guard);
  for (const kind of KINDS) {
    let best = await measure.kind(kind);
    for (let attempt = 1; attempt < ATTEMPTS && best.factor > TARGET_GROWTH && best !== ENDLESS; attempt++) {
      const again = await measure.kind(kind);
      if (again.factor < best.factor) best = again;
    }
    results.push(best);
  }
  await measure.stop();
  return results;
}

/** Starts a process for the guard, and another one when that had to be stopped. */
function measurer(guard: GuardId) {
  const start = () => startChild(new URL("growth-process.ts", import.meta.url), { env: { BENCH_GUARD: guard } });
  let child: Child = start();
  return {
    async kind(kind: string): Promise<Grown> {
      try {
        return await child.ask<Grown>(kind, PATIENCE_MS);
      } catch (error) {
        if (!(error instanceof LateError)) throw error;
        console.error(`${guard}, ${kind}: ${error.message}`);
        await child.stop();
        child = start();
        return ENDLESS;
      }
    },
    stop: () => child.stop(),
  };
}

function againstPlain([plain = ENDLESS, ...adversarial]: Grown[]): number {
  return Math.max(...adversarial.map(({ smallMs }) => smallMs)) / plain.smallMs;
}

function slowest(grown: Grown[]): string {
  const worst = Math.max(...grown.map(({ smallMs }) => smallMs));
  return `${KINDS[grown.findIndex(({ smallMs }) => smallMs === worst)]} ${digits(worst)}`;
}
