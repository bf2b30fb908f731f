import { type Args, type Commands, type Context, read, write } from "#scripts/standins/upstash/commands/command";
import { Options, pairs } from "#scripts/standins/upstash/commands/options";
import { readStreams } from "#scripts/standins/upstash/commands/stream-reading";
import { takeTrim, trimStream } from "#scripts/standins/upstash/commands/stream-trimming";
import { RedisError, type Reply, syntaxError } from "#scripts/standins/upstash/reply";
import {
  after,
  compareIds,
  emptyStream,
  formatId,
  lowerBound,
  MAX_ID,
  parseId,
  type Stream,
  type StreamEntry,
  type StreamId,
  ZERO_ID,
} from "#scripts/standins/upstash/store/stream";

export const streams: Commands = {
  xadd: write(-5, append),
  xlen: read(2, ({ keys }, [key]) => keys.read(key, "stream")?.entries.length ?? 0),
  xrange: read(-4, (context, args) => range(context, args[0], args[1], args[2], args.slice(3)).map(entryReply)),
  xrevrange: read(-4, (context, args) =>
    range(context, args[0], args[2], args[1], args.slice(3), true).map(entryReply),
  ),
  xdel: write(-3, remove),
  xtrim: write(-4, ({ keys }, args) => {
    const options = new Options(args.slice(1));
    const trim = takeTrim(options);
    if (trim === undefined) throw syntaxError();
    options.end();
    const stream = keys.read(args[0], "stream");
    return stream === undefined ? 0 : trimStream(stream, trim);
  }),
  xread: read(-4, readStreams),
};

export function entryReply({ id, fields }: StreamEntry): Reply {
  return [formatId(id), fields];
}

function append({ keys }: Context, args: Args): Reply {
  const options = new Options(args.slice(1));
  const creates = options.take("NOMKSTREAM") === undefined;
  const trim = takeTrim(options);
  const given = options.next();
  const fields = pairs(options.rest(), () => new RedisError("ERR wrong number of arguments for 'xadd' command")).flat();
  const existing = keys.read(args[0], "stream");
  if (existing === undefined && !creates) return null;
  const id = nextId(given, existing ?? emptyStream(), keys.now());
  const stream = existing ?? keys.open(args[0], "stream", emptyStream);
  stream.entries.push({ id, fields });
  stream.lastId = id;
  stream.added++;
  if (trim !== undefined) trimStream(stream, trim);
  return formatId(id);
}

function nextId(given: string, stream: Stream, now: number): StreamId {
  const { lastId } = stream;
  if (given === "*") return now > lastId[0] ? [now, 0] : after(lastId);
  const open = /^(\d+)-\*$/.exec(given);
  const id = open === null ? parseId(given, 0) : openId(Number(open[1]), lastId);
  if (compareIds(id, ZERO_ID) === 0) throw new RedisError("ERR The ID specified in XADD must be greater than 0-0");
  if (compareIds(id, lastId) <= 0) {
    throw new RedisError("ERR The ID specified in XADD is equal or smaller than the target stream top item");
  }
  return id;
}

/** "5-*": the next free sequence number of that millisecond. */
function openId(ms: number, lastId: StreamId): StreamId {
  if (ms === lastId[0]) return after(lastId);
  return [ms, ms === 0 ? 1 : 0];
}

function range(
  { keys }: Context,
  key: string,
  start: string,
  end: string,
  words: string[],
  reversed = false,
): StreamEntry[] {
  const options = new Options(words);
  const count = options.take("COUNT") ? options.integer() : Number.POSITIVE_INFINITY;
  options.end();
  const stream = keys.read(key, "stream") ?? emptyStream();
  const from = lowerBound(stream.entries, rangeStart(start));
  const last = rangeEnd(end);
  const to = last === undefined ? 0 : lowerBound(stream.entries, after(last));
  const found = stream.entries.slice(from, to);
  return (reversed ? found.reverse() : found).slice(0, Math.max(count, 0));
}

export function rangeStart(text: string): StreamId {
  if (text === "-") return ZERO_ID;
  if (text === "+") return MAX_ID;
  return text.startsWith("(") ? after(parseId(text.slice(1), 0)) : parseId(text, 0);
}

/** The last id that belongs; undefined when nothing can. */
export function rangeEnd(text: string): StreamId | undefined {
  if (text === "-") return ZERO_ID;
  if (text === "+") return MAX_ID;
  return text.startsWith("(")
    ? before(parseId(text.slice(1), Number.MAX_SAFE_INTEGER))
    : parseId(text, Number.MAX_SAFE_INTEGER);
}

function before([ms, seq]: StreamId): StreamId | undefined {
  if (seq > 0) return [ms, seq - 1];
  return ms > 0 ? [ms - 1, Number.MAX_SAFE_INTEGER] : undefined;
}

function remove({ keys }: Context, args: Args): Reply {
  const stream = keys.read(args[0], "stream") ?? emptyStream();
  const doomed = new Set(args.slice(1).map((id) => formatId(parseId(id, 0))));
  const kept = stream.entries.filter(({ id }) => !doomed.has(formatId(id)));
  const removed = stream.entries.length - kept.length;
  stream.entries = kept;
  return removed;
}
