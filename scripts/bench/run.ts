/**
 * npm run bench [endpoint | guards | cold …] [-- --update]: measures, prints tables, and fails when a ratio got
 * worse than the committed baseline. What looks worse is measured once more before it is believed.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cold } from "#scripts/bench/cold";
import { endpoint } from "#scripts/bench/endpoint/suite";
import { cost } from "#scripts/bench/guards/cost";
import { growth } from "#scripts/bench/guards/growth";
import { type Baseline, betterOf, judge, TOLERANCE, updated } from "#scripts/bench/judge";
import type { Metric, Suite } from "#scripts/bench/metric";

const SUITES: Record<string, Suite[]> = { endpoint: [endpoint], guards: [cost, growth], cold: [cold] };
const BASELINE = new URL("baseline.json", import.meta.url);

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const update = process.argv.includes("--update");
const baseline: Baseline = existsSync(BASELINE) ? JSON.parse(readFileSync(BASELINE, "utf8")) : {};

const strangers = asked.filter((name) => !(name in SUITES));
if (strangers.length > 0) {
  console.error(`There is no benchmark ${strangers.join(", ")}. Choose from: ${Object.keys(SUITES).join(", ")}.`);
  process.exit(1);
}
const metrics: Metric[] = [];
for (const [name, suites] of Object.entries(SUITES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const startedAt = performance.now();
  for (const suite of suites) metrics.push(...(await measure(suite)));
  console.log(`${name} took ${((performance.now() - startedAt) / 1_000).toFixed(0)} s\n`);
}
if (update) {
  writeFileSync(BASELINE, `${JSON.stringify(updated(baseline, metrics), null, 2)}\n`);
  console.log(`Wrote ${metrics.length} numbers to scripts/bench/baseline.json.`);
} else {
  conclude();
}

async function measure(suite: Suite): Promise<Metric[]> {
  const first = await suite(console.log);
  const doubtful = judge(first, update ? {} : baseline).filter(({ metric }) => metric.kind === "ratio");
  if (doubtful.length === 0) return first;
  console.log("Something looks worse; measuring this once more.\n");
  return betterOf(first, await suite(console.log));
}

function conclude(): void {
  const complaints = judge(metrics, baseline);
  const compared = metrics.filter(({ name }) => name in baseline).length;
  console.log(
    `${compared} of ${metrics.length} numbers compared with the baseline; a ratio may rise by ${TOLERANCE * 100} %.`,
  );
  if (complaints.length === 0) return;
  console.error(complaints.map(({ message }) => `✗ ${message}`).join("\n"));
  console.error("Mend it, or accept it with: npm run bench -- --update");
  process.exitCode = 1;
}
