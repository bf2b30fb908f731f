import { type Command, type Commands, type Context, read, write } from "#scripts/standins/upstash/commands/command";
import { Options } from "#scripts/standins/upstash/commands/options";
import { withScores } from "#scripts/standins/upstash/commands/sorted-sets";
import { RedisError, type Reply, syntaxError, wrongType } from "#scripts/standins/upstash/reply";
import { type Scored, SortedSet } from "#scripts/standins/upstash/store/sorted-set";

export const sortedSetAlgebra: Commands = {
  zunion: combining(unite),
  zinter: combining(intersect),
  zdiff: combining(subtract),
  zunionstore: storing(unite),
  zinterstore: storing(intersect),
  zdiffstore: storing(subtract),
};

type Operand = Map<string, number>;
type Aggregate = (a: number, b: number) => number;
type Combine = (operands: Operand[], aggregate: Aggregate) => Operand;

const AGGREGATES = { SUM: (a: number, b: number) => a + b, MIN: Math.min, MAX: Math.max };

function unite(operands: Operand[], aggregate: Aggregate): Operand {
  const result: Operand = new Map();
  for (const [member, score] of operands.flatMap((operand) => [...operand])) {
    const sofar = result.get(member);
    result.set(member, sofar === undefined ? score : aggregate(sofar, score));
  }
  return result;
}

function intersect(operands: Operand[], aggregate: Aggregate): Operand {
  return new Map(
    [...unite(operands, aggregate)].filter(([member]) => operands.every((operand) => operand.has(member))),
  );
}

function subtract([first, ...others]: Operand[]): Operand {
  return new Map([...(first ?? [])].filter(([member]) => !others.some((operand) => operand.has(member))));
}

function combining(combine: Combine): Command {
  return read(-3, (context, args): Reply => {
    const { members, scores } = evaluate(context, args, combine);
    return scores ? withScores(members) : members.map(([member]) => member);
  });
}

function storing(combine: Combine): Command {
  return write(-4, ({ keys }, [target, ...rest]) => {
    const { members } = evaluate({ keys }, rest, combine);
    keys.put(target, { type: "zset", value: new SortedSet(members) });
    keys.dropIfEmpty(target);
    return members.length;
  });
}

function evaluate(
  context: Pick<Context, "keys">,
  words: readonly string[],
  combine: Combine,
): { members: Scored[]; scores: boolean } {
  const options = new Options(words);
  const count = options.integer();
  if (count < 1) throw new RedisError("ERR at least 1 input key is needed for this command");
  const sources = Array.from({ length: count }, () => operand(context, options.next()));
  let aggregate: Aggregate = AGGREGATES.SUM;
  let weights = sources.map(() => 1);
  let scores = false;
  while (!options.done) {
    const name = options.take("WEIGHTS", "AGGREGATE", "WITHSCORES");
    if (name === "WEIGHTS") weights = sources.map(() => options.float());
    else if (name === "AGGREGATE") aggregate = AGGREGATES[options.take("SUM", "MIN", "MAX") ?? fail()];
    else if (name === "WITHSCORES") scores = true;
    else throw syntaxError();
  }
  const weighted = sources.map((source, i) => new Map([...source].map(([m, score]) => [m, score * (weights[i] ?? 1)])));
  return { members: new SortedSet(combine(weighted, aggregate)).ordered(), scores };
}

/** Plain sets take part with score 1. */
function operand({ keys }: Pick<Context, "keys">, key: string): Operand {
  const entry = keys.entry(key);
  if (entry === undefined) return new Map();
  if (entry.type === "zset") return new Map(entry.value.ordered());
  if (entry.type === "set") return new Map([...entry.value].map((member) => [member, 1]));
  throw wrongType();
}

function fail(): never {
  throw syntaxError();
}
