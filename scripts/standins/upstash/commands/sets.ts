import {
  type Args,
  type Command,
  type Commands,
  type Context,
  read,
  write,
} from "#scripts/standins/upstash/commands/command";
import { Options } from "#scripts/standins/upstash/commands/options";
import { sample } from "#scripts/standins/upstash/commands/sample";
import { RedisError, type Reply } from "#scripts/standins/upstash/reply";
import { parseInteger } from "#scripts/standins/upstash/store/numbers";

export const sets: Commands = {
  sadd: write(-3, ({ keys }, [key, ...members]) => {
    const set = keys.open(key, "set", () => new Set());
    const before = set.size;
    for (const member of members) set.add(member);
    return set.size - before;
  }),
  srem: write(-3, ({ keys }, [key, ...members]) => {
    const set = readSet({ keys }, key);
    const removed = members.filter((member) => set.delete(member)).length;
    keys.dropIfEmpty(key);
    return removed;
  }),
  smembers: read(2, (context, [key]) => [...readSet(context, key)]),
  scard: read(2, (context, [key]) => readSet(context, key).size),
  sismember: read(3, (context, [key, member]) => (readSet(context, key).has(member) ? 1 : 0)),
  smismember: read(-3, (context, [key, ...members]) => {
    const set = readSet(context, key);
    return members.map((member) => (set.has(member) ? 1 : 0));
  }),
  spop: write(-2, popRandom),
  srandmember: read(-2, (context, args) => {
    const members = [...readSet(context, args[0])];
    return args.length === 1 ? (sample(members, 1)[0] ?? null) : sample(members, parseInteger(args[1]));
  }),
  smove: write(4, moveMember),
  sinter: combining(intersect),
  sunion: combining(unite),
  sdiff: combining(subtract),
  sinterstore: storing(intersect),
  sunionstore: storing(unite),
  sdiffstore: storing(subtract),
  sintercard: read(-3, intersectionSize),
};

function readSet({ keys }: Pick<Context, "keys">, key: string): Set<string> {
  return keys.read(key, "set") ?? new Set();
}

function popRandom({ keys }: Context, args: Args): Reply {
  const count = args.length > 1 ? parseInteger(args[1]) : undefined;
  if (count !== undefined && count < 0) throw new RedisError("ERR value is out of range, must be positive");
  const set = readSet({ keys }, args[0]);
  const taken = sample([...set], count ?? 1);
  for (const member of taken) set.delete(member);
  keys.dropIfEmpty(args[0]);
  return count === undefined ? (taken[0] ?? null) : taken;
}

function moveMember({ keys }: Context, [from, to, member]: Args): Reply {
  const source = keys.read(from, "set");
  if (source === undefined) return 0;
  keys.read(to, "set");
  if (!source.delete(member)) return 0;
  keys.open(to, "set", () => new Set()).add(member);
  keys.dropIfEmpty(from);
  return 1;
}

type Combine = (sets: Set<string>[]) => string[];

function intersect([first, ...others]: Set<string>[]): string[] {
  return [...(first ?? [])].filter((member) => others.every((set) => set.has(member)));
}

function unite(all: Set<string>[]): string[] {
  return [...new Set(all.flatMap((set) => [...set]))];
}

function subtract([first, ...others]: Set<string>[]): string[] {
  return [...(first ?? [])].filter((member) => !others.some((set) => set.has(member)));
}

function combining(combine: Combine): Command {
  return read(-2, (context, args) => combine(args.map((key) => readSet(context, key))));
}

function storing(combine: Combine): Command {
  return write(-3, ({ keys }, [target, ...sources]) => {
    const members = combine(sources.map((key) => readSet({ keys }, key)));
    keys.put(target, { type: "set", value: new Set(members) });
    keys.dropIfEmpty(target);
    return members.length;
  });
}

function intersectionSize(context: Context, args: Args): Reply {
  const options = new Options(args);
  const count = options.integer();
  if (count < 1) throw new RedisError("ERR numkeys should be greater than 0");
  const sources = Array.from({ length: count }, () => options.next());
  const limit = options.take("LIMIT") ? options.integer() : 0;
  options.end();
  if (limit < 0) throw new RedisError("ERR LIMIT can't be negative");
  const size = intersect(sources.map((key) => readSet(context, key))).length;
  return limit === 0 ? size : Math.min(size, limit);
}
