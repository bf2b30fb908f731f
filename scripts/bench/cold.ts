/** How long each entry takes to load in the edge runtime. Sizes and limits are the business of `npm run sizes`. */
import { fileURLToPath } from "node:url";
import type { Metric, Suite } from "#scripts/bench/metric";
import { referenceMs } from "#scripts/bench/reference";
import { digits, table } from "#scripts/bench/table";
import { type EntrySize, measureEntries } from "#scripts/check/sizes";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export const cold: Suite = async (print) => {
  const yardstickMs = referenceMs();
  const entries = (await measureEntries(ROOT)).map(loaded);
  const rows = entries.map(({ entry, bootMs, gzipBytes }) => [entry, digits(bootMs), digits(gzipBytes / 1_000)]);
  print(`${table(["cold start", "load ms", "gzip KB"], rows)}\n`);
  // Less than one run of the reference is too little to tell from noise.
  const inReferences = (bootMs: number) => Math.max(1, bootMs / yardstickMs);
  return entries.map(
    ({ entry, bootMs }): Metric => ({ name: `cold/${entry}`, kind: "ratio", value: inReferences(bootMs) }),
  );
};

/** @throws when the entry did not load: `npm run sizes` says why. */
function loaded(size: EntrySize): EntrySize {
  if (size.bootMs > 0) return size;
  throw new Error(`${size.entry} does not load in the edge runtime: npm run sizes says why.`);
}
