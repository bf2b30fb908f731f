import type { Args, Context } from "#scripts/standins/upstash/commands/command";
import { Options } from "#scripts/standins/upstash/commands/options";
import { entryReply } from "#scripts/standins/upstash/commands/streams";
import { RedisError, type Reply, syntaxError } from "#scripts/standins/upstash/reply";
import { after, emptyStream, lowerBound, parseId, type Stream } from "#scripts/standins/upstash/store/stream";

export interface ReadOptions {
  count: number;
  noAck: boolean;
  /** Key and the id to read after. */
  sources: [key: string, id: string][];
}

/** XREAD. BLOCK is accepted and does not wait: the REST protocol has no waiting commands. */
export function readStreams({ keys }: Context, args: Args): Reply {
  const { count, sources } = readOptions(new Options(args), "xread");
  const found = sources.flatMap(([key, id]): Reply[] => {
    const stream = keys.read(key, "stream") ?? emptyStream();
    const entries = entriesAfter(stream, id).slice(0, count);
    return entries.length === 0 ? [] : [[key, entries.map(entryReply)]];
  });
  return found.length === 0 ? null : found;
}

function entriesAfter(stream: Stream, id: string) {
  const position = id === "$" ? stream.lastId : parseId(id, 0);
  return stream.entries.slice(lowerBound(stream.entries, after(position)));
}

/** What XREAD and XREADGROUP share, from COUNT on. */
export function readOptions(options: Options, command: string): ReadOptions {
  const result: ReadOptions = { count: Number.POSITIVE_INFINITY, noAck: false, sources: [] };
  for (;;) {
    const name = options.take("COUNT", "BLOCK", "NOACK", "STREAMS");
    if (name === "COUNT") result.count = options.integer() || Number.POSITIVE_INFINITY;
    else if (name === "BLOCK") options.integer();
    else if (name === "NOACK") result.noAck = true;
    else if (name === "STREAMS") break;
    else throw syntaxError();
  }
  const words = options.rest();
  if (words.length === 0 || words.length % 2 !== 0) {
    throw new RedisError(
      `ERR Unbalanced '${command}' list of streams: for each stream key an ID or '$' must be specified.`,
    );
  }
  const half = words.length / 2;
  result.sources = words.slice(0, half).map((key, i) => [key, words[half + i] ?? ""]);
  return result;
}
