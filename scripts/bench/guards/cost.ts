/** Milliseconds of own CPU of each guard, and of all six in a row, on texts of everyday size. */
import { GUARD_IDS, type GuardId } from "#lib/guards/guard";
import { REGISTRY } from "#lib/guards/registry";
import { sampleInTurns } from "#scripts/bench/cpu";
import { message } from "#scripts/bench/guards/content";
import type { Metric, Suite } from "#scripts/bench/metric";
import { reference } from "#scripts/bench/reference";
import { median, percentile, sum } from "#scripts/bench/statistics";
import { digits, table } from "#scripts/bench/table";
import { chat, code, mail } from "#scripts/bench/texts";

const TEXTS = { chat, mail, code };
/** Most milliseconds a guard should take at the median, by size of the text; for orientation, machines differ. */
const SIZES = [
  { name: "1kb", length: 1_024, targetMs: 1 },
  { name: "8kb", length: 8_192, targetMs: 5 },
] as const;
/** Most milliseconds that all six should take together at 8 KB, at the 95th percentile. */
const PIPELINE_TARGET_MS = 10;
const SAMPLING = { warmUpMs: 1_200, measureMs: 1_500 };

type Size = (typeof SIZES)[number];

/** Samples in ms, the nth of each from the same turn. */
interface Turns {
  /** One text after the other, in the order of {@link TEXTS}. */
  guards: Record<GuardId, number[][]>;
  reference: number[];
}

export const cost: Suite = async (print) =>
  SIZES.flatMap((size) => {
    const turns = sample(size.length);
    print(`${describe(size, turns)}\n`);
    const each = GUARD_IDS.map((guard) => [guard, inReferences(turns, guard)] as const);
    const all = ["all", sum(each.map(([, value]) => value))] as const;
    return [...each, all].map(
      ([name, value]): Metric => ({ name: `guards/${name}/${size.name}`, kind: "ratio", value }),
    );
  });

function sample(length: number): Turns {
  const contents = Object.values(TEXTS).map((make) => message(make(length)));
  const works = GUARD_IDS.flatMap((guard) =>
    contents.map((content) => () => REGISTRY[guard].run(content, {}, undefined)),
  );
  const samples = sampleInTurns([...works, reference], SAMPLING);
  const ofGuard = (index: number) => samples.slice(index * contents.length, (index + 1) * contents.length);
  const guards = Object.fromEntries(GUARD_IDS.map((guard, index) => [guard, ofGuard(index)])) as Turns["guards"];
  return { guards, reference: samples.at(-1) ?? [] };
}

/** Over all texts together. */
function inReferences({ guards, reference }: Turns, guard: GuardId): number {
  return sum(guards[guard].map(median)) / median(reference);
}

function describe({ name, targetMs }: Size, { guards, reference }: Turns): string {
  const head = [`own CPU in ms, ${name}`, ...Object.keys(TEXTS).flatMap((text) => [`${text} p50`, "p95"]), "target"];
  const rows = GUARD_IDS.map((guard) => [
    guard,
    ...figures(guards[guard]),
    verdict(guards[guard].map(median), targetMs),
  ]);
  const together = Object.keys(TEXTS).map((_, text) => pipeline(guards, text));
  const worst = together.map((samples) => percentile(samples, 0.95));
  const all = ["all six", ...figures(together), name === "8kb" ? verdict(worst, PIPELINE_TARGET_MS) : ""];
  return table(head, [...rows, all, ["reference", ...figures([reference])]]);
}

function figures(texts: number[][]): string[] {
  return texts.flatMap((samples) => [digits(median(samples)), digits(percentile(samples, 0.95))]);
}

function verdict(costs: number[], targetMs: number): string {
  return costs.every((value) => value <= targetMs) ? `≤ ${targetMs} met` : `≤ ${targetMs} missed`;
}

/** What one turn of all guards cost for one text. */
function pipeline(guards: Turns["guards"], text: number): number[] {
  const turns = guards.token[text] ?? [];
  return turns.map((_, turn) => sum(GUARD_IDS.map((guard) => guards[guard][text]?.[turn] ?? 0)));
}
