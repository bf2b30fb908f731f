import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname } from "node:path";
import { Readable } from "node:stream";
import type { Answer, Incoming } from "#scripts/edge/router";

const CONTENT_TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
};

/** Reads a Node request the way the front end would: the client's address replaces whatever it claimed to be. */
export function readIncoming(message: IncomingMessage, response: ServerResponse): Incoming {
  const abort = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) abort.abort();
  });
  const headers = new Headers();
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const host = message.headers.host ?? "localhost";
  const address = message.socket.remoteAddress ?? "127.0.0.1";
  headers.set("x-forwarded-for", address);
  headers.set("x-real-ip", address);
  headers.set("x-forwarded-host", host);
  headers.set("x-forwarded-proto", "http");
  headers.set("x-vercel-id", `local1::${crypto.randomUUID()}`);
  const method = message.method ?? "GET";
  const hasBody = method !== "GET" && method !== "HEAD";
  return {
    url: new URL(message.url ?? "/", `http://${host}`),
    method,
    headers,
    body: hasBody ? (Readable.toWeb(message) as ReadableStream<Uint8Array>) : null,
    signal: abort.signal,
  };
}

/** Writes an answer. Headers a function set itself win over those of the routing table. */
export async function sendAnswer(answer: Answer, method: string, response: ServerResponse): Promise<void> {
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  if (answer.kind === "response") return await sendResponse(answer.response, response);
  response.statusCode = answer.status;
  if (answer.kind === "file") {
    const type = CONTENT_TYPES[extname(answer.path)] ?? "application/octet-stream";
    if (!response.hasHeader("content-type")) response.setHeader("content-type", type);
    if (!response.hasHeader("cache-control")) response.setHeader("cache-control", "public, max-age=0, must-revalidate");
    response.end(method === "HEAD" ? undefined : readFileSync(answer.path));
    return;
  }
  if (answer.code) response.setHeader("x-vercel-error", answer.code);
  response.setHeader("content-type", "text/plain; charset=utf-8");
  response.end(answer.code);
}

async function sendResponse(source: Response, target: ServerResponse): Promise<void> {
  target.statusCode = source.status;
  for (const [name, value] of source.headers) {
    if (name !== "set-cookie" && !name.startsWith("x-middleware-")) target.setHeader(name, value);
  }
  const cookies = source.headers.getSetCookie();
  if (cookies.length > 0) target.setHeader("set-cookie", cookies);
  if (source.body) await pump(source.body, target);
  target.end();
}

/** Sends chunk by chunk, waits for a slow reader, and cancels the source when the client leaves. */
async function pump(body: ReadableStream<Uint8Array>, target: ServerResponse): Promise<void> {
  target.flushHeaders();
  const reader = body.getReader();
  target.once("close", () => void reader.cancel().catch(() => undefined));
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    if (target.destroyed) return;
    if (!target.write(step.value)) await drained(target);
  }
}

async function drained(target: ServerResponse): Promise<void> {
  await new Promise<void>((resolve) => {
    target.once("drain", resolve);
    target.once("close", resolve);
  });
}
