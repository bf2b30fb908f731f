/**
 * Logistic regression over hashed features, by AdaGrad, and weights packed into a string. Deterministic.
 * With `scaled`, each feature counts as much as its log-count ratio (Wang and Manning 2012, NB-SVM).
 */

export interface Example {
  /** Distinct buckets. */
  features: Uint32Array;
  label: number;
}

export interface Settings {
  buckets: number;
  epochs: number;
  rate: number;
  decay: number;
  /** What an error on a positive example counts. */
  positiveWeight: number;
  scaled?: boolean;
}

export interface LinearModel {
  weights: Float64Array;
  intercept: number;
}

const INTERCEPT_RATE = 0.02;

export function trainLinear(examples: readonly Example[], settings: Settings): LinearModel {
  const scales = settings.scaled === true ? logCountRatios(examples, settings.buckets) : null;
  const model = { weights: new Float64Array(settings.buckets), intercept: 0 };
  const squares = new Float64Array(settings.buckets).fill(1);
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    for (const index of shuffled(examples.length, epoch)) {
      const example = examples[index];
      if (example !== undefined) learn({ model, squares, scales }, example, settings);
    }
  }
  return model;
}

interface Run {
  model: LinearModel;
  /** Sums of squared gradients. */
  squares: Float64Array;
  scales: Float64Array | null;
}

/** `weights` are those of the features as they are, so a scale of r makes the steps r² and the decay r times as large. */
function learn({ model, squares, scales }: Run, { features, label }: Example, settings: Settings): void {
  const norm = 1 / Math.sqrt(features.length + 1);
  const error = (probabilityOf(model, features) - label) * (label === 1 ? settings.positiveWeight : 1);
  model.intercept -= INTERCEPT_RATE * error;
  for (const feature of features) {
    const scale = scales?.[feature] ?? 1;
    const weight = (model.weights[feature] ?? 0) / scale;
    const gradient = error * norm * scale + settings.decay * weight;
    const square = (squares[feature] ?? 1) + gradient * gradient;
    squares[feature] = square;
    model.weights[feature] = (weight - (settings.rate * gradient) / Math.sqrt(square)) * scale;
  }
}

const LEAST_SCALE = 1e-3;

/** How much more often each bucket occurs in one class than in the other, as the size of a logarithm. */
function logCountRatios(examples: readonly Example[], buckets: number): Float64Array {
  const counts = [new Float64Array(buckets).fill(1), new Float64Array(buckets).fill(1)] as const;
  const totals = [1, 1];
  for (const { features, label } of examples) {
    const of = counts[label === 1 ? 1 : 0];
    for (const feature of features) of[feature] = (of[feature] ?? 1) + 1;
    totals[label] = (totals[label] ?? 1) + 1;
  }
  const base = Math.log((totals[1] ?? 1) / (totals[0] ?? 1));
  return Float64Array.from({ length: buckets }, (_, at) =>
    Math.max(LEAST_SCALE, Math.abs(Math.log((counts[1][at] ?? 1) / (counts[0][at] ?? 1)) - base)),
  );
}

export function probabilityOf({ weights, intercept }: LinearModel, features: Uint32Array): number {
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

/** @returns how much one level weighs: the weight of that rank by size gets level 27. */
export function unitOf(weights: Float64Array, rank = 40): number {
  return (Array.from(weights, Math.abs).sort((left, right) => right - left)[rank] ?? 1) / -LOWEST;
}

/**
 * One printable character a weight: code 63 is zero. Backslash and backtick are left out: no escapes are needed.
 * @param least levels nearer to zero are left out.
 */
export function packed(weights: Float64Array, unit: number, least = 1): string {
  return Array.from(weights, (weight) => {
    const level = Math.max(LOWEST, Math.min(HIGHEST, Math.round(weight / unit)));
    const code = 63 + (Math.abs(level) < least ? 0 : level);
    return String.fromCharCode(code === 92 ? 91 : code === 96 ? 97 : code);
  }).join("");
}

/** Whether a text is kept from training: one in five, by a hash of the text, salted with the name of the task. */
export function isHeldOut(task: string, text: string): boolean {
  let hash = 0x811c9dc5;
  for (const unit of `${task} ${text}`) hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % 5 === 0;
}
