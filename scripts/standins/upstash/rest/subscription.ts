import type { ServerResponse } from "node:http";
import type { Engine, Message } from "#scripts/standins/upstash/engine";
import { toText } from "#scripts/standins/upstash/reply";

/** Server-sent events until the client goes: `subscribe,<name>,1`, then a line per message. */
export async function streamMessages(
  engine: Engine,
  { to, name }: { to: "channel" | "pattern"; name: string },
  response: ServerResponse,
): Promise<void> {
  const unsubscribe = await engine.subscribe(to, name, (message) => send(response, describe(message)));
  response.once("close", unsubscribe);
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  send(response, `${to === "channel" ? "subscribe" : "psubscribe"},${toText(name)},1`);
}

function describe({ pattern, channel, payload }: Message): string {
  const kind = pattern === undefined ? "message" : `pmessage,${toText(pattern)}`;
  return `${kind},${toText(channel)},${toText(payload)}`;
}

/** A line break inside a message needs a `data:` of its own. */
function send(response: ServerResponse, text: string): void {
  const lines = text.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  response.write(`${lines.join("")}\n`);
}
