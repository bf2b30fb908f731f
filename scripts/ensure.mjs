/** What every command does first, with nothing but Node: the right version, and node_modules as the lock file says. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const STAMP = "node_modules/.aiguardian-lock";
const OLDEST = [20, 19];
// Not `npm ci`: it refuses a lock file without the optional binaries of every other system.
const INSTALL = [
  "install",
  "--no-save",
  "--no-audit",
  "--no-fund",
  "--loglevel=error",
  "--prefer-offline",
  // Without a network every optional package is asked for in vain, one after the other: don't dwell on each.
  "--fetch-retries=1",
  "--fetch-retry-mintimeout=200",
  "--fetch-retry-maxtimeout=200",
];

/** Goes to the project's folder and makes it ready to run, or ends the process with one sentence. */
export function ensure() {
  process.chdir(fileURLToPath(new URL("..", import.meta.url)));
  if (tooOld(process.versions.node)) {
    fail(
      `Node ${OLDEST.join(".")} or newer is needed, and this is ${process.versions.node}: install a newer one from nodejs.org and try again.`,
    );
  }
  const lockFile = readFileSync("package-lock.json");
  if (!isStale(existsSync(STAMP) ? readFileSync(STAMP, "utf8") : undefined, lockFile)) return;
  install();
  writeFileSync(STAMP, stampOf(lockFile));
}

/** Whether this Node (such as "20.20.2") is older than the project runs on. */
export function tooOld(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
}

/** Whether packages must be installed: never were, for another lock file, or on another kind of machine. */
export function isStale(stamp, lockFile) {
  return stamp !== stampOf(lockFile);
}

/** What is noted beside installed packages. */
export function stampOf(lockFile) {
  const hash = createHash("sha256").update(lockFile).digest("hex");
  return `${hash} ${process.platform}-${process.arch}`;
}

function install() {
  console.log("Installing packages (first start, or they are not what the lock file names) …");
  const startedAt = Date.now();
  const { status, error } = spawnSync("npm", INSTALL, {
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (error !== undefined)
    fail(
      `The packages cannot be installed because npm does not run (${error.message}): install npm, which comes with Node, and try again.`,
    );
  if (status !== 0)
    fail(
      "The packages could not be installed: see npm's message above, check the connection to its registry, and try again.",
    );
  console.log(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
