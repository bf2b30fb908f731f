import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const heldHere = new Set<string>();

/**
 * Takes the lock file at `path`, which holds the owner's process id. A lock whose owner is gone is taken over.
 * Throws one sentence that names the owner when a living process (or this one) holds it. Returns the release.
 */
export function takeLock(path: string, what: string): () => void {
  mkdirSync(dirname(path), { recursive: true });
  for (let attempt = 0; attempt < 3; attempt++) {
    if (tryCreate(path)) {
      heldHere.add(path);
      return () => release(path);
    }
    const owner = ownerOf(path);
    if (owner !== undefined && isHeldBy(owner, path)) {
      throw new Error(`${what} is in use by process ${owner}: stop that process first (its lock is ${path}).`);
    }
    rmSync(path, { force: true });
  }
  throw new Error(`${what} is being opened by another process: try again.`);
}

function tryCreate(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function ownerOf(path: string): number | undefined {
  try {
    const pid = Number(readFileSync(path, "utf8"));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** After a reboot our own id may stand in a stale file, hence the set of locks really taken here. */
function isHeldBy(pid: number, path: string): boolean {
  if (pid === process.pid) return heldHere.has(path);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function release(path: string): void {
  if (heldHere.delete(path)) rmSync(path, { force: true });
}
