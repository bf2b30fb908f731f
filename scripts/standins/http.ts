/** The little HTTP that all stand-ins share: serve, read a body, answer JSON. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listen } from "#scripts/standins/ports";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface LocalServer {
  port: number;
  origin: string;
  close(): Promise<void>;
}

export class BodyTooLarge extends Error {
  constructor(readonly maxBytes: number) {
    super(`request is too large (max is ${maxBytes} bytes)`);
  }
}

/** Serves `handler` on 127.0.0.1. A handler that throws answers 500 with the message. */
export async function serve(
  handler: Handler,
  options: { name: string; port?: number | undefined },
): Promise<LocalServer> {
  const server = createServer((request, response) => {
    handler(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { error: messageOf(error), message: messageOf(error) });
    });
  });
  server.keepAliveTimeout = 30_000;
  const port = await listen(server, options.port, options.name);
  return { port, origin: `http://127.0.0.1:${port}`, close: () => close(server) };
}

/** The whole body as UTF-8 text. Throws BodyTooLarge past `maxBytes`. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
  }
  if (size > maxBytes) throw new BodyTooLarge(maxBytes);
  return Buffer.concat(chunks).toString("utf8");
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  sendText(response, status, JSON.stringify(body));
}

/** `json` is already serialised. */
export function sendText(response: ServerResponse, status: number, json: string): void {
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(json) });
  response.end(json);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function close(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
