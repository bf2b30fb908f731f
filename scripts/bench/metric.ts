/** What a suite hands over to be judged. Lower is always better. */

/**
 * A `ratio` has both sides measured in the same run, so that it means the same on another machine; a `growth` is a
 * ratio that was measured again already where it looked bad; a `count` (of round trips) is exact.
 */
export interface Metric {
  /** Path-like, e.g. `guards/bias/8kb`. */
  name: string;
  kind: "ratio" | "growth" | "count";
  value: number;
  /** A run with more than this fails whatever the baseline says. */
  limit?: number;
}

/** Prints its tables through `print` and returns what the baseline keeps. */
export type Suite = (print: (line: string) => void) => Promise<Metric[]>;
