/** Every guard's function behind a real HTTP server, for the remote mode of dispatch. */
import { createServer } from "node:http";
import { guardDeps } from "#lib/deps/guard";
import { parseEnv } from "#lib/env";
import { GUARD_IDS } from "#lib/guards/guard";
import { REGISTRY } from "#lib/guards/registry";
import { guardApp } from "#lib/surfaces/http/guard-app";
import { readIncoming, sendAnswer } from "#scripts/edge/http";
import { listen } from "#scripts/standins/ports";

export interface GuardServer {
  url: string;
  /** Calls answered so far. */
  calls(): number;
  /** Answers differently from now on: for tests of what happens when a guard function is unwell. */
  behave(how: "well" | "error" | "garbage" | "hang"): void;
  stop(): Promise<void>;
}

export async function startGuardServer(env: Record<string, string>): Promise<GuardServer> {
  const deps = guardDeps(parseEnv({ ...env, LOG_LEVEL: "silent" }));
  const apps = new Map(GUARD_IDS.map((guard) => [`/api/guards/${guard}`, guardApp(REGISTRY[guard], deps)]));
  let calls = 0;
  let behaviour: Parameters<GuardServer["behave"]>[0] = "well";
  const server = createServer(async (message, response) => {
    const { url, method, headers, body } = readIncoming(message, response);
    calls += 1;
    if (behaviour === "error") return void response.writeHead(500).end("broken");
    if (behaviour === "garbage")
      return void response.writeHead(200, { "content-type": "application/json" }).end('{"data":"?"}');
    if (behaviour === "hang") return;
    const init = { method, headers, body, duplex: "half" } as RequestInit;
    const answer = (await apps.get(url.pathname)?.fetch(new Request(url, init))) ?? new Response(null, { status: 404 });
    await sendAnswer({ kind: "response", response: answer, headers: new Map() }, method, response);
  });
  const port = await listen(server, undefined, "Guard functions");
  return {
    url: `http://127.0.0.1:${port}`,
    calls: () => calls,
    behave: (how) => {
      behaviour = how;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
