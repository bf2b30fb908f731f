/** The folder that survives a restart: ours alone while we run, and never left half-made. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { messageOf } from "#scripts/standins/http";
import { takeLock } from "#scripts/standins/lock";

const FILES = {
  "secrets.json": z.object({ pepper: z.string() }),
  "keys.json": z.object({ apiKey: z.string(), adminKey: z.string() }),
  "clerk.json": z.object({ privateKeyPem: z.string() }),
  "redis.json": z.object({ version: z.int(), entries: z.array(z.unknown()) }),
};

export interface StateFolder {
  /** To be called once everything in it has been made. */
  complete(): void;
  close(): void;
}

/** @throws one sentence when it cannot be used, another start uses it, or one of its files is damaged */
export function openStateFolder(path: string): StateFolder {
  const close = lock(path);
  try {
    for (const [name, shape] of Object.entries(FILES)) checkJson(join(path, name), shape);
    const database = join(path, "postgres");
    // While this note stands, the database has never been complete, so that nothing is lost with it.
    const note = join(path, "postgres.incomplete");
    if (existsSync(note)) rmSync(database, { recursive: true, force: true });
    checkDatabase(database);
    if (!existsSync(database)) writeFileSync(note, "");
    return { complete: () => rmSync(note, { force: true }), close };
  } catch (error) {
    close();
    throw error;
  }
}

function lock(path: string): () => void {
  try {
    mkdirSync(path, { recursive: true });
    return takeLock(join(path, "start.lock"), `The state folder ${path}`);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new Error(
      `The state folder ${path} cannot be used (${messageOf(error)}): choose another with STATE_DIR, or make it a folder you may write to.`,
    );
  }
}

function checkJson(path: string, shape: z.ZodType): void {
  try {
    if (existsSync(path)) shape.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    throw new Error(damaged(path));
  }
}

/** An embedded database would be made among the files of something else. */
function checkDatabase(path: string): void {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true;
  if (isFolder && (!existsSync(path) || existsSync(join(path, "PG_VERSION")) || readdirSync(path).length === 0)) return;
  throw new Error(
    `${path} holds something else than a database: move it away, or run "npm run reset" to start afresh.`,
  );
}

export function damaged(path: string): string {
  return `${path} is damaged: put back a good copy, or run "npm run reset" to start afresh.`;
}
