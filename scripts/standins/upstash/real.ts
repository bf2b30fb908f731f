/** A real Redis behind the REST front. */
import { Command, Redis } from "ioredis";
import { messageOf } from "#scripts/standins/http";
import { asReply } from "#scripts/standins/upstash/commands/counters";
import type { Engine } from "#scripts/standins/upstash/engine";
import { ScriptRewriter } from "#scripts/standins/upstash/real-scripts";
import { RedisError, type Reply } from "#scripts/standins/upstash/reply";

// ioredis would turn these replies into objects.
for (const name of ["hgetall", "hrandfield", "xread", "xreadgroup"])
  Command.setReplyTransformer(name, (reply: unknown) => reply);

/** Throws one sentence when Redis does not answer. */
export async function openReal(url: string): Promise<Engine> {
  const client = await connect(url);
  const scripts = new ScriptRewriter();
  return {
    run: async (command) => scripts.unwrap(command, await send(client, scripts.rewrite(command))),
    transaction: (commands) => runTogether(client, scripts, commands),
    subscribe: (kind, name, listen) => subscribe(client, kind, name, listen),
    innerCommands: () => scripts.innerCommands,
    close: async () => client.disconnect(),
  };
}

async function connect(url: string): Promise<Redis> {
  const client = new Redis(url, {
    protocol: 2,
    lazyConnect: true,
    stringNumbers: true,
    maxRetriesPerRequest: 1,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
  });
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.disconnect();
    throw new Error(`Redis at ${new URL(url).host} does not answer: ${messageOf(error)}`);
  }
}

async function send(client: Redis, [name = "", ...args]: string[]): Promise<Reply> {
  try {
    return fromWire(await client.callBuffer(name, ...args.map(toBuffer)));
  } catch (error) {
    throw new RedisError(messageOf(error));
  }
}

async function runTogether(client: Redis, scripts: ScriptRewriter, commands: string[][]): Promise<Reply[]> {
  const queue = client.multi();
  for (const [name = "", ...args] of commands.map((command) => scripts.rewrite(command))) {
    queue.callBuffer(name, ...args.map(toBuffer));
  }
  try {
    const results = (await queue.exec()) ?? [];
    return results.map(([error, value], i) =>
      error ? new RedisError(error.message) : scripts.unwrapQuietly(commands[i] ?? [], fromWire(value)),
    );
  } catch (error) {
    throw new RedisError(messageOf(error));
  }
}

/** Each subscription has a connection of its own, since a subscribed one can do nothing else. */
async function subscribe(
  client: Redis,
  kind: "channel" | "pattern",
  name: string,
  listen: Parameters<Engine["subscribe"]>[2],
): Promise<() => void> {
  const connection = client.duplicate();
  connection.on("error", () => {});
  await connection.connect();
  if (kind === "channel") {
    connection.on("messageBuffer", (channel: Buffer, payload: Buffer) =>
      listen({ channel: text(channel), payload: text(payload) }),
    );
    await connection.subscribe(toBuffer(name) as never);
  } else {
    connection.on("pmessageBuffer", (pattern: Buffer | string, channel: Buffer, payload: Buffer) =>
      listen({ pattern: text(Buffer.from(pattern)), channel: text(channel), payload: text(payload) }),
    );
    await connection.psubscribe(toBuffer(name) as never);
  }
  return () => connection.disconnect();
}

/** Strings come as buffers, and integers as digits since some do not fit a JavaScript number. */
function fromWire(value: unknown): Reply {
  if (Buffer.isBuffer(value)) return text(value);
  if (typeof value === "string") return asReply(BigInt(value));
  if (value instanceof Error) return new RedisError(value.message);
  if (Array.isArray(value)) return value.map(fromWire);
  if (value === null) return value;
  throw new Error(`Redis sent an unexpected ${typeof value}`);
}

function toBuffer(bytes: string): Buffer {
  return Buffer.from(bytes, "latin1");
}

function text(buffer: Buffer): string {
  return buffer.toString("latin1");
}
