/** Logistic regression over sparse features: AdaGrad with L2, in a seeded order. */
import type { Features } from "#lib/guards/security/injection/model/linear";
import { seeded, shuffled } from "#scripts/train/security/random";

export interface Example {
  features: Features;
  label: 0 | 1;
  weight: number;
}

export interface Fit {
  intercept: number;
  hashed: Float64Array;
  named: Map<string, number>;
}

const EPOCHS = 14;
const RATE = 0.25;

/** @param decay L2 on hashed weights, per step; named ones get a fifth of it. */
export function fit(examples: readonly Example[], buckets: number, decay: number): Fit {
  const hashed = new Float64Array(buckets);
  const squares = new Float64Array(buckets).fill(1e-3);
  const named = new Map<string, number>();
  const namedSquares = new Map<string, number>();
  let [intercept, interceptSquares] = [0, 1e-3];
  const random = seeded(11);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const { features, label, weight } of shuffled(examples, random)) {
      const scale = 1 / Math.sqrt(features.hashed.size + 1);
      let sum = intercept;
      for (const bucket of features.hashed) sum += (hashed[bucket] ?? 0) * scale;
      for (const [name, value] of features.named) sum += (named.get(name) ?? 0) * value;
      const error = (1 / (1 + Math.exp(-sum)) - label) * weight;
      interceptSquares += error * error;
      intercept -= (RATE * error) / Math.sqrt(interceptSquares);
      for (const bucket of features.hashed) {
        const old = hashed[bucket] ?? 0;
        const slope = error * scale + decay * old;
        squares[bucket] = (squares[bucket] ?? 0) + slope * slope;
        hashed[bucket] = old - (RATE * slope) / Math.sqrt(squares[bucket] ?? 1);
      }
      for (const [name, value] of features.named) {
        const old = named.get(name) ?? 0;
        const slope = error * value + (decay / 5) * old;
        const square = (namedSquares.get(name) ?? 1e-3) + slope * slope;
        namedSquares.set(name, square);
        const next = old - (RATE * slope) / Math.sqrt(square);
        named.set(name, isEvidence(name) ? Math.max(0, next) : next);
      }
    }
  }
  return { intercept, hashed, named };
}

/** What speaks for an attack may count for nothing, never against it. */
function isEvidence(name: string): boolean {
  return name.startsWith("rule ") || name === "evidence";
}

export function score({ intercept, hashed, named }: Fit, features: Features): number {
  let sum = 0;
  for (const bucket of features.hashed) sum += hashed[bucket] ?? 0;
  sum = intercept + sum / Math.sqrt(features.hashed.size + 1);
  for (const [name, value] of features.named) sum += (named.get(name) ?? 0) * value;
  return sum;
}
