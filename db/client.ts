/** The one database driver: Neon over HTTP, or whatever speaks its protocol at `httpUrl`. */
import { neon, neonConfig } from "@neondatabase/serverless";
import { drizzle } from "drizzle-orm/neon-http";

export function connect(databaseUrl: string, options: { httpUrl: string | undefined; timeoutMs: number }) {
  if (options.httpUrl !== undefined) neonConfig.fetchEndpoint = options.httpUrl;
  const timed: typeof fetch = (input, init) =>
    fetch(input, { ...init, signal: AbortSignal.timeout(options.timeoutMs) });
  neonConfig.fetchFunction = timed;
  return drizzle(neon(databaseUrl));
}

export type Database = ReturnType<typeof connect>;
