import { type Args, type Commands, type Context, read, write } from "#scripts/standins/upstash/commands/command";
import { addIntegers, addToFloat, asReply } from "#scripts/standins/upstash/commands/counters";
import { pairs } from "#scripts/standins/upstash/commands/options";
import { sample } from "#scripts/standins/upstash/commands/sample";
import { OK, RedisError, type Reply } from "#scripts/standins/upstash/reply";
import { parseBigInteger, parseFloatStrict, parseInteger } from "#scripts/standins/upstash/store/numbers";

export const hashes: Commands = {
  hset: write(-4, (context, args) => setFields(context, args, "hset")),
  hmset: write(-4, (context, args) => {
    setFields(context, args, "hmset");
    return OK;
  }),
  hsetnx: write(4, (context, [key, field, value]) => {
    const hash = openHash(context, key);
    if (hash.has(field)) return 0;
    hash.set(field, value);
    return 1;
  }),
  hget: read(3, (context, [key, field]) => readHash(context, key).get(field) ?? null),
  hmget: read(-3, (context, [key, ...fields]) => {
    const hash = readHash(context, key);
    return fields.map((field) => hash.get(field) ?? null);
  }),
  hgetall: read(2, (context, [key]) => [...readHash(context, key)].flat()),
  hkeys: read(2, (context, [key]) => [...readHash(context, key).keys()]),
  hvals: read(2, (context, [key]) => [...readHash(context, key).values()]),
  hlen: read(2, (context, [key]) => readHash(context, key).size),
  hexists: read(3, (context, [key, field]) => (readHash(context, key).has(field) ? 1 : 0)),
  hstrlen: read(3, (context, [key, field]) => readHash(context, key).get(field)?.length ?? 0),
  hdel: write(-3, (context, [key, ...fields]) => {
    const hash = readHash(context, key);
    const removed = fields.filter((field) => hash.delete(field)).length;
    context.keys.dropIfEmpty(key);
    return removed;
  }),
  hincrby: write(4, incrementField),
  hincrbyfloat: write(4, incrementFieldByFloat),
  hrandfield: read(-2, randomField),
};

function readHash({ keys }: Context, key: string): Map<string, string> {
  return keys.read(key, "hash") ?? new Map();
}

function openHash({ keys }: Context, key: string): Map<string, string> {
  return keys.open(key, "hash", () => new Map());
}

function setFields(context: Context, [key, ...words]: Args, name: string): number {
  const fields = pairs(words, () => new RedisError(`ERR wrong number of arguments for '${name}' command`));
  const hash = openHash(context, key);
  const before = hash.size;
  for (const [field, value] of fields) hash.set(field, value);
  return hash.size - before;
}

function incrementField(context: Context, [key, field, by]: Args): Reply {
  const amount = parseBigInteger(by);
  const current = readHash(context, key).get(field) ?? "0";
  const next = named(() => addIntegers(current, amount), "ERR hash value is not an integer");
  openHash(context, key).set(field, String(next));
  return asReply(next);
}

function incrementFieldByFloat(context: Context, [key, field, by]: Args): Reply {
  parseFloatStrict(by);
  const current = readHash(context, key).get(field) ?? "0";
  const next = named(() => addToFloat(current, by), "ERR hash value is not a float");
  openHash(context, key).set(field, next);
  return next;
}

/** A value that is no number has its own message here. */
function named<T>(work: () => T, message: string): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RedisError && error.message.startsWith("ERR value is not")) throw new RedisError(message);
    throw error;
  }
}

function randomField(context: Context, args: Args): Reply {
  const hash = readHash(context, args[0]);
  if (args.length === 1) return sample([...hash.keys()], 1)[0] ?? null;
  const fields = sample([...hash.keys()], parseInteger(args[1]));
  return args[2]?.toUpperCase() === "WITHVALUES" ? fields.flatMap((field) => [field, hash.get(field) ?? ""]) : fields;
}
