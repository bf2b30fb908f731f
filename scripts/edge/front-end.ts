import { createServer } from "node:http";
import { readIncoming, sendAnswer } from "#scripts/edge/http";
import type { Answer, Incoming } from "#scripts/edge/router";
import { listen } from "#scripts/standins/ports";

export type FrontEnd = { url: string; stop(): Promise<void> };

/** Listens on 127.0.0.1 and hands every request to the router. `name` tells who could not listen. */
export async function startFrontEnd(
  answer: (incoming: Incoming) => Promise<Answer>,
  { port, name }: { port: number | undefined; name: string },
): Promise<FrontEnd> {
  const server = createServer(async (message, response) => {
    try {
      const incoming = readIncoming(message, response);
      await sendAnswer(await answer(incoming), incoming.method, response);
    } catch (error) {
      console.error(`${message.method} ${message.url}:`, error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { "x-vercel-error": "INTERNAL" }).end();
    }
  });
  const bound = await listen(server, port, name);
  return {
    url: `http://127.0.0.1:${bound}`,
    async stop() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}
