/** A small network over {@link featuresOf}, and the decoding of its scores into topic boundaries. */
import { DRIFT_NETWORK } from "#lib/guards/context/drift-weights";
import { featuresOf, REACH_AHEAD, REACH_BACK, type Site } from "#lib/guards/context/features";
import type { Profile } from "#lib/guards/context/profile";

/** One hidden layer of tanh units over standardised features; the last weight of a unit is its bias. */
export interface Network {
  names: readonly string[];
  mean: readonly number[];
  scale: readonly number[];
  units: readonly (readonly number[])[];
  output: readonly number[];
  bias: number;
}

const NETWORK = fromThousandths(DRIFT_NETWORK);

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

/** Score from 0 to 1, centred so that 0.5 is the decision with the lowest Pk, less a part of F1, in training. */
export function driftScore(site: Site): number {
  return scoreOf(featuresOf(site), NETWORK);
}

export function scoreOf(features: Readonly<Record<string, number>>, network: Network): number {
  const { names, mean, scale, units, output } = network;
  const inputs = names.map((name, index) => ((features[name] ?? 0) - (mean[index] ?? 0)) / (scale[index] ?? 1));
  let sum = network.bias;
  for (const [index, weights] of units.entries()) {
    let activation = weights[inputs.length] ?? 0;
    for (let i = 0; i < inputs.length; i += 1) activation += (inputs[i] ?? 0) * (weights[i] ?? 0);
    sum += Math.tanh(activation) * (output[index] ?? 0);
  }
  return 1 / (1 + Math.exp(-sum));
}

export function siteAt(profiles: readonly Profile[], index: number, opened: number): Site | null {
  const current = profiles[index];
  if (current === undefined || index === 0) return null;
  return {
    before: profiles.slice(Math.max(0, index - REACH_BACK), index),
    current,
    after: profiles.slice(index + 1, index + 1 + REACH_AHEAD),
    age: index - opened,
  };
}

export interface Segmentation {
  /** One score a message; the first message of all has 0. */
  scores: number[];
  boundaries: number[];
}

/** Scores every message in order; of two neighbours over the threshold the stronger one is the boundary. */
export function segment(profiles: readonly Profile[], threshold = 0.5): Segmentation {
  return decode(profiles.length, threshold, (index, opened) => {
    const site = siteAt(profiles, index, opened);
    return site === null ? 0 : driftScore(site);
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
