/** Secrets of the local stack: made once, kept in the state folder, so that stored keys and sealed values stay good. */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { damaged } from "#scripts/dev/state-folder";
import { writeAtomically } from "#scripts/standins/atomic-file";

const Secrets = z.object({
  redisToken: z.string(),
  pepper: z.string(),
  encryptionKey: z.string(),
  dispatchSecret: z.string(),
  cronSecret: z.string(),
  metricsToken: z.string(),
});
export type Secrets = z.infer<typeof Secrets>;

/** @throws one sentence when the file is damaged. */
export function loadSecrets(stateDir: string | undefined): Secrets {
  const path = stateDir === undefined ? undefined : join(stateDir, "secrets.json");
  if (path !== undefined && existsSync(path)) return read(path);
  const made = Object.fromEntries(
    Object.keys(Secrets.shape).map((name) => [name, randomBytes(32).toString("base64url")]),
  );
  const secrets = Secrets.parse(made);
  if (path !== undefined) writeAtomically(path, `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}

function read(path: string): Secrets {
  try {
    return Secrets.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    throw new Error(damaged(path));
  }
}
