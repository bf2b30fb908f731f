/** What a text is about, as the sum of its terms' vectors: tells related words from unrelated ones when none is shared. */
import { TERM_LEVELS } from "#lib/guards/context/term-levels";
import { TERM_VECTORS } from "#lib/guards/context/term-vectors";
import { numberOf } from "#lib/guards/context/terms";
import { lazy } from "#lib/guards/text/lazy";

export const DIMENSIONS = 16;
/** Four bits hold 0 to 14; this is zero. */
const ZERO = 7;
/** The first level weighs nothing and has no vectors. */
const FIRST = TERM_LEVELS[0]?.split(" ").length ?? 0;

const coordinatesOf = lazy(() => unpacked(TERM_VECTORS));

function unpacked(base64: string): Float32Array {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const coordinates = new Float32Array(bytes.length * 2);
  for (const [index, byte] of bytes.entries()) {
    coordinates[2 * index] = (byte >> 4) - ZERO;
    coordinates[2 * index + 1] = (byte & 15) - ZERO;
  }
  for (let from = 0; from < coordinates.length; from += DIMENSIONS) {
    const vector = coordinates.subarray(from, from + DIMENSIONS);
    const length = Math.hypot(...vector) || 1;
    for (const [axis, value] of vector.entries()) vector[axis] = value / length;
  }
  return coordinates;
}

/** Where the vector of a term begins, for {@link addVector}; -1 when it has none. */
export function vectorOf(term: string): number {
  const number = numberOf(term) ?? -1;
  return number < FIRST ? -1 : (number - FIRST) * DIMENSIONS;
}

export function addVector(sum: Float64Array, vector: number, weight: number): void {
  if (vector < 0) return;
  const coordinates = coordinatesOf();
  for (let axis = 0; axis < DIMENSIONS; axis += 1) {
    sum[axis] = (sum[axis] ?? 0) + weight * (coordinates[vector + axis] ?? 0);
  }
}

export function addTo(sum: Float64Array, other: Float64Array): void {
  for (let axis = 0; axis < DIMENSIONS; axis += 1) sum[axis] = (sum[axis] ?? 0) + (other[axis] ?? 0);
}

/** Cosine of two sums, 0 when one of them knows nothing. */
export function likeness(left: Float64Array, right: Float64Array): number {
  let dot = 0;
  let leftSquares = 0;
  let rightSquares = 0;
  for (let axis = 0; axis < DIMENSIONS; axis += 1) {
    const a = left[axis] ?? 0;
    const b = right[axis] ?? 0;
    dot += a * b;
    leftSquares += a * a;
    rightSquares += b * b;
  }
  return leftSquares === 0 || rightSquares === 0 ? 0 : dot / Math.sqrt(leftSquares * rightSquares);
}
