// Runs the platform's own builder, offline and logged out, on a clean copy of the work tree, and judges what it built.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { BundleError, bundleEntry } from "#scripts/edge/bundle";
import { listEntries } from "#scripts/edge/entries";
import { type BuildOutput, readOutput } from "#scripts/edge/output";

/** The build is not fit to be deployed; the message lists every reason. */
export class BuildError extends Error {}

const PROJECT = { projectId: "prj_local", orgId: "team_local", settings: { nodeVersion: "24.x" } };

const NOT_COPIED = /^(?:node_modules|coverage|dist|\.git|\.local|\.vercel|\.env.*)$/;

const CREDENTIAL = /^(?:VERCEL_TOKEN|DATABASE_|POSTGRES_|PG|KV_|REDIS_|UPSTASH_)/;

/** The builder reports these and still exits 0. */
const DIAGNOSTIC = /\berror TS\d+|^Error:|\[[A-Z_]+(?:ERROR|FAILED)\]/;

/** Builds `root` into `root/.vercel/output`. @throws BuildError */
export async function vercelBuild(root: string): Promise<BuildOutput> {
  const cli = installCli(join(root, "scripts/vercel"));
  const copy = copyTree(root, join(root, ".local/vercel-build"));
  const log = runBuilder(cli, copy);
  const problems = log.split("\n").filter((line) => DIAGNOSTIC.test(line));
  if (problems.length > 0) throw new BuildError(log);

  const outputDir = join(root, ".vercel/output");
  rmSync(outputDir, { recursive: true, force: true });
  cpSync(join(copy, ".vercel/output"), outputDir, { recursive: true, verbatimSymlinks: true });
  const output = readOutput(outputDir);
  const faults = [...missingEntries(copy, output), ...servedSources(output), ...(await brokenFunctions(output))];
  if (faults.length > 0) throw new BuildError(faults.join("\n"));
  return output;
}

/** Installs the pinned CLI unless its lock file is the one that is installed already. Returns the CLI's script. */
function installCli(folder: string): string {
  const stamp = join(folder, "node_modules/.lock-hash");
  const wanted = hashFile(join(folder, "package-lock.json"));
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
    // Not `npm ci`: it refuses a lock file without the optional binaries of other systems, which not every registry has.
    runOrThrow("npm", ["install", "--no-save", "--no-audit", "--no-fund"], folder);
    writeFileSync(stamp, wanted);
  }
  return join(folder, "node_modules/vercel/dist/vc.js");
}

/** Dependencies stay from one build to the next, as hard links, until the lock file changes: the builder installs. */
function copyTree(root: string, copy: string): string {
  mkdirSync(copy, { recursive: true });
  for (const name of readdirSync(copy)) {
    if (name !== "node_modules") rmSync(join(copy, name), { recursive: true });
  }
  for (const name of readdirSync(root)) {
    if (!NOT_COPIED.test(name)) cpSync(join(root, name), join(copy, name), { recursive: true, filter: isSource });
  }
  const modules = join(copy, "node_modules");
  const stamp = join(modules, ".lock-hash");
  const wanted = hashFile(join(root, "package-lock.json"));
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
    rmSync(modules, { recursive: true, force: true });
    const linked = spawnSync("cp", ["-al", join(root, "node_modules"), modules]).status === 0;
    if (!linked) cpSync(join(root, "node_modules"), modules, { recursive: true, verbatimSymlinks: true });
    writeFileSync(stamp, wanted);
  }
  mkdirSync(join(copy, ".vercel"), { recursive: true });
  writeFileSync(join(copy, ".vercel/project.json"), JSON.stringify(PROJECT));
  return copy;
}

function isSource(path: string): boolean {
  return !NOT_COPIED.test(basename(path));
}

/** Without credentials: a local check deploys nothing and migrates nothing. */
function runBuilder(cli: string, cwd: string): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !CREDENTIAL.test(name)));
  return runOrThrow(process.execPath, [cli, "build", "--yes"], cwd, { ...env, VERCEL_TELEMETRY_DISABLED: "1" });
}

function runOrThrow(command: string, args: string[], cwd: string, env: NodeJS.ProcessEnv = process.env): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env, encoding: "utf8" });
  const log = `${stdout ?? ""}${stderr ?? ""}`;
  if (status !== 0) throw new BuildError(`${command} ${args.join(" ")} failed\n${error?.message ?? log}`);
  return log;
}

/** Every file in api/ and the middleware must have become a function of its own. */
function missingEntries(copy: string, output: BuildOutput): string[] {
  return listEntries(copy)
    .map((entry) => entry.replace(/\.ts$/, ""))
    .filter((name) => !output.functions.has(name))
    .map((name) => `${name}.ts did not become a function`);
}

function servedSources(output: BuildOutput): string[] {
  const sources = [...output.files.keys()].filter((url) =>
    /\.ts$|^\/(?:api|lib|db|scripts|tests)\/|^\/package/.test(url),
  );
  return sources.map((url) => `${url} would be served as a static file: set outputDirectory in vercel.json`);
}

/** A function folder is uploaded as it is and bundled there: it must hold all it imports. */
async function brokenFunctions(output: BuildOutput): Promise<string[]> {
  const checks = [...output.functions.values()].map(async ({ name, folder, entrypoint }) => {
    try {
      await bundleEntry(entrypoint, { root: folder, minify: false });
      return [];
    } catch (error) {
      if (error instanceof BundleError) return [`${name}: ${error.message}`];
      throw error;
    }
  });
  return (await Promise.all(checks)).flat();
}

function hashFile(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    const { functions, files } = await vercelBuild(resolve("."));
    console.log(`Built ${functions.size} functions and ${files.size} static files into .vercel/output`);
  } catch (error) {
    console.error(error instanceof BuildError ? error.message : error);
    process.exitCode = 1;
  }
}
