/** A network with one hidden layer (tanh), trained by Adam on the weighted log loss; deterministic. */
import type { Network } from "#lib/guards/context/drift-model";

export interface Sample {
  features: Float64Array;
  label: number;
  weight: number;
}

const SEEDS = [11, 23, 47];
const HIDDEN = 8;
const EPOCHS = 10;
const BATCH = 64;
const RATE = 0.004;
/** Weight decay, apart from the gradient (Loshchilov and Hutter, 2019). */
const DECAY = 0.004;

/** The mean of some networks that differ in their random start, as one wider network. */
export function fitNetwork(samples: readonly Sample[], names: readonly string[]): Network {
  const members = SEEDS.map((seed) => fitOne(samples, names, seed));
  const { mean = [], scale = [] } = members[0] ?? {};
  return {
    names,
    mean,
    scale,
    units: members.flatMap(({ units }) => units),
    output: members.flatMap(({ output }) => output.map((weight) => weight / members.length)),
    bias: members.reduce((sum, { bias }) => sum + bias, 0) / members.length,
  };
}

function fitOne(samples: readonly Sample[], names: readonly string[], seed: number): Network {
  const { mean, scale } = spread(samples, names);
  const inputs = samples.map(({ features }) =>
    features.map((value, index) => (value - (mean[index] ?? 0)) / (scale[index] ?? 1)),
  );
  const average = samples.reduce((sum, { weight }) => sum + weight, 0) / samples.length;
  const random = randomNumbers(seed);
  const width = names.length + 1;
  const parameters = Float64Array.from(
    { length: HIDDEN * width + HIDDEN + 1 },
    () => (random() - 0.5) / Math.sqrt(width),
  );
  const adam = { m: new Float64Array(parameters.length), v: new Float64Array(parameters.length), t: 0 };
  const order = [...samples.keys()];
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, random);
    for (let from = 0; from < order.length; from += BATCH) {
      const gradient = new Float64Array(parameters.length);
      for (const row of order.slice(from, from + BATCH)) {
        const { label, weight } = samples[row] ?? { label: 0, weight: 0 };
        addGradient(gradient, parameters, inputs[row] ?? new Float64Array(width), label, weight / average / BATCH);
      }
      adamStep(parameters, gradient, adam, RATE * (1 - epoch / EPOCHS));
    }
  }
  return unpacked(names, mean, scale, parameters);
}

function spread(samples: readonly Sample[], names: readonly string[]): { mean: number[]; scale: number[] } {
  const mean = names.map(
    (_, index) => samples.reduce((sum, { features }) => sum + (features[index] ?? 0), 0) / samples.length,
  );
  const scale = names.map((_, index) => {
    const squares = samples.reduce((sum, { features }) => sum + ((features[index] ?? 0) - (mean[index] ?? 0)) ** 2, 0);
    return Math.max(0.05, Math.sqrt(squares / samples.length));
  });
  return { mean, scale };
}

function addGradient(
  gradient: Float64Array,
  parameters: Float64Array,
  input: Float64Array,
  label: number,
  weight: number,
): void {
  const width = input.length + 1;
  const out = HIDDEN * width;
  const hidden = new Float64Array(HIDDEN);
  let sum = parameters[out + HIDDEN] ?? 0;
  for (let unit = 0; unit < HIDDEN; unit += 1) {
    let activation = parameters[unit * width + input.length] ?? 0;
    for (let i = 0; i < input.length; i += 1) activation += (parameters[unit * width + i] ?? 0) * (input[i] ?? 0);
    hidden[unit] = Math.tanh(activation);
    sum += (hidden[unit] ?? 0) * (parameters[out + unit] ?? 0);
  }
  const error = weight * (1 / (1 + Math.exp(-sum)) - label);
  gradient[out + HIDDEN] = (gradient[out + HIDDEN] ?? 0) + error;
  for (let unit = 0; unit < HIDDEN; unit += 1) {
    const value = hidden[unit] ?? 0;
    gradient[out + unit] = (gradient[out + unit] ?? 0) + error * value;
    const back = error * (parameters[out + unit] ?? 0) * (1 - value * value);
    for (let i = 0; i < input.length; i += 1) {
      gradient[unit * width + i] = (gradient[unit * width + i] ?? 0) + back * (input[i] ?? 0);
    }
    gradient[unit * width + input.length] = (gradient[unit * width + input.length] ?? 0) + back;
  }
}

function adamStep(
  parameters: Float64Array,
  gradient: Float64Array,
  adam: { m: Float64Array; v: Float64Array; t: number },
  rate: number,
): void {
  adam.t += 1;
  const { m, v, t } = adam;
  for (const [i, slope] of gradient.entries()) {
    const value = parameters[i] ?? 0;
    const first = 0.9 * (m[i] ?? 0) + 0.1 * slope;
    const second = 0.999 * (v[i] ?? 0) + 0.001 * slope * slope;
    m[i] = first;
    v[i] = second;
    const step = first / (1 - 0.9 ** t) / (Math.sqrt(second / (1 - 0.999 ** t)) + 1e-8);
    parameters[i] = value - rate * (step + DECAY * value);
  }
}

function unpacked(names: readonly string[], mean: number[], scale: number[], parameters: Float64Array): Network {
  const width = names.length + 1;
  const out = HIDDEN * width;
  const units = Array.from({ length: HIDDEN }, (_, unit) => [...parameters.slice(unit * width, (unit + 1) * width)]);
  return {
    names,
    mean,
    scale,
    units,
    output: [...parameters.slice(out, out + HIDDEN)],
    bias: parameters[out + HIDDEN] ?? 0,
  };
}

/** Linear congruential generator (Numerical Recipes), 0 to 1. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
}
