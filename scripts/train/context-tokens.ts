/**
 * npx tsx scripts/train/context-tokens.ts: fits the costs in lib/guards/context/tokens.ts to public token
 * counts (non-negative least squares on the relative error, every fifth text left out) and prints them.
 */
import { shapeOf } from "#lib/guards/context/tokens";
import { heldOut } from "#scripts/eval/context-segmentation";
import { type CountedText, countedTexts } from "#scripts/eval/context-tokens";
import { rows } from "#scripts/eval/data";

const ROUNDS = 2_000;

const samples = heldOut(countedTexts(rows)).train.map(({ text, counts }: CountedText) =>
  shapeOf(text).map((value) => value / counts.o200k_base),
);
const costs = new Float64Array(samples[0]?.length ?? 0);
const errors = samples.map(() => 1);
for (let round = 0; round < ROUNDS; round += 1) for (const at of costs.keys()) descend(at);
console.log([...costs].map((cost) => cost.toFixed(3)).join(" "));

/** Moves one cost to where the squared error is least. */
function descend(at: number): void {
  let slope = 0;
  let curvature = 1e-9;
  for (const [row, sample] of samples.entries()) {
    slope += (sample[at] ?? 0) * (errors[row] ?? 0);
    curvature += (sample[at] ?? 0) ** 2;
  }
  const step = Math.max(0, (costs[at] ?? 0) + slope / curvature) - (costs[at] ?? 0);
  costs[at] = (costs[at] ?? 0) + step;
  for (const [row, sample] of samples.entries()) errors[row] = (errors[row] ?? 0) - step * (sample[at] ?? 0);
}
