/** The few statistics a benchmark needs. Samples on a busy machine have long tails: medians, never means. */

/** Middle value; the mean of the two middle ones when their number is even. @throws {RangeError} without values. */
export function median(values: readonly number[]): number {
  const sorted = ascending(values);
  const middle = sorted.length / 2;
  const pair = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return pair.reduce((sum: number, value = 0) => sum + value, 0) / 2;
}

/** Nearest rank: the smallest value that at least `share` (0 to 1) of all values do not exceed. @throws {RangeError} without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = ascending(values);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

/** Median of ours over theirs, pair by pair: what slows both sides of a pair cancels out. @throws {RangeError} without pairs. */
export function medianRatio(ours: readonly number[], theirs: readonly number[]): number {
  const pairs = Math.min(ours.length, theirs.length);
  return median(Array.from({ length: pairs }, (_, index) => (ours[index] ?? 0) / (theirs[index] ?? 0)));
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function ascending(values: readonly number[]): number[] {
  if (values.length === 0) throw new RangeError("There is no statistic of nothing.");
  return [...values].sort((a, b) => a - b);
}
