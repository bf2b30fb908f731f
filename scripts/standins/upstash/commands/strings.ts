import { type Args, type Commands, type Context, read, write } from "#scripts/standins/upstash/commands/command";
import { expiryOption } from "#scripts/standins/upstash/commands/expiry-option";
import { byteBounds, Options, pairs } from "#scripts/standins/upstash/commands/options";
import { OK, RedisError, type Reply, syntaxError } from "#scripts/standins/upstash/reply";
import { parseInteger } from "#scripts/standins/upstash/store/numbers";

const MAX_BYTES = 512 * 1024 * 1024;

export const strings: Commands = {
  get: read(2, ({ keys }, [key]) => keys.read(key, "string") ?? null),
  set: write(-3, set),
  setnx: write(3, ({ keys }, [key, value]) => (putIfMissing({ keys }, key, value) ? 1 : 0)),
  setex: write(4, (context, [key, seconds, value]) => setExpiring(context, key, value, seconds, "EX", "setex")),
  psetex: write(4, (context, [key, ms, value]) => setExpiring(context, key, value, ms, "PX", "psetex")),
  getset: write(3, ({ keys }, [key, value]) => {
    const old = keys.read(key, "string") ?? null;
    keys.put(key, { type: "string", value });
    return old;
  }),
  getdel: write(2, ({ keys }, [key]) => {
    const old = keys.read(key, "string") ?? null;
    keys.delete(key);
    return old;
  }),
  getex: write(-2, getex),
  mget: read(-2, ({ keys }, args) => args.map((key) => textOrNull({ keys }, key))),
  mset: write(-3, ({ keys }, args) => {
    for (const [key, value] of pairs(args, () => wrongArguments("mset"))) keys.put(key, { type: "string", value });
    return OK;
  }),
  msetnx: write(-3, ({ keys }, args) => {
    const all = pairs(args, () => wrongArguments("msetnx"));
    if (all.some(([key]) => keys.has(key))) return 0;
    for (const [key, value] of all) keys.put(key, { type: "string", value });
    return 1;
  }),
  append: write(3, ({ keys }, [key, tail]) => overwrite({ keys }, key, (keys.read(key, "string") ?? "") + tail)),
  strlen: read(2, ({ keys }, [key]) => keys.read(key, "string")?.length ?? 0),
  getrange: read(4, getRange),
  substr: read(4, getRange),
  setrange: write(4, setRange),
};

function set({ keys }: Pick<Context, "keys">, args: Args): Reply {
  const [key, value] = args;
  const options = new Options(args.slice(2));
  let condition: "NX" | "XX" | undefined;
  let expiresAt: number | undefined;
  let hasExpiry = false;
  let returnsOld = false;
  while (!options.done) {
    const name = options.take("NX", "XX", "GET");
    if (name === "GET") returnsOld = true;
    else if (name !== undefined) {
      if (condition !== undefined && condition !== name) throw syntaxError();
      condition = name;
    } else {
      if (hasExpiry) throw syntaxError();
      hasExpiry = true;
      expiresAt = options.take("KEEPTTL") ? keys.entry(key)?.expiresAt : expiryOption(options, keys.now(), "set");
    }
  }
  const old = returnsOld ? (keys.read(key, "string") ?? null) : null;
  if (condition !== undefined && keys.has(key) !== (condition === "XX")) return returnsOld ? old : null;
  keys.put(key, { type: "string", value, expiresAt });
  return returnsOld ? old : OK;
}

function setExpiring(
  { keys }: Context,
  key: string,
  value: string,
  amount: string,
  unit: "EX" | "PX",
  name: string,
): Reply {
  const expiresAt = expiryOption(new Options([unit, amount]), keys.now(), name);
  keys.put(key, { type: "string", value, expiresAt });
  return OK;
}

function getex({ keys }: Context, args: Args): Reply {
  const options = new Options(args.slice(1));
  const persists = options.take("PERSIST") !== undefined;
  const expiresAt = persists || options.done ? undefined : expiryOption(options, keys.now(), "getex");
  options.end();
  const value = keys.read(args[0], "string");
  if (value === undefined) return null;
  if (args.length > 1) keys.put(args[0], { type: "string", value, expiresAt });
  return value;
}

function getRange({ keys }: Context, [key, start, stop]: Args): Reply {
  const value = keys.read(key, "string") ?? "";
  return value.slice(...byteBounds(parseInteger(start), parseInteger(stop), value.length));
}

function setRange({ keys }: Context, [key, at, patch]: Args): Reply {
  const offset = parseInteger(at);
  if (offset < 0) throw new RedisError("ERR offset is out of range");
  const value = keys.read(key, "string") ?? "";
  if (patch === "") return value.length;
  if (offset + patch.length > MAX_BYTES)
    throw new RedisError("ERR string exceeds maximum allowed size (proto-max-bulk-len)");
  const padded = value.padEnd(offset, "\0");
  return overwrite({ keys }, key, padded.slice(0, offset) + patch + padded.slice(offset + patch.length));
}

/** Keeps the expiry. Returns the new length. */
export function overwrite({ keys }: Pick<Context, "keys">, key: string, value: string): number {
  keys.put(key, { type: "string", value, expiresAt: keys.entry(key)?.expiresAt });
  return value.length;
}

function putIfMissing({ keys }: Pick<Context, "keys">, key: string, value: string): boolean {
  if (keys.has(key)) return false;
  keys.put(key, { type: "string", value });
  return true;
}

/** MGET passes over keys of other types. */
function textOrNull({ keys }: Pick<Context, "keys">, key: string): Reply {
  const entry = keys.entry(key);
  return entry?.type === "string" ? entry.value : null;
}

function wrongArguments(name: string): RedisError {
  return new RedisError(`ERR wrong number of arguments for '${name}' command`);
}
