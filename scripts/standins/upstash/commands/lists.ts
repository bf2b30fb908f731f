import {
  type Args,
  type Command,
  type Commands,
  type Context,
  read,
  write,
} from "#scripts/standins/upstash/commands/command";
import { Options, sliceBounds } from "#scripts/standins/upstash/commands/options";
import { noSuchKey, OK, RedisError, type Reply, syntaxError } from "#scripts/standins/upstash/reply";
import { parseInteger } from "#scripts/standins/upstash/store/numbers";

type End = "LEFT" | "RIGHT";

export const lists: Commands = {
  lpush: push("LEFT", false),
  rpush: push("RIGHT", false),
  lpushx: push("LEFT", true),
  rpushx: push("RIGHT", true),
  lpop: pop("LEFT"),
  rpop: pop("RIGHT"),
  llen: read(2, (context, [key]) => readList(context, key).length),
  lrange: read(4, (context, [key, start, stop]) => {
    const list = readList(context, key);
    return list.slice(...sliceBounds(parseInteger(start), parseInteger(stop), list.length));
  }),
  lindex: read(3, (context, [key, index]) => readList(context, key).at(parseInteger(index)) ?? null),
  lset: write(4, setAt),
  lrem: write(4, removeValue),
  ltrim: write(4, trim),
  linsert: write(5, insert),
  lmove: write(5, ({ keys }, args) => moveEnd({ keys }, args[0], args[1], endOf(args[2]), endOf(args[3]))),
  rpoplpush: write(3, ({ keys }, [from, to]) => moveEnd({ keys }, from, to, "RIGHT", "LEFT")),
  lpos: read(-3, position),
};

function readList({ keys }: Pick<Context, "keys">, key: string): string[] {
  return keys.read(key, "list") ?? [];
}

function push(end: End, onlyExisting: boolean): Command {
  return write(-3, ({ keys }, [key, ...values]) => {
    if (onlyExisting && keys.read(key, "list") === undefined) return 0;
    const list = keys.open(key, "list", () => []);
    return end === "LEFT" ? list.unshift(...values.reverse()) : list.push(...values);
  });
}

function pop(end: End): Command {
  return write(-2, ({ keys }, args) => {
    const count = args.length > 1 ? parseInteger(args[1]) : undefined;
    if (count !== undefined && count < 0) throw new RedisError("ERR value is out of range, must be positive");
    const list = readList({ keys }, args[0]);
    if (list.length === 0) return null;
    const taken = end === "LEFT" ? list.splice(0, count ?? 1) : list.splice(-(count ?? 1) || list.length).reverse();
    keys.dropIfEmpty(args[0]);
    return count === undefined ? (taken[0] ?? null) : taken;
  });
}

function setAt({ keys }: Context, [key, at, value]: Args): Reply {
  const list = keys.read(key, "list");
  if (list === undefined) throw noSuchKey();
  const index = parseInteger(at) < 0 ? parseInteger(at) + list.length : parseInteger(at);
  if (index < 0 || index >= list.length) throw new RedisError("ERR index out of range");
  list[index] = value;
  return OK;
}

function removeValue({ keys }: Context, [key, limit, value]: Args): Reply {
  const count = parseInteger(limit);
  const list = readList({ keys }, key);
  let removed = 0;
  const max = Math.abs(count) || list.length;
  for (let step = 0, length = list.length; step < length && removed < max; step++) {
    const index = count < 0 ? length - 1 - step : step - removed;
    if (list[index] !== value) continue;
    list.splice(index, 1);
    removed++;
  }
  keys.dropIfEmpty(key);
  return removed;
}

function trim({ keys }: Context, [key, start, stop]: Args): Reply {
  const list = readList({ keys }, key);
  const [from, to] = sliceBounds(parseInteger(start), parseInteger(stop), list.length);
  list.splice(to);
  list.splice(0, from);
  keys.dropIfEmpty(key);
  return OK;
}

function insert({ keys }: Context, args: Args): Reply {
  const where = args[1].toUpperCase();
  if (where !== "BEFORE" && where !== "AFTER") throw syntaxError();
  const list = readList({ keys }, args[0]);
  if (list.length === 0) return 0;
  const index = list.indexOf(args[2]);
  if (index === -1) return -1;
  list.splice(where === "BEFORE" ? index : index + 1, 0, args[3]);
  return list.length;
}

function moveEnd({ keys }: Pick<Context, "keys">, from: string, to: string, out: End, into: End): Reply {
  const source = readList({ keys }, from);
  if (source.length === 0) return null;
  keys.read(to, "list");
  const value = out === "LEFT" ? source.shift() : source.pop();
  if (value === undefined) return null;
  const target = keys.open(to, "list", () => []);
  if (into === "LEFT") target.unshift(value);
  else target.push(value);
  keys.dropIfEmpty(from);
  return value;
}

function endOf(word: string): End {
  const end = word.toUpperCase();
  if (end !== "LEFT" && end !== "RIGHT") throw syntaxError();
  return end;
}

function position({ keys }: Context, args: Args): Reply {
  const options = new Options(args.slice(2));
  let rank = 1;
  let count: number | undefined;
  while (!options.done) {
    const name = options.take("RANK", "COUNT", "MAXLEN");
    if (name === "RANK") rank = options.integer();
    else if (name === "COUNT") count = options.integer();
    else if (name === "MAXLEN") options.integer();
    else throw syntaxError();
  }
  if (rank === 0)
    throw new RedisError(
      "ERR RANK can't be zero: use 1 to start from the first match, 2 from the second ... or use negative to start from the end of the list",
    );
  const hits = readList({ keys }, args[0]).flatMap((value, index) => (value === args[1] ? [index] : []));
  const found = (rank < 0 ? hits.reverse() : hits).slice(Math.abs(rank) - 1);
  if (count === undefined) return found[0] ?? null;
  return count === 0 ? found : found.slice(0, count);
}
