import { type Args, type Commands, type Context, read, write } from "#scripts/standins/upstash/commands/command";
import { Options } from "#scripts/standins/upstash/commands/options";
import { readOptions } from "#scripts/standins/upstash/commands/stream-reading";
import { entryReply } from "#scripts/standins/upstash/commands/streams";
import { OK, RedisError, type Reply, syntaxError } from "#scripts/standins/upstash/reply";
import {
  after,
  compareIds,
  emptyStream,
  formatId,
  type Group,
  lowerBound,
  parseId,
  type Stream,
  type StreamEntry,
} from "#scripts/standins/upstash/store/stream";

export const streamGroups: Commands = {
  xgroup: write(-2, manageGroups),
  xreadgroup: write(-7, readGroup),
  xack: write(-4, ({ keys }, [key, name, ...ids]) => {
    const group = keys.read(key, "stream")?.groups.get(name);
    return ids.filter((id) => group?.pending.delete(formatId(parseId(id, 0)))).length;
  }),
  xinfo: read(-2, describe),
};

/** Throws NOGROUP. */
export function findGroup(
  { keys }: Pick<Context, "keys">,
  key: string,
  name: string,
): { stream: Stream; group: Group } {
  const stream = keys.read(key, "stream");
  const group = stream?.groups.get(name);
  if (stream === undefined || group === undefined) {
    throw new RedisError(`NOGROUP No such key '${key}' or consumer group '${name}'`);
  }
  return { stream, group };
}

/** Words from the verb on; CREATE and SETID take options as well. */
const GROUP_WORDS: Record<string, number> = { CREATE: 4, SETID: 4, DESTROY: 3, CREATECONSUMER: 4, DELCONSUMER: 4 };
const TAKES_OPTIONS = new Set(["CREATE", "SETID"]);

function manageGroups(context: Context, args: Args): Reply {
  const [verb, key, name, last] = args;
  checkWords(verb, args.length);
  if (verb.toUpperCase() === "CREATE") return createGroup(context, key, name, last, args.slice(4));
  const stream = context.keys.read(key, "stream");
  if (stream === undefined) throw keyRequired();
  const group = stream.groups.get(name);
  if (verb.toUpperCase() === "DESTROY") return stream.groups.delete(name) ? 1 : 0;
  if (group === undefined) throw new RedisError(`NOGROUP No such consumer group '${name}' for key name '${key}'`);
  switch (verb.toUpperCase()) {
    case "SETID":
      group.lastDelivered = last === "$" ? stream.lastId : parseId(last, 0);
      return OK;
    case "CREATECONSUMER":
      if (group.consumers.has(last)) return 0;
      group.consumers.set(last, context.keys.now());
      return 1;
    default:
      return deleteConsumer(group, last);
  }
}

function checkWords(verb: string, count: number): void {
  const words = GROUP_WORDS[verb.toUpperCase()];
  if (words === undefined) throw new RedisError(`ERR unknown subcommand '${verb}'. Try XGROUP HELP.`);
  if (TAKES_OPTIONS.has(verb.toUpperCase()) ? count < words : count !== words) {
    throw new RedisError(`ERR wrong number of arguments for 'xgroup|${verb.toLowerCase()}' command`);
  }
}

function keyRequired(): RedisError {
  return new RedisError(
    "ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM option to create an empty stream automatically.",
  );
}

function createGroup({ keys }: Context, key: string, name: string, last: string, words: string[]): Reply {
  const options = new Options(words);
  const makesStream = options.take("MKSTREAM") !== undefined;
  if (options.take("ENTRIESREAD")) options.integer();
  options.end();
  if (!keys.has(key) && !makesStream) throw keyRequired();
  const stream = keys.open(key, "stream", emptyStream);
  if (stream.groups.has(name)) throw new RedisError("BUSYGROUP Consumer Group name already exists");
  const lastDelivered = last === "$" ? stream.lastId : parseId(last, 0);
  stream.groups.set(name, { lastDelivered, entriesRead: 0, consumers: new Map(), pending: new Map() });
  return OK;
}

