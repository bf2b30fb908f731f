/** Upstash's REST endpoint on this machine, over an embedded store or a real Redis. */
import { serve } from "#scripts/standins/http";
import { openEmbedded } from "#scripts/standins/upstash/embedded";
import { openReal } from "#scripts/standins/upstash/real";
import { restHandler } from "#scripts/standins/upstash/rest/handler";

export interface UpstashOptions {
  port?: number | undefined;
  /** What callers must present as bearer. */
  token: string;
  /** Where the embedded store keeps its data; in memory without it. */
  dataFile?: string | undefined;
  /** Serve this Redis instead of the embedded store. */
  redisUrl?: string | undefined;
}

export interface UpstashStandin {
  url: string;
  token: string;
  stop(): Promise<void>;
  /** HTTP requests so far, refused ones included. */
  roundTrips(): number;
  /** Billed commands: each one of a pipeline, and of a script the script itself and each command it issues. */
  commands(): number;
  resetCounters(): void;
}

/** Throws one sentence when the port is taken, the data file is locked or damaged, or Redis does not answer. */
export async function startUpstash(options: UpstashOptions): Promise<UpstashStandin> {
  const engine = options.redisUrl === undefined ? openEmbedded(options.dataFile) : await openReal(options.redisUrl);
  let roundTrips = 0;
  let outer = 0;
  let innerBefore = 0;
  const handle = restHandler(engine, {
    token: options.token,
    onRequest: () => roundTrips++,
    onCommands: (count) => {
      outer += count;
    },
  });
  try {
    const server = await serve(handle, { name: "The Upstash stand-in", port: options.port });
    return {
      url: server.origin,
      token: options.token,
      roundTrips: () => roundTrips,
      commands: () => outer + engine.innerCommands() - innerBefore,
      resetCounters: () => {
        roundTrips = 0;
        outer = 0;
        innerBefore = engine.innerCommands();
      },
      stop: async () => {
        await server.close();
        await engine.close();
      },
    };
  } catch (error) {
    await engine.close();
    throw error;
  }
}
