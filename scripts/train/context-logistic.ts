/** Logistic regression with an L2 penalty, fitted by Newton's method (IRLS). */

export interface Sample {
  features: Record<string, number>;
  label: number;
  weight: number;
}

const PENALTY = 20;
const STEPS = 12;

/** @returns weights by feature name, with `bias`. */
export function fitLogistic(samples: readonly Sample[]): Record<string, number> {
  const names = ["bias", ...Object.keys(samples[0]?.features ?? {})];
  const matrix = samples.map((sample) =>
    Float64Array.from(names, (name) => (name === "bias" ? 1 : (sample.features[name] ?? 0))),
  );
  const weights = new Float64Array(names.length);
  for (let step = 0; step < STEPS; step += 1) {
    const change = solve(...normalEquations(samples, matrix, weights));
    for (const [index, value] of change.entries()) weights[index] = (weights[index] ?? 0) + value;
  }
  return Object.fromEntries(names.map((name, index) => [name, weights[index] ?? 0]));
}

function normalEquations(
  samples: readonly Sample[],
  matrix: readonly Float64Array[],
  weights: Float64Array,
): [Float64Array[], Float64Array] {
  const size = weights.length;
  const hessian = Array.from({ length: size }, () => new Float64Array(size));
  const gradient = Float64Array.from(weights, (value, index) => (index === 0 ? 0 : -PENALTY * value));
  for (const [row, values] of matrix.entries()) {
    const { label, weight } = samples[row] ?? { label: 0, weight: 0 };
    const p = 1 / (1 + Math.exp(-dot(values, weights)));
    addOuter(hessian, values, weight * p * (1 - p));
    for (let i = 0; i < size; i += 1) gradient[i] = (gradient[i] ?? 0) + weight * (label - p) * (values[i] ?? 0);
  }
  for (let i = 0; i < size; i += 1) {
    const line = hessian[i];
    if (line) line[i] = (line[i] ?? 0) + (i === 0 ? 1e-6 : PENALTY);
  }
  return [hessian, gradient];
}

function addOuter(into: Float64Array[], values: Float64Array, factor: number): void {
  for (const [i, line] of into.entries()) {
    const scaled = factor * (values[i] ?? 0);
    if (scaled === 0) continue;
    for (let j = 0; j < line.length; j += 1) line[j] = (line[j] ?? 0) + scaled * (values[j] ?? 0);
  }
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < left.length; i += 1) sum += (left[i] ?? 0) * (right[i] ?? 0);
  return sum;
}

/** Gauss-Jordan elimination with partial pivoting; changes its arguments. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const lines = matrix.map((line, index) => Float64Array.from([...line, right[index] ?? 0]));
  for (let column = 0; column < size; column += 1) {
    const pivot = pivotRow(lines, column);
    const top = lines[pivot] ?? new Float64Array(size + 1);
    lines[pivot] = lines[column] ?? top;
    lines[column] = top;
    eliminate(lines, top, column);
  }
  return Float64Array.from(lines, (line, index) => (line[size] ?? 0) / (line[index] ?? 1));
}

function pivotRow(lines: readonly Float64Array[], column: number): number {
  let best = column;
  for (let row = column + 1; row < lines.length; row += 1) {
    if (Math.abs(lines[row]?.[column] ?? 0) > Math.abs(lines[best]?.[column] ?? 0)) best = row;
  }
  return best;
}

function eliminate(lines: readonly Float64Array[], top: Float64Array, column: number): void {
  for (const line of lines) {
    if (line === top) continue;
    const factor = (line[column] ?? 0) / (top[column] ?? 1);
    if (factor === 0) continue;
    for (let j = column; j < line.length; j += 1) line[j] = (line[j] ?? 0) - factor * (top[j] ?? 0);
  }
}
