import { type Args, type Commands, type Context, read, write } from "#scripts/standins/upstash/commands/command";
import { Options } from "#scripts/standins/upstash/commands/options";
import { noSuchKey, OK, RedisError, type Reply, Status } from "#scripts/standins/upstash/reply";
import { matchesGlob } from "#scripts/standins/upstash/store/glob";
import { SortedSet } from "#scripts/standins/upstash/store/sorted-set";
import type { Entry } from "#scripts/standins/upstash/store/values";

export const keys: Commands = {
  del: write(-2, remove),
  unlink: write(-2, remove),
  exists: read(-2, ({ keys }, args) => args.filter((key) => keys.has(key)).length),
  touch: read(-2, ({ keys }, args) => args.filter((key) => keys.has(key)).length),
  type: read(2, ({ keys }, [key]) => new Status(keys.entry(key)?.type ?? "none")),
  rename: write(3, (context, args) => {
    move(context, args);
    return OK;
  }),
  renamenx: write(3, (context, args) => {
    if (!context.keys.has(args[0])) throw noSuchKey();
    if (context.keys.has(args[1])) return 0;
    move(context, args);
    return 1;
  }),
  copy: write(-3, copy),
  keys: read(2, ({ keys }, [pattern]) =>
    [...keys.live()].map(([key]) => key).filter((key) => matchesGlob(pattern, key)),
  ),
  randomkey: read(1, ({ keys }) => {
    const all = [...keys.live()];
    return all[Math.floor(Math.random() * all.length)]?.[0] ?? null;
  }),
  dbsize: read(1, ({ keys }) => [...keys.live()].length),
  flushdb: write(-1, flush),
  flushall: write(-1, flush),
};

function remove({ keys }: Context, args: Args): Reply {
  return args.filter((key) => keys.delete(key)).length;
}

function move({ keys }: Context, [from, to]: Args): void {
  const entry = keys.entry(from);
  if (entry === undefined) throw noSuchKey();
  keys.delete(from);
  keys.put(to, entry);
}

function copy({ keys }: Context, args: Args): Reply {
  const [from, to] = args;
  const options = new Options(args.slice(2));
  const replaces = options.take("REPLACE") !== undefined;
  options.end();
  if (from === to) throw new RedisError("ERR source and destination objects are the same");
  const entry = keys.entry(from);
  if (entry === undefined || (keys.has(to) && !replaces)) return 0;
  keys.put(to, clone(entry));
  return 1;
}

function clone(entry: Entry): Entry {
  if (entry.type === "zset") return { ...entry, value: new SortedSet(entry.value.ordered()) };
  return structuredClone(entry);
}

function flush({ keys }: Context, args: Args): Reply {
  const options = new Options(args);
  options.take("ASYNC", "SYNC");
  options.end();
  keys.clear();
  return OK;
}
