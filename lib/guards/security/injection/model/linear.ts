/** A linear model over hashed word features and a few named ones, with integer weights. */

export interface PackedModel {
  /** Log-odds of one step of a weight. */
  unit: number;
  intercept: number;
  /** Number of hashed features, a power of two. */
  buckets: number;
  /** One character a bucket: its code minus 79 is the weight in steps; a digit run `~n~` stands for n zeros. */
  packed: string;
  /** Log-odds by name. */
  named: Readonly<Record<string, number>>;
}

/** What the model is shown: buckets that are on, and named values. */
export interface Features {
  hashed: ReadonlySet<number>;
  named: ReadonlyMap<string, number>;
}

export const ZERO = 79;

export function unpackWeights({ packed, buckets }: Pick<PackedModel, "packed" | "buckets">): Int8Array {
  const weights = new Int8Array(buckets);
  let bucket = 0;
  for (const [, run, char] of packed.matchAll(/~(\d+)~|([^~])/g)) {
    if (run !== undefined) bucket += Number(run);
    else {
      weights[bucket] = (char ?? "").charCodeAt(0) - ZERO;
      bucket += 1;
    }
  }
  return weights;
}

/** Log-odds. Hashed features share a length of one, so that long texts weigh no more than short ones. */
export function logOdds({ unit, intercept, named }: PackedModel, weights: Int8Array, features: Features): number {
  let hashed = 0;
  for (const bucket of features.hashed) hashed += weights[bucket] ?? 0;
  let sum = intercept + (hashed * unit) / Math.sqrt(features.hashed.size + 1);
  for (const [name, value] of features.named) sum += (named[name] ?? 0) * value;
  return sum;
}
