/**
 * A linear model over hashed features with integer weights, trained on public posts labelled for sexism
 * (EDOS, CC0). Blind to which group is meant; see features.ts. Its known misses: irony, dog whistles,
 * languages other than English.
 */
import { BUCKETS, featuresOf } from "#lib/guards/bias/features";
import type { Shape } from "#lib/guards/bias/shape";
import { INTERCEPT, PACKED, UNIT } from "#lib/guards/bias/weights";
import { lazy } from "#lib/guards/text/lazy";

/** The character of a weight of zero. */
const ZERO = 63;

const levelsOf = lazy((): Int8Array => {
  const levels = new Int8Array(BUCKETS);
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) levels[bucket] = PACKED.charCodeAt(bucket) - ZERO;
  return levels;
});

/** @returns how sexist a passage which speaks of people reads, 0 to 1: one half where the two errors balance best. */
export function sexismScore(shape: Shape): number {
  const features = featuresOf(shape);
  const levels = levelsOf();
  let sum = 0;
  for (const feature of features) sum += levels[feature] ?? 0;
  return 1 / (1 + Math.exp(-(INTERCEPT + (sum * UNIT) / Math.sqrt(features.size + 1))));
}
