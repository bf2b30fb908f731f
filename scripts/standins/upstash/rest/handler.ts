/** The REST front: who asks, what for, and the answer as Upstash writes it. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { BodyTooLarge, type Handler, readBody, sendJson } from "#scripts/standins/http";
import { type Engine, isUnavailable } from "#scripts/standins/upstash/engine";
import { RedisError, type Reply } from "#scripts/standins/upstash/reply";
import { type Ask, parseAsk } from "#scripts/standins/upstash/rest/parse";
import { streamMessages } from "#scripts/standins/upstash/rest/subscription";
import { type Encoding, toResult } from "#scripts/standins/upstash/rest/write";

const MAX_BYTES = 10 * 1024 * 1024;

export interface RestOptions {
  token: string;
  onRequest(): void;
  onCommands(count: number): void;
}

export function restHandler(engine: Engine, options: RestOptions): Handler {
  return async (request, response) => {
    options.onRequest();
    const refusal = refuse(request, options.token);
    if (refusal !== undefined) return sendJson(response, 401, { error: refusal });
    try {
      const body = await readBody(request, MAX_BYTES);
      const ask = parseAsk({ method: request.method ?? "GET", url: request.url ?? "/", body });
      await answer(engine, ask, { request, response, onCommands: options.onCommands });
    } catch (error) {
      if (error instanceof RedisError) return sendJson(response, 400, { error: error.message });
      if (error instanceof BodyTooLarge)
        return sendJson(response, 413, { error: `ERR max request size exceeded. Limit: ${MAX_BYTES} bytes` });
      throw error;
    }
  };
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  onCommands(count: number): void;
}

async function answer(engine: Engine, ask: Ask, { request, response, onCommands }: Exchange): Promise<void> {
  const encoding: Encoding = request.headers["upstash-encoding"] === "base64" ? "base64" : "text";
  if (ask.kind === "subscribe") {
    onCommands(1);
    return streamMessages(engine, ask, response);
  }
  if (ask.kind === "command") {
    onCommands(1);
    return sendJson(response, 200, toResult(await runOne(engine, ask.command), encoding));
  }
  onCommands(ask.commands.length);
  const replies =
    ask.kind === "pipeline" ? await runEach(engine, ask.commands) : await runTogether(engine, ask.commands);
  sendJson(
    response,
    200,
    replies.map((reply) => toResult(reply, encoding)),
  );
}

function runOne(engine: Engine, command: string[]): Promise<Reply> {
  checkAvailable(command);
  return engine.run(command);
}

/** A pipeline is not a transaction: others may run in between, and an error is an element like any other. */
async function runEach(engine: Engine, commands: string[][]): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (const command of commands) {
    try {
      replies.push(await runOne(engine, command));
    } catch (error) {
      if (!(error instanceof RedisError)) throw error;
      replies.push(error);
    }
  }
  return replies;
}

function runTogether(engine: Engine, commands: string[][]): Promise<Reply[]> {
  for (const command of commands) checkAvailable(command);
  return engine.transaction(commands);
}

function checkAvailable([name = ""]: string[]): void {
  if (isUnavailable(name)) throw new RedisError(`ERR Command is not available: '${name.toUpperCase()}'`);
}

function refuse(request: IncomingMessage, token: string): string | undefined {
  const header = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
  const given = header ?? new URLSearchParams((request.url ?? "").split("?")[1]).get("_token");
  if (given === null) return "Unauthorized";
  return timingSafeEqual(digest(given), digest(token)) ? undefined : "WRONGPASS invalid or missing auth token";
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
