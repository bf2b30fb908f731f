import {
  type Args,
  type Command,
  type Commands,
  type Context,
  read,
  write,
} from "#scripts/standins/upstash/commands/command";
import { Options } from "#scripts/standins/upstash/commands/options";
import { scoreRange } from "#scripts/standins/upstash/commands/score-range";
import { RedisError, type Reply, syntaxError } from "#scripts/standins/upstash/reply";
import { formatFloat, parseFloatStrict, parseInteger } from "#scripts/standins/upstash/store/numbers";
import { type Scored, SortedSet } from "#scripts/standins/upstash/store/sorted-set";

export const sortedSets: Commands = {
  zadd: write(-4, add),
  zincrby: write(4, ({ keys }, [key, by, member]) => {
    const amount = parseFloatStrict(by);
    const set = keys.open(key, "zset", () => new SortedSet());
    const next = (set.score(member) ?? 0) + amount;
    if (Number.isNaN(next)) throw new RedisError("ERR resulting score is not a number (NaN)");
    set.set(member, next);
    return formatFloat(next);
  }),
  zscore: read(3, (context, [key, member]) => scoreOrNull(readSorted(context, key), member)),
  zmscore: read(-3, (context, [key, ...members]) => {
    const set = readSorted(context, key);
    return members.map((member) => scoreOrNull(set, member));
  }),
  zcard: read(2, (context, [key]) => readSorted(context, key).size),
  zcount: read(4, (context, [key, min, max]) => {
    const inRange = scoreRange(min, max);
    return readSorted(context, key).ordered().filter(inRange).length;
  }),
  zrank: rank(false),
  zrevrank: rank(true),
  zrem: write(-3, ({ keys }, [key, ...members]) => {
    const set = readSorted({ keys }, key);
    const removed = members.filter((member) => set.delete(member)).length;
    keys.dropIfEmpty(key);
    return removed;
  }),
  zpopmin: pop(false),
  zpopmax: pop(true),
};

export function readSorted({ keys }: Pick<Context, "keys">, key: string): SortedSet {
  return keys.read(key, "zset") ?? new SortedSet();
}

/** Member, score, member, score, … */
export function withScores(members: readonly Scored[]): string[] {
  return members.flatMap(([member, score]) => [member, formatFloat(score)]);
}

function scoreOrNull(set: SortedSet, member: string): Reply {
  const score = set.score(member);
  return score === undefined ? null : formatFloat(score);
}

interface AddFlags {
  nx: boolean;
  xx: boolean;
  gt: boolean;
  lt: boolean;
  ch: boolean;
  incr: boolean;
}

function add({ keys }: Context, args: Args): Reply {
  const options = new Options(args.slice(1));
  const flags = addFlags(options);
  const members = scoredMembers(options.rest(), flags);
  const set = keys.open(args[0], "zset", () => new SortedSet());
  let added = 0;
  let changed = 0;
  let result: Reply = null;
  for (const [member, given] of members) {
    const current = set.score(member);
    const next = flags.incr ? (current ?? 0) + given : given;
    if (!mayAdd(flags, current, next)) continue;
    set.set(member, next);
    result = formatFloat(next);
    if (current === undefined) added++;
    else if (current !== next) changed++;
  }
  keys.dropIfEmpty(args[0]);
  if (flags.incr) return result;
  return flags.ch ? added + changed : added;
}

function addFlags(options: Options): AddFlags {
  const flags: AddFlags = { nx: false, xx: false, gt: false, lt: false, ch: false, incr: false };
  for (let name = options.take("NX", "XX", "GT", "LT", "CH", "INCR"); name !== undefined; ) {
    flags[name.toLowerCase() as keyof AddFlags] = true;
    name = options.take("NX", "XX", "GT", "LT", "CH", "INCR");
  }
  if (flags.nx && flags.xx) throw new RedisError("ERR XX and NX options at the same time are not compatible");
  if ((flags.gt && flags.lt) || (flags.nx && (flags.gt || flags.lt))) {
    throw new RedisError("ERR GT, LT, and/or NX options at the same time are not compatible");
  }
  return flags;
}

function scoredMembers(words: string[], flags: AddFlags): Scored[] {
  if (words.length === 0 || words.length % 2 !== 0) throw syntaxError();
  if (flags.incr && words.length > 2) throw new RedisError("ERR INCR option supports a single increment-element pair");
  const members: Scored[] = [];
  for (let i = 0; i < words.length; i += 2) members.push([words[i + 1] ?? "", parseFloatStrict(words[i] ?? "")]);
  return members;
}

function mayAdd(flags: AddFlags, current: number | undefined, next: number): boolean {
  if (current === undefined) return !flags.xx;
  if (flags.nx) return false;
  return (!flags.gt || next > current) && (!flags.lt || next < current);
}

function rank(reversed: boolean): Command {
  return read(-3, (context, [key, member]) => {
    const ordered = readSorted(context, key).ordered();
    const index = ordered.findIndex(([candidate]) => candidate === member);
    if (index === -1) return null;
    return reversed ? ordered.length - 1 - index : index;
  });
}

function pop(highest: boolean): Command {
  return write(-2, ({ keys }, args) => {
    const count = args.length > 1 ? parseInteger(args[1]) : 1;
    if (count < 0) throw new RedisError("ERR value is out of range, must be positive");
    const set = readSorted({ keys }, args[0]);
    const ordered = [...set.ordered()];
    const taken = (highest ? ordered.reverse() : ordered).slice(0, count);
    for (const [member] of taken) set.delete(member);
    keys.dropIfEmpty(args[0]);
    return withScores(taken);
  });
}
