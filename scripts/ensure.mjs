/** What every command does first, with nothing but Node: the right version, and node_modules as the lock file says. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const STAMP = "node_modules/.aiguardian-lock";
const OLDEST = [20, 19];

export function ensure() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    fail(
      `Node ${OLDEST.join(".")} or newer is needed; this is ${process.versions.node}. Install a newer Node and try again.`,
    );
  }
  const wanted = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;
  console.log("Installing packages (first start, or the lock file changed) …");
  const startedAt = Date.now();
  // Not `npm ci`: it refuses a lock file without the optional binaries of every other system.
  const install = spawnSync(
    "npm",
    ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", "--prefer-offline"],
    {
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    },
  );
  if (install.status !== 0)
    fail("The packages could not be installed: see the message above. Is the npm registry reachable?");
  writeFileSync(STAMP, wanted);
  console.log(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
