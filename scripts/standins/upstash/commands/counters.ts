import { type Args, type Commands, type Context, write } from "#scripts/standins/upstash/commands/command";
import { overwrite } from "#scripts/standins/upstash/commands/strings";
import { RedisError, type Reply } from "#scripts/standins/upstash/reply";
import {
  addFloats,
  formatFloat,
  isInt64,
  parseBigInteger,
  parseFloatStrict,
} from "#scripts/standins/upstash/store/numbers";

export const counters: Commands = {
  incr: write(2, (context, [key]) => increment(context, key, 1n)),
  decr: write(2, (context, [key]) => increment(context, key, -1n)),
  incrby: write(3, (context, [key, by]) => increment(context, key, parseBigInteger(by))),
  decrby: write(3, (context, [key, by]) => increment(context, key, -parseBigInteger(by))),
  incrbyfloat: write(3, incrementByFloat),
};

function increment({ keys }: Context, key: string, by: bigint): Reply {
  const next = addIntegers(keys.read(key, "string") ?? "0", by);
  overwrite({ keys }, key, String(next));
  return asReply(next);
}

function incrementByFloat({ keys }: Context, [key, by]: Args): Reply {
  const next = addToFloat(keys.read(key, "string") ?? "0", by);
  overwrite({ keys }, key, next);
  return next;
}

/** Exact in 64 bits. Throws when `text` is no integer or the sum does not fit. */
export function addIntegers(text: string, by: bigint): bigint {
  const next = parseBigInteger(text) + by;
  if (!isInt64(next)) throw new RedisError("ERR increment or decrement would overflow");
  return next;
}

export function addToFloat(text: string, by: string): string {
  const next = addFloats(parseFloatStrict(text), parseFloatStrict(by));
  if (!Number.isFinite(next)) throw new RedisError("ERR increment would produce NaN or Infinity");
  return formatFloat(next);
}

/** JSON numbers are exact up to 2^53 only; beyond, the digits travel as text. */
export function asReply(value: bigint): Reply {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}
