/** Own CPU of a piece of work. */

/** Milliseconds, user and system, of this process since `before`. */
export function cpuMs(before?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/**
 * Milliseconds one call takes: on the clock or of CPU, whichever a busy machine spoils less. The clock counts
 * what other programs took away; CPU counts the compiler's and collector's threads, which run beside the call.
 */
export function costOf(work: () => unknown): number {
  const before = process.cpuUsage();
  const startedAt = performance.now();
  work();
  const elapsedMs = performance.now() - startedAt;
  return Math.min(elapsedMs, cpuMs(before));
}

export interface Sampling {
  /** For how long, in ms of CPU, unmeasured calls warm the compiler up. */
  warmUpMs: number;
  /** For how long, in ms of CPU, calls are measured. */
  measureMs: number;
}

/** Fewer samples than this say nothing about a 95th percentile. */
const FEWEST_SAMPLES = 20;

/** Costs in ms of calls of every piece of work, one after the other in turns, so that load strikes all alike. */
export function sampleInTurns(works: readonly (() => unknown)[], { warmUpMs, measureMs }: Sampling): number[][] {
  for (let spent = 0; spent < warmUpMs; ) for (const work of works) spent += costOf(work);
  const samples: number[][] = works.map(() => []);
  for (let spent = 0, turns = 0; spent < measureMs || turns < FEWEST_SAMPLES; turns++) {
    for (const [index, work] of works.entries()) {
      const cost = costOf(work);
      samples[index]?.push(cost);
      spent += cost;
    }
  }
  return samples;
}
