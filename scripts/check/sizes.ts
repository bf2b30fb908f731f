// Bundles every entry as the platform will, boots it in the strict edge runtime, and holds it to its budget.
import { resolve } from "node:path";
import { runAsScript, type Violation } from "#scripts/check/violation";
import { BOOT_ENV } from "#scripts/edge/boot-env";
import { type Bundle, BundleError, bundleEntry } from "#scripts/edge/bundle";
import { listEntries } from "#scripts/edge/entries";
import { bootSandbox } from "#scripts/edge/sandbox";

type Budget = { entry: RegExp; gzipBytes: number; bootMs: number };

/** First match wins. The platform refuses a function above 1,000,000 bytes on its smallest plan. */
export const BUDGETS: readonly Budget[] = [
  { entry: /^middleware\.ts$/, gzipBytes: 50_000, bootMs: 120 },
  { entry: /^api\/guards\/token\.ts$/, gzipBytes: 1_000_000, bootMs: 120 },
  // The router holds the models of the guards it runs inline.
  { entry: /^api\/index\.ts$/, gzipBytes: 600_000, bootMs: 120 },
  { entry: /./, gzipBytes: 300_000, bootMs: 120 },
];

/** The quickest of this many fresh starts counts: the others measure what else the machine was doing. */
const BOOTS = 5;

const NOT_FOR_THE_CLOUD = /^(?:scripts|tests)\//;

export type EntrySize = { entry: string; rawBytes: number; gzipBytes: number; bootMs: number; violations: Violation[] };

export async function measureEntries(root: string): Promise<EntrySize[]> {
  const sizes: EntrySize[] = [];
  for (const entry of listEntries(root)) sizes.push(await measureEntry(root, entry));
  return sizes;
}

async function measureEntry(root: string, entry: string): Promise<EntrySize> {
  const refuse = (message: string): Violation => ({ file: entry, line: 1, message });
  try {
    const bundle = await bundleEntry(entry, { root });
    const bootMs = measureBoot(bundle, entry);
    const violations = judge(entry, bundle, bootMs).map(refuse);
    return { entry, rawBytes: bundle.rawBytes, gzipBytes: bundle.gzipBytes, bootMs, violations };
  } catch (error) {
    const reason = error instanceof BundleError ? error.message : `does not boot at the edge: ${error}`;
    return { entry, rawBytes: 0, gzipBytes: 0, bootMs: 0, violations: [refuse(reason)] };
  }
}

function measureBoot({ code }: Bundle, entry: string): number {
  return Math.min(...Array.from({ length: BOOTS }, () => bootSandbox(code, BOOT_ENV, entry).bootMs));
}

function judge(entry: string, { gzipBytes, inputs }: Bundle, bootMs: number): string[] {
  const budget = BUDGETS.find((candidate) => candidate.entry.test(entry));
  const strangers = inputs.filter(({ path }) => NOT_FOR_THE_CLOUD.test(path));
  const problems = strangers.map(({ path }) => `bundles ${path}: stand-ins and tools stay out of the product`);
  if (budget && gzipBytes > budget.gzipBytes) {
    const [size, limit] = [gzipBytes, budget.gzipBytes].map((bytes) => bytes.toLocaleString("en"));
    problems.push(`${size} bytes gzip, budget ${limit}: npm run sizes -- --inputs lists what is inside`);
  }
  if (budget && bootMs > budget.bootMs) {
    problems.push(
      `takes ${bootMs.toFixed(0)} ms to load, budget ${budget.bootMs}: move work from module level to first use`,
    );
  }
  return problems;
}

export function formatSizes(sizes: readonly EntrySize[]): string {
  const rows = sizes.map(({ entry, rawBytes, gzipBytes, bootMs }) =>
    [
      entry.padEnd(32),
      rawBytes.toLocaleString("en").padStart(10),
      gzipBytes.toLocaleString("en").padStart(10),
      bootMs.toFixed(1).padStart(8),
    ].join(""),
  );
  return [`${"entry".padEnd(32)}${"bytes".padStart(10)}${"gzip".padStart(10)}${"load ms".padStart(8)}`, ...rows].join(
    "\n",
  );
}

async function printInputs(root: string, entry: string): Promise<void> {
  const { inputs } = await bundleEntry(entry, { root });
  console.log(`\n${entry}`);
  for (const { path, bytes } of inputs.slice(0, 40)) console.log(bytes.toLocaleString("en").padStart(10), path);
}

await runAsScript(import.meta.url, async () => {
  const root = resolve(".");
  const sizes = await measureEntries(root);
  console.log(formatSizes(sizes));
  if (process.argv.includes("--inputs")) {
    for (const { entry } of sizes) await printInputs(root, entry);
  }
  return sizes.flatMap(({ violations }) => violations);
});
