/** Logistic regression over hashed features, by AdaGrad, and weights packed into a string. Deterministic. */

export interface Example {
  /** Distinct buckets. */
  features: Uint16Array;
  label: number;
}

export interface Settings {
  buckets: number;
  epochs: number;
  rate: number;
  decay: number;
  /** What an error on a positive example counts. */
  positiveWeight: number;
}

export interface LinearModel {
  weights: Float64Array;
  intercept: number;
}

const INTERCEPT_RATE = 0.02;

export function trainLinear(examples: readonly Example[], settings: Settings): LinearModel {
  const model = { weights: new Float64Array(settings.buckets), intercept: 0 };
  const squares = new Float64Array(settings.buckets).fill(1);
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    for (const index of shuffled(examples.length, epoch)) {
      const example = examples[index];
      if (example !== undefined) learn(model, squares, example, settings);
    }
  }
  return model;
}

function learn(model: LinearModel, squares: Float64Array, example: Example, settings: Settings): void {
  const { features, label } = example;
  const scale = 1 / Math.sqrt(features.length + 1);
  const error = (probabilityOf(model, features) - label) * (label === 1 ? settings.positiveWeight : 1);
  model.intercept -= INTERCEPT_RATE * error;
  for (const feature of features) {
    const weight = model.weights[feature] ?? 0;
    const gradient = error * scale + settings.decay * weight;
    const square = (squares[feature] ?? 1) + gradient * gradient;
    squares[feature] = square;
    model.weights[feature] = weight - (settings.rate * gradient) / Math.sqrt(square);
  }
}

export function probabilityOf({ weights, intercept }: LinearModel, features: Uint16Array): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature] ?? 0;
  return 1 / (1 + Math.exp(-(intercept + sum / Math.sqrt(features.length + 1))));
}

/** A fixed permutation for each epoch, by a linear congruential generator. */
function shuffled(length: number, epoch: number): number[] {
  const order = [...Array(length).keys()];
  let state = 12_345 + epoch;
  for (let at = length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}

const LOWEST = -27;
const HIGHEST = 62;

/** @returns how much one level weighs: the forty-first largest weight gets level 27. */
export function unitOf(weights: Float64Array): number {
  return (Array.from(weights, Math.abs).sort((left, right) => right - left)[40] ?? 1) / -LOWEST;
}

/** One printable character a weight: code 63 is zero. Backslash and backtick are left out: no escapes are needed. */
export function packed(weights: Float64Array, unit: number): string {
  return Array.from(weights, (weight) => {
    const code = 63 + Math.max(LOWEST, Math.min(HIGHEST, Math.round(weight / unit)));
    return String.fromCharCode(code === 92 ? 91 : code === 96 ? 97 : code);
  }).join("");
}

/** Whether a text is kept from training: one in five, by a hash of the text, salted with the name of the task. */
export function isHeldOut(task: string, text: string): boolean {
  let hash = 0x811c9dc5;
  for (const unit of `${task} ${text}`) hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % 5 === 0;
}
