/** Leading eigenvectors of a symmetric sparse matrix by subspace iteration; deterministic. */
export interface SparseRow {
  columns: Int32Array;
  values: Float64Array;
}
export type SparseMatrix = readonly SparseRow[];

const ITERATIONS = 24;

/** One vector a row, of length 1 (or 0 for an empty row): the row's part in each eigenvector times the root of its eigenvalue. */
export function factorise(matrix: SparseMatrix, dimensions: number): Float64Array[] {
  let basis = Array.from({ length: dimensions }, (_, axis) => start(matrix.length, axis));
  let sizes: number[] = [];
  for (let step = 0; step < ITERATIONS; step += 1) {
    basis = basis.map((vector) => times(matrix, vector));
    sizes = orthonormalise(basis);
  }
  return matrix.map(({ columns }, row) => {
    const vector = Float64Array.from(basis, (axis, at) =>
      columns.length === 0 ? 0 : (axis[row] ?? 0) * Math.sqrt(sizes[at] ?? 0),
    );
    const length = Math.hypot(...vector);
    return length === 0 ? vector : vector.map((value) => value / length);
  });
}

function start(length: number, axis: number): Float64Array {
  let state = axis + 1;
  return Float64Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  });
}

function times(matrix: SparseMatrix, vector: Float64Array): Float64Array {
  return Float64Array.from(matrix, ({ columns, values }) => {
    let sum = 0;
    for (let at = 0; at < columns.length; at += 1) sum += (values[at] ?? 0) * (vector[columns[at] ?? 0] ?? 0);
    return sum;
  });
}

/** Gram-Schmidt in place; the lengths that were left of each vector. */
function orthonormalise(basis: readonly Float64Array[]): number[] {
  return basis.map((vector, index) => {
    for (const earlier of basis.slice(0, index)) {
      const shared = dot(vector, earlier);
      for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) - shared * (earlier[at] ?? 0);
    }
    const length = Math.sqrt(dot(vector, vector)) || 1;
    for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) / length;
    return length;
  });
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at += 1) sum += (left[at] ?? 0) * (right[at] ?? 0);
  return sum;
}
