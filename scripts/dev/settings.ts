/** What the person who starts it may choose, from the environment. */
import { resolve } from "node:path";

export interface Settings {
  port: number;
  stateDir: string;
  /** A real PostgreSQL and a real Redis instead of the embedded ones. */
  pgUrl: string | undefined;
  redisUrl: string | undefined;
}

/** @throws one sentence about the first value that makes no sense */
export function readSettings({ PORT, STATE_DIR, PG_URL, REDIS_URL }: NodeJS.ProcessEnv): Settings {
  return {
    port: readPort(PORT || "8000"),
    stateDir: resolve(STATE_DIR || ".local"),
    pgUrl: readUrl("PG_URL", PG_URL, /^postgres(ql)?:$/, "postgres://user:password@127.0.0.1:5432/database"),
    redisUrl: readUrl("REDIS_URL", REDIS_URL, /^rediss?:$/, "redis://127.0.0.1:6379/0"),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port > 0 && port < 65_536) return port;
  throw new Error(
    `PORT is "${text}", which is no port number: choose one from 1024 to 65535, such as PORT=8001 npm start.`,
  );
}

/** The value itself is not repeated: it may hold a password. */
function readUrl(name: string, text: string | undefined, protocol: RegExp, example: string): string | undefined {
  if (text === undefined || text === "") return undefined;
  if (URL.canParse(text) && protocol.test(new URL(text).protocol)) return text;
  throw new Error(
    `${name} is no address of that kind: write it like ${example}, or leave it out to use the embedded one.`,
  );
}
