/** One guard in a process that can be stopped: times it on a kind of text at two lengths. */
import { GuardId } from "#lib/guards/guard";
import { REGISTRY } from "#lib/guards/registry";
import { answerParent } from "#scripts/bench/child";
import { costOf } from "#scripts/bench/cpu";
import { message } from "#scripts/bench/guards/content";
import { REFERENCE_LENGTH, referenceMs } from "#scripts/bench/reference";
import { median } from "#scripts/bench/statistics";
import { ADVERSARIAL, chat } from "#scripts/bench/texts";

export interface Grown {
  /** Milliseconds at 100,000 characters. */
  smallMs: number;
  /**
   * Cost at 1,000,000 over cost at 100,000. Where the guard is quicker at 100,000 than the reference would be, the
   * latter stands for it: so close to nothing, caches and the compiler make more of a difference than the length.
   */
  factor: number;
}

const SMALL = 100_000;
const LARGE = 1_000_000;
const BUDGET_MS = 60;
const SMALL_RUNS = 3;
const LARGE_RUNS = 1;

const guard = REGISTRY[GuardId.parse(process.env.BENCH_GUARD)];
const floorMs = referenceMs() * (SMALL / REFERENCE_LENGTH);

function grow(make: (length: number) => string): Grown {
  const smallMs = typical(make(SMALL), SMALL_RUNS);
  const largeMs = typical(make(LARGE), LARGE_RUNS);
  return { smallMs, factor: largeMs / Math.max(smallMs, floorMs) };
}

/** Median of at least so many runs. */
function typical(text: string, runs: number): number {
  const costs: number[] = [];
  for (let spent = 0; costs.length < runs || spent < BUDGET_MS; ) {
    const cost = costOf(() => guard.run(message(text), {}, undefined));
    costs.push(cost);
    spent += cost;
  }
  return median(costs);
}

const kinds = { plain: chat, ...ADVERSARIAL };
answerParent(Object.fromEntries(Object.entries(kinds).map(([kind, make]) => [kind, () => grow(make)])));
