/** The load generator, installed on first use from a manifest of its own: nobody else waits for it. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const FOLDER = new URL("autocannon/", import.meta.url);
const STAMP = new URL("node_modules/.stamp", FOLDER);
const INSTALL = ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", "--prefer-offline"];

/** @throws one sentence when the package cannot be installed. */
export function installed(name: "autocannon"): unknown {
  const wanted = createHash("sha256")
    .update(readFileSync(new URL("package-lock.json", FOLDER)))
    .digest("hex");
  if (!existsSync(STAMP) || readFileSync(STAMP, "utf8") !== wanted) install(wanted);
  return createRequire(new URL("package.json", FOLDER))(name);
}

function install(stamp: string): void {
  console.log("Installing the load generator (first run, or its lock file changed) …");
  const { status } = spawnSync("npm", INSTALL, {
    cwd: fileURLToPath(FOLDER),
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0)
    throw new Error("autocannon could not be installed: see the message above. Is the npm registry reachable?");
  writeFileSync(STAMP, stamp);
}
