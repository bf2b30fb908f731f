import {
  type Args,
  type Command,
  type Commands,
  type Context,
  read,
  write,
} from "#scripts/standins/upstash/commands/command";
import { absoluteTime } from "#scripts/standins/upstash/commands/expiry-option";
import { RedisError, type Reply } from "#scripts/standins/upstash/reply";
import { parseInteger } from "#scripts/standins/upstash/store/numbers";

export const expiry: Commands = {
  expire: expireCommand("expire", "EX"),
  pexpire: expireCommand("pexpire", "PX"),
  expireat: expireCommand("expireat", "EXAT"),
  pexpireat: expireCommand("pexpireat", "PXAT"),
  ttl: read(2, (context, [key]) => timeLeft(context, key, (at, now) => Math.round((at - now) / 1000))),
  pttl: read(2, (context, [key]) => timeLeft(context, key, (at, now) => at - now)),
  expiretime: read(2, (context, [key]) => timeLeft(context, key, (at) => Math.round(at / 1000))),
  pexpiretime: read(2, (context, [key]) => timeLeft(context, key, (at) => at)),
  persist: write(2, ({ keys }, [key]) => {
    const entry = keys.entry(key);
    if (entry?.expiresAt === undefined) return 0;
    entry.expiresAt = undefined;
    return 1;
  }),
};

function timeLeft({ keys }: Context, key: string, measure: (at: number, now: number) => number): Reply {
  const entry = keys.entry(key);
  if (entry === undefined) return -2;
  return entry.expiresAt === undefined ? -1 : measure(entry.expiresAt, keys.now());
}

function expireCommand(name: string, unit: "EX" | "PX" | "EXAT" | "PXAT"): Command {
  return write(-3, ({ keys }, args) => {
    const allows = condition(args);
    const at = absoluteTime(parseInteger(args[1]), unit, keys.now(), name);
    const entry = keys.entry(args[0]);
    if (entry === undefined || !allows(entry.expiresAt, at)) return 0;
    if (at <= keys.now()) keys.delete(args[0]);
    else entry.expiresAt = at;
    return 1;
  });
}

type Condition = (current: number | undefined, next: number) => boolean;

/** A key without expiry counts as one that lives for ever. */
const CONDITIONS: Record<string, Condition> = {
  NX: (current) => current === undefined,
  XX: (current) => current !== undefined,
  GT: (current, next) => current !== undefined && next > current,
  LT: (current, next) => current === undefined || next < current,
};

function condition(args: Args): Condition {
  const names = args.slice(2).map((word) => word.toUpperCase());
  const chosen = names.map((name) => {
    const found = CONDITIONS[name];
    if (found === undefined) throw new RedisError(`ERR Unsupported option ${args[2]}`);
    return found;
  });
  if (names.includes("NX") && names.length > 1) {
    throw new RedisError("ERR NX and XX, GT or LT options at the same time are not compatible");
  }
  if (names.includes("GT") && names.includes("LT")) {
    throw new RedisError("ERR GT and LT options at the same time are not compatible");
  }
  return (current, next) => chosen.every((allows) => allows(current, next));
}
