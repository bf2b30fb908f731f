/**
 * npm run eval [guard…] [-- --update]: measures every guard, prints the numbers beside the committed
 * baseline and fails when one got worse by more than the tolerance.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { GUARD_IDS } from "#lib/guards/guard";
import { DATA_DIR, rows } from "#scripts/eval/data";
import type { Evaluate, Metric } from "#scripts/eval/metric";

const BASELINE = new URL("baseline.json", import.meta.url);
const TOLERANCE = 0.005;

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const update = process.argv.includes("--update");
const baseline: Record<string, number> = existsSync(BASELINE) ? JSON.parse(readFileSync(BASELINE, "utf8")) : {};
const measured: Metric[] = [];
const worse: string[] = [];

if (!existsSync(DATA_DIR)) {
  console.log(`No public data at ${DATA_DIR}: measuring on tests/corpus only. Set EVAL_DATA to measure all.`);
}
for (const guard of GUARD_IDS.filter((id) => asked.length === 0 || asked.includes(id))) {
  const { evaluate } = (await import(`./${guard}.ts`)) as { evaluate: Evaluate };
  for (const metric of await evaluate(rows)) {
    measured.push(metric);
    report(metric);
  }
}
if (update) {
  const next = { ...baseline, ...Object.fromEntries(measured.map(({ name, value }) => [name, rounded(value)])) };
  writeFileSync(BASELINE, `${JSON.stringify(next, Object.keys(next).sort(), 2)}\n`);
  console.log(`\nWrote ${measured.length} numbers to scripts/eval/baseline.json.`);
} else if (worse.length > 0) {
  console.error(
    `\nWorse than the baseline:\n${worse.join("\n")}\nMend it, or accept it with: npm run eval -- --update`,
  );
  process.exitCode = 1;
}

function report(metric: Metric): void {
  const before = baseline[metric.name];
  const change = before === undefined ? "new" : signed(metric.value - before);
  const line = `${metric.name.padEnd(64)} ${metric.value.toFixed(4)}  (${change}, n=${metric.n}, ${metric.better} is better)`;
  console.log(line);
  if (before === undefined) return;
  const loss = metric.better === "higher" ? before - metric.value : metric.value - before;
  if (loss > TOLERANCE) worse.push(line);
}

function signed(value: number): string {
  return `${value < 0 ? "" : "+"}${value.toFixed(4)}`;
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
