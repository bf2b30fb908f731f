// `npm run check`: every check that needs no running service, two at a time, one line each.
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { checkDocs } from "#scripts/check/docs";
import { checkLayers } from "#scripts/check/layers";
import { formatSizes, measureEntries } from "#scripts/check/sizes";
import { checkStyle } from "#scripts/check/style";
import { formatViolation, type Violation } from "#scripts/check/violation";

type Outcome = { passed: boolean; output: string };
type Step = { name: string; run(root: string): Promise<Outcome> };

const WORKERS = 2;

/** Long ones first, so that the last to end is a short one. */
const STEPS: readonly Step[] = [
  command("types of scripts and tests", "tsc", ["-p", "tsconfig.tools.json", ...incremental("tools")]),
  command("types of the product", "tsc", ["-p", "tsconfig.json", ...incremental("product")]),
  command("dead code", "knip", ["--no-progress"]),
  { name: "entry sizes", run: checkSizes },
  command("format and lint", "biome", ["check", "--error-on-warnings"]),
  command("openapi.json is current", "tsx", ["scripts/openapi.ts", "--check"]),
  { name: "imports and globals", run: async (root) => judge(checkLayers(root)) },
  { name: "lengths", run: async (root) => judge(checkStyle(root)) },
  { name: "paths in documents", run: async (root) => judge(checkDocs(root)) },
];

function incremental(name: string): string[] {
  return ["--noEmit", "--incremental", "--tsBuildInfoFile", `.local/${name}.tsbuildinfo`];
}

function command(name: string, binary: string, args: string[]): Step {
  return { name, run: async (root) => await runCommand(resolve(root, "node_modules/.bin", binary), args, root) };
}

function runCommand(binary: string, args: string[], cwd: string): Promise<Outcome> {
  return new Promise((done) => {
    const child = spawn(binary, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => done({ passed: false, output: error.message }));
    child.on("close", (code) => done({ passed: code === 0, output }));
  });
}

function judge(violations: readonly Violation[]): Outcome {
  return { passed: violations.length === 0, output: violations.map(formatViolation).join("\n") };
}

async function checkSizes(root: string): Promise<Outcome> {
  const sizes = await measureEntries(root);
  const { passed, output } = judge(sizes.flatMap(({ violations }) => violations));
  return { passed, output: passed ? output : `${formatSizes(sizes)}\n${output}` };
}

async function runStep({ name, run }: Step, root: string): Promise<boolean> {
  const startedAt = performance.now();
  const { passed, output } = await run(root).catch((error) => ({
    passed: false,
    output: String(error?.stack ?? error),
  }));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${passed ? "✓" : "✗"} ${name} (${seconds} s)`);
  if (!passed) console.log(output.trimEnd().replace(/^/gm, "    "));
  return passed;
}

async function runAll(root: string): Promise<number> {
  const queue = [...STEPS];
  let failures = 0;
  const work = async (): Promise<void> => {
    for (let step = queue.shift(); step; step = queue.shift()) {
      if (!(await runStep(step, root))) failures++;
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  return failures;
}

const failures = await runAll(resolve("."));
console.log(`${STEPS.length - failures} checks passed, ${failures} failed`);
if (failures > 0) process.exitCode = 1;