function deleteConsumer(group: Group, consumer: string): number {
  group.consumers.delete(consumer);
  const doomed = [...group.pending].filter(([, entry]) => entry.consumer === consumer);
  for (const [id] of doomed) group.pending.delete(id);
  return doomed.length;
}

function readGroup(context: Context, args: Args): Reply {
  const options = new Options(args);
  if (options.name() !== "GROUP") throw syntaxError();
  const [name, consumer] = [options.next(), options.next()];
  const { count, noAck, sources } = readOptions(options, "xreadgroup");
  const found = sources.flatMap(([key, id]): Reply[] => {
    const stream = context.keys.read(key, "stream");
    const group = stream?.groups.get(name);
    if (stream === undefined || group === undefined) {
      throw new RedisError(`NOGROUP No such key '${key}' or consumer group '${name}' in XREADGROUP with GROUP option`);
    }
    group.consumers.set(consumer, context.keys.now());
    if (id !== ">") return [[key, history(stream, group, consumer, id, count)]];
    const fresh = deliver(stream, group, consumer, { count, noAck, now: context.keys.now() });
    return fresh.length === 0 ? [] : [[key, fresh.map(entryReply)]];
  });
  return found.length === 0 ? null : found;
}

function deliver(
  stream: Stream,
  group: Group,
  consumer: string,
  { count, noAck, now }: { count: number; noAck: boolean; now: number },
): StreamEntry[] {
  const from = lowerBound(stream.entries, after(group.lastDelivered));
  const fresh = stream.entries.slice(from, from + count);
  for (const { id } of fresh) {
    group.lastDelivered = id;
    group.entriesRead++;
    if (!noAck) group.pending.set(formatId(id), { id, consumer, deliveredAt: now, deliveries: 1 });
  }
  return fresh;
}

/** Entries this consumer has not acknowledged; those deleted since come without fields. */
function history(stream: Stream, group: Group, consumer: string, from: string, count: number): Reply {
  const start = parseId(from, 0);
  const mine = [...group.pending.values()].filter((p) => p.consumer === consumer && compareIds(p.id, start) > 0);
  const sorted = mine.sort((a, b) => compareIds(a.id, b.id)).slice(0, count);
  return sorted.map(({ id }) => [formatId(id), entryAt(stream, id)?.fields ?? null]);
}

export function entryAt(stream: Stream, id: StreamEntry["id"]): StreamEntry | undefined {
  const entry = stream.entries[lowerBound(stream.entries, id)];
  return entry !== undefined && compareIds(entry.id, id) === 0 ? entry : undefined;
}

function describe(context: Context, args: Args): Reply {
  const [verb, key, name] = args;
  const stream = context.keys.read(key, "stream");
  if (stream === undefined) throw new RedisError("ERR no such key");
  switch (verb.toUpperCase()) {
    case "STREAM":
      return describeStream(stream);
    case "GROUPS":
      return [...stream.groups].map(([group, facts]) => describeGroup(group, facts));
    case "CONSUMERS":
      return describeConsumers(findGroup(context, key, name).group, context.keys.now());
    default:
      throw new RedisError(`ERR unknown subcommand '${verb}'. Try XINFO HELP.`);
  }
}

function describeStream(stream: Stream): Reply {
  const [first, last] = [stream.entries[0], stream.entries.at(-1)];
  return [
    ...["length", stream.entries.length, "last-generated-id", formatId(stream.lastId)],
    ...["entries-added", stream.added, "groups", stream.groups.size],
    ...["first-entry", first === undefined ? null : entryReply(first)],
    ...["last-entry", last === undefined ? null : entryReply(last)],
  ];
}

function describeGroup(name: string, group: Group): Reply {
  return [
    ...["name", name, "consumers", group.consumers.size, "pending", group.pending.size],
    ...["last-delivered-id", formatId(group.lastDelivered), "entries-read", group.entriesRead],
  ];
}

function describeConsumers(group: Group, now: number): Reply {
  return [...group.consumers].map(([name, seenAt]) => {
    const pending = [...group.pending.values()].filter(({ consumer }) => consumer === name).length;
    return ["name", name, "pending", pending, "idle", now - seenAt];
  });
}
