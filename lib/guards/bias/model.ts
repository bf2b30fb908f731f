/**
 * A linear model over hashed features with integer weights, trained on public posts labelled for sexism
 * (EDOS, CC0). Blind to which group is meant; see features.ts. Its known misses: irony, dog whistles,
 * languages other than English.
 */
import { BUCKETS, featuresOf } from "#lib/guards/bias/features";
import type { Unit } from "#lib/guards/bias/shape";
import { INTERCEPT, PACKED, UNIT } from "#lib/guards/bias/weights";

const WEIGHTS = Int8Array.from({ length: BUCKETS }, (_, bucket) => PACKED.charCodeAt(bucket) - 63);

/** @returns the probability that a passage which speaks of people is sexist, 0 to 1. */
export function sexismProbability(units: readonly Unit[]): number {
  const features = featuresOf(units);
  let sum = 0;
  for (const feature of features) sum += WEIGHTS[feature] ?? 0;
  return 1 / (1 + Math.exp(-(INTERCEPT + (sum * UNIT) / Math.sqrt(features.size + 1))));
}
