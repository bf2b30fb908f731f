/** Neon's HTTP SQL endpoint on this machine, over PGlite or a real PostgreSQL. Point the driver at it with `neonConfig.fetchEndpoint`. */
import { type Handler, sendJson, serve } from "#scripts/standins/http";
import type { Database } from "#scripts/standins/neon/database";
import { sqlHandler } from "#scripts/standins/neon/handler";
import { openPglite } from "#scripts/standins/neon/pglite";
import { openPostgres } from "#scripts/standins/neon/postgres";

export interface NeonOptions {
  port?: number | undefined;
  /** Folder of the embedded database; in memory without it. */
  dataDir?: string | undefined;
  /** Serve this PostgreSQL instead of the embedded one. */
  pgUrl?: string | undefined;
  /** Largest request and largest answer, bytes. */
  maxBytes?: number | undefined;
}

export interface NeonStandin {
  /** For `neonConfig.fetchEndpoint`. */
  httpUrl: string;
  /** For `neon()`: the driver wants a whole connection string, only the endpoint counts. */
  databaseUrl: string;
  stop(): Promise<void>;
  /** HTTP requests served so far. */
  queries(): number;
}

const MAX_BYTES = 64 * 1024 * 1024;

/** Throws one sentence when the port is taken, the folder is locked or damaged, or PostgreSQL does not answer. */
export async function startNeon(options: NeonOptions = {}): Promise<NeonStandin> {
  let served = 0;
  let handle: Handler = async (_request, response) => sendJson(response, 503, { message: "the database is starting" });
  // The port first: a taken one is known at once, an embedded database takes seconds to open.
  const server = await serve((request, response) => handle(request, response), {
    name: "The Neon stand-in",
    port: options.port,
  });
  try {
    const database = await openDatabase(options);
    handle = sqlHandler(database, { maxBytes: options.maxBytes ?? MAX_BYTES, onRequest: () => served++ });
    return {
      httpUrl: `${server.origin}/sql`,
      databaseUrl: `postgres://local:local@127.0.0.1:${server.port}/local`,
      queries: () => served,
      stop: async () => {
        await server.close();
        await database.close();
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

function openDatabase({ pgUrl, dataDir }: NeonOptions): Promise<Database> {
  return pgUrl === undefined ? openPglite(dataDir) : openPostgres(pgUrl);
}
