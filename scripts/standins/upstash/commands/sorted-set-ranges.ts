import {
  type Args,
  type Command,
  type Commands,
  type Context,
  read,
  write,
} from "#scripts/standins/upstash/commands/command";
import { Options, sliceBounds } from "#scripts/standins/upstash/commands/options";
import { lexRange, scoreRange } from "#scripts/standins/upstash/commands/score-range";
import { readSorted, withScores } from "#scripts/standins/upstash/commands/sorted-sets";
import { RedisError, type Reply, syntaxError } from "#scripts/standins/upstash/reply";
import { parseInteger } from "#scripts/standins/upstash/store/numbers";
import { type Scored, SortedSet } from "#scripts/standins/upstash/store/sorted-set";

export const sortedSetRanges: Commands = {
  zrange: read(-4, (context, args) => answerRange(context, args, {})),
  zrevrange: read(-4, (context, args) => answerRange(context, args, { reversed: true })),
  zrangebyscore: read(-4, (context, args) => answerRange(context, args, { by: "BYSCORE" })),
  zrevrangebyscore: read(-4, (context, args) => answerRange(context, args, { by: "BYSCORE", reversed: true })),
  zrangebylex: read(-4, (context, args) => answerRange(context, args, { by: "BYLEX" })),
  zrevrangebylex: read(-4, (context, args) => answerRange(context, args, { by: "BYLEX", reversed: true })),
  zlexcount: read(
    4,
    ({ keys }, [key, min, max]) => readSorted({ keys }, key).ordered().filter(lexRange(min, max)).length,
  ),
  zrangestore: write(-5, ({ keys }, [target, ...rest]) => {
    const members = selectRange({ keys }, rest as unknown as Args, {}).members;
    keys.put(target, { type: "zset", value: new SortedSet(members) });
    keys.dropIfEmpty(target);
    return members.length;
  }),
  zremrangebyscore: removing((members, min, max) => members.filter(scoreRange(min, max))),
  zremrangebylex: removing((members, min, max) => members.filter(lexRange(min, max))),
  zremrangebyrank: removing((members, start, stop) =>
    members.slice(...sliceBounds(parseInteger(start), parseInteger(stop), members.length)),
  ),
};

interface RangeOptions {
  by?: "BYSCORE" | "BYLEX";
  reversed?: boolean;
  scores?: boolean;
  limit?: [offset: number, count: number];
}

function answerRange(context: Context, args: Args, preset: RangeOptions): Reply {
  const { members, scores } = selectRange(context, args, preset);
  return scores ? withScores(members) : members.map(([member]) => member);
}

function selectRange(
  context: Pick<Context, "keys">,
  args: Args,
  preset: RangeOptions,
): { members: Scored[]; scores: boolean } {
  const options = rangeOptions(args.slice(3), preset);
  const ordered = readSorted(context, args[0]).ordered();
  const [first, second] = [args[1], args[2]];
  if (options.by === undefined) {
    if (options.limit)
      throw new RedisError("ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX");
    const directed = options.reversed ? [...ordered].reverse() : ordered;
    const members = directed.slice(...sliceBounds(parseInteger(first), parseInteger(second), directed.length));
    return { members, scores: options.scores === true };
  }
  const [min, max] = options.reversed ? [second, first] : [first, second];
  const found = ordered.filter(options.by === "BYSCORE" ? scoreRange(min, max) : lexRange(min, max));
  const directed = options.reversed ? found.reverse() : found;
  return { members: limited(directed, options.limit), scores: options.scores === true };
}

function limited(members: Scored[], limit: RangeOptions["limit"]): Scored[] {
  if (limit === undefined) return members;
  const [offset, count] = limit;
  if (offset < 0) return [];
  return count < 0 ? members.slice(offset) : members.slice(offset, offset + count);
}

function rangeOptions(words: string[], preset: RangeOptions): RangeOptions {
  const options = new Options(words);
  const result = { ...preset };
  while (!options.done) {
    const name = options.take("BYSCORE", "BYLEX", "REV", "LIMIT", "WITHSCORES");
    if (name === "LIMIT") result.limit = [options.integer(), options.integer()];
    else if (name === "WITHSCORES") result.scores = true;
    else if (name === "REV") result.reversed = true;
    else if (name !== undefined) result.by = name;
    else throw syntaxError();
  }
  return result;
}

function removing(select: (members: Scored[], min: string, max: string) => Scored[]): Command {
  return write(4, ({ keys }, [key, min, max]) => {
    const set = readSorted({ keys }, key);
    const doomed = select(set.ordered(), min, max);
    for (const [member] of doomed) set.delete(member);
    keys.dropIfEmpty(key);
    return doomed.length;
  });
}
