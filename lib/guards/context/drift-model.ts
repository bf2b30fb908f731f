/** A small network over the features, and the decoding of its scores into topic boundaries. */
import { DRIFT_NETWORK } from "#lib/guards/context/drift-weights";
import { FeatureReader } from "#lib/guards/context/features";
import { freshRequestScore } from "#lib/guards/context/fresh-request";
import type { Profile } from "#lib/guards/context/profile";
import type { Vocabulary } from "#lib/guards/context/vocabulary";

/** One hidden layer of tanh units over standardised features; the last weight of a unit is its bias. */
export interface Network {
  names: readonly string[];
  mean: readonly number[];
  scale: readonly number[];
  units: readonly (readonly number[])[];
  output: readonly number[];
  bias: number;
}

/** The same with the standardisation worked into the weights, unit after unit. */
export interface FlatNetwork {
  width: number;
  weights: Float64Array;
  output: Float64Array;
  bias: number;
}

const NETWORK = flattened(fromThousandths(DRIFT_NETWORK));

function fromThousandths({ names, mean, scale, units, output, bias }: Network): Network {
  const shrink = (values: readonly number[]) => values.map((value) => value / 1_000);
  return {
    names,
    mean: shrink(mean),
    scale: shrink(scale),
    units: units.map(shrink),
    output: shrink(output),
    bias: bias / 1_000,
  };
}

export function flattened({ mean, scale, units, output, bias }: Network): FlatNetwork {
  const width = mean.length + 1;
  const weights = new Float64Array(units.length * width);
  for (const [unit, incoming] of units.entries()) {
    let constant = incoming[mean.length] ?? 0;
    for (const [input, centre] of mean.entries()) {
      const weight = (incoming[input] ?? 0) / (scale[input] ?? 1);
      weights[unit * width + input] = weight;
      constant -= weight * centre;
    }
    weights[unit * width + mean.length] = constant;
  }
  return { width, weights, output: Float64Array.from(output), bias };
}

/** Score from 0 to 1 of a message's features. */
export function scoreOf(features: Float64Array, { width, weights, output, bias }: FlatNetwork): number {
  let sum = bias;
  let at = 0;
  for (let unit = 0; unit < output.length; unit += 1) {
    let activation = weights[at + width - 1] ?? 0;
    for (let input = 0; input < width - 1; input += 1)
      activation += (features[input] ?? 0) * (weights[at + input] ?? 0);
    sum += Math.tanh(activation) * (output[unit] ?? 0);
    at += width;
  }
  return 1 / (1 + Math.exp(-sum));
}

export interface Segmentation {
  /** One score a message; the first message of all has 0. */
  scores: number[];
  boundaries: number[];
}

/** Scores every message in order; of two neighbours over the threshold the stronger one is the boundary. */
export function segment(profiles: readonly Profile[], vocabulary: Vocabulary, threshold = 0.5): Segmentation {
  const features = new FeatureReader(profiles, vocabulary);
  return decode(profiles.length, threshold, (index, opened) => {
    const current = profiles[index];
    const previous = profiles[index - 1];
    if (current === undefined || previous === undefined) return 0;
    const values = features.read(index, index - opened);
    return Math.max(scoreOf(values, NETWORK), freshRequestScore(current, previous, values));
  });
}

/** @param scoreAt the score of a message, given the index of the message that opened the topic before it. */
export function decode(
  length: number,
  threshold: number,
  scoreAt: (index: number, opened: number) => number,
): Segmentation {
  const scores: number[] = [];
  const boundaries: number[] = [];
  for (let index = 0; index < length; index += 1) {
    const score = scoreAt(index, boundaries.at(-1) ?? 0);
    scores.push(score);
    if (index === 0 || score < threshold) continue;
    const last = boundaries.at(-1);
    if (last === index - 1) {
      if (score <= (scores[last] ?? 0)) continue;
      boundaries.pop();
    }
    boundaries.push(index);
  }
  return { scores, boundaries };
}
