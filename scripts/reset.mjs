/** npm run reset: forgets the local data, in .local or STATE_DIR. */
import { readdirSync, readFileSync, rmdirSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** All that a start writes, and nothing else: STATE_DIR may be a folder with other things in it. */
const OURS =
  /^(?:postgres|postgres\.incomplete|(?:redis|clerk|keys|secrets|credentials)\.json(?:\.\d+\.tmp)?|(?:start|postgres|redis\.json)\.lock)$/;

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const folder = resolve(process.env.STATE_DIR || ".local");
const owner = ownerOf(join(folder, "start.lock"));
if (owner !== undefined) {
  console.error(`AIGuardian is still running on ${folder} (process ${owner}): stop it with Ctrl-C, then reset.`);
  process.exit(1);
}
if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) removeOurs();
console.log(`The local data in ${folder} is gone: the next npm start begins afresh.`);

function removeOurs() {
  for (const name of readdirSync(folder))
    if (OURS.test(name)) rmSync(join(folder, name), { recursive: true, force: true });
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** The living process that holds the lock, if any. */
function ownerOf(lock) {
  try {
    const pid = Number(readFileSync(lock, "utf8"));
    return pid > 0 && process.kill(pid, 0) ? pid : undefined;
  } catch (error) {
    return error.code === "EPERM" ? "of another user" : undefined;
  }
}
