/** An HTTP proxy that can be unwell, to stand in front of a stand-in. */
import { createServer } from "node:http";
import { readIncoming } from "#scripts/edge/http";
import { listen } from "#scripts/standins/ports";

export const FAULTS = ["refused", "slow", "error", "garbage"] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultyProxy {
  url: string;
  fail(how: Fault | null): void;
  /** Requests seen so far, the failed ones included. */
  requests(): number;
  stop(): Promise<void>;
}

export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  let fault: Fault | null = null;
  let requests = 0;
  const server = createServer(async (message, response) => {
    requests += 1;
    // As near to a refused connection as a listening server gets: the connection is reset without an answer.
    if (fault === "refused") return void message.socket.destroy();
    if (fault === "slow") return;
    if (fault === "error")
      return void response.writeHead(500, { "content-type": "application/json" }).end('{"error":"ERR broken"}');
    if (fault === "garbage")
      return void response.writeHead(200, { "content-type": "application/json" }).end('{"result":"?!","rows":7}');
    const { method, headers, body } = readIncoming(message, response);
    headers.delete("host");
    headers.delete("connection");
    headers.delete("content-length");
    const init = { method, headers, body, duplex: "half" } as RequestInit;
    const answer = await fetch(new URL(message.url ?? "/", target), init).catch(() => null);
    if (answer === null) return void response.writeHead(502).end();
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "application/json" });
    response.end(new Uint8Array(await answer.arrayBuffer()));
  });
  const port = await listen(server, undefined, "Faulty proxy");
  return {
    url: `http://127.0.0.1:${port}`,
    fail: (how) => {
      fault = how;
    },
    requests: () => requests,
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
