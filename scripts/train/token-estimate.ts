/**
 * npx tsx scripts/train/token-estimate.ts [counts.json…]: fits lib/guards/token/estimate/weights.data.ts.
 * Counts of the exact encodings come with the public token data; for another vendor's family pass
 * `<family>.json`, an object from row id to the count of that vendor's published tokenizer.
 * Least squares on the relative error with ridge; the bound is the 95th percentile of the error on
 * rows left out of the fit, ten folds.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { FEATURES, profile } from "#lib/guards/token/estimate/profile";
import { rows } from "#scripts/eval/data";

interface Row {
  id: string;
  text: string;
  counts: Record<string, number>;
}
interface Sample {
  features: Float64Array;
  count: number;
  /** The measured o200k count: the base a family's estimate scales. */
  base: number;
}
type Weights = Float64Array;

const FOLDS = 10;
const RIDGE = 0.02;
const data = rows<Row>("tokens/tiktoken_counts_train.jsonl.gz").filter((row) => row.text.length > 0);
const profiles = data.map((row) => profile(row.text));

const fitted = Object.fromEntries([
  ...["o200k_base", "cl100k_base"].map((encoding) => [encoding, fitFamily((row) => row.counts[encoding])]),
  ...process.argv.slice(2).map((file) => {
    const counts = JSON.parse(readFileSync(file, "utf8")) as Record<string, number>;
    return [basename(file, ".json"), fitFamily((row) => counts[row.id])];
  }),
]);

const header =
  "/** Written by scripts/train/token-estimate.ts: tokens per feature, and relative errors at the 95th percentile. */\n";
writeFileSync(
  new URL("../../lib/guards/token/estimate/weights.data.ts", import.meta.url),
  `${header}export const WEIGHTS = ${JSON.stringify(fitted, null, 1)} as const;\n`,
);

function fitFamily(countOf: (row: Row) => number | undefined) {
  const samples = data.flatMap((row, index): Sample[] => {
    const count = countOf(row);
    const features = profiles[index];
    const base = row.counts.o200k_base;
    return count && features && base ? [{ features, count, base }] : [];
  });
  const errors = foldErrors(samples);
  return {
    weights: Array.from(fit(samples), (weight) => Math.round(weight * 1e3) / 1e3),
    errorBoundPct: percentile(errors.plain, 0.95),
    scaledErrorBoundPct: percentile(errors.scaled, 0.95),
  };
}

function foldErrors(samples: Sample[]): { plain: number[]; scaled: number[] } {
  const plain: number[] = [];
  const scaled: number[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const training = samples.filter((_, index) => index % FOLDS !== fold);
    const weights = fit(training);
    const baseWeights = fit(training.map((sample) => ({ ...sample, count: sample.base })));
    for (const sample of samples.filter((_, index) => index % FOLDS === fold)) {
      const estimate = dot(weights, sample.features);
      plain.push(errorPct(estimate, sample.count));
      scaled.push(errorPct((sample.base * estimate) / dot(baseWeights, sample.features), sample.count));
    }
  }
  return { plain, scaled };
}

function errorPct(estimate: number, count: number): number {
  return (Math.abs(Math.max(1, Math.round(estimate)) - count) / count) * 100;
}

/** Ridge towards a flat prior, negative weights cut to nearly nothing, by coordinate descent. */
function fit(samples: Sample[]): Weights {
  const weights = new Float64Array(FEATURES.length).fill(0.3);
  const rowsScaled = samples.map(({ features, count }) =>
    features.map((value) => value / Math.sqrt(count * (count + 8))),
  );
  const targets = samples.map(({ count }) => count / Math.sqrt(count * (count + 8)));
  const residuals = targets.map((target, index) => target - dot(weights, rowsScaled[index] ?? weights));
  for (let pass = 0; pass < 120; pass++) {
    for (let column = 0; column < weights.length; column++) descend(weights, rowsScaled, residuals, column);
  }
  return weights;
}

function descend(weights: Weights, samples: Float64Array[], residuals: number[], column: number): void {
  const old = weights[column] ?? 0;
  let slope = RIDGE * (0.3 - old);
  let curvature = RIDGE;
  samples.forEach((sample, index) => {
    const value = sample[column] ?? 0;
    slope += value * (residuals[index] ?? 0);
    curvature += value * value;
  });
  const next = Math.max(0.01, old + slope / curvature);
  weights[column] = next;
  samples.forEach((sample, index) => {
    residuals[index] = (residuals[index] ?? 0) - (next - old) * (sample[column] ?? 0);
  });
}

function dot(weights: Weights, features: Float64Array): number {
  return features.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);
}

function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
}
