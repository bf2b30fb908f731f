import type { Options } from "#scripts/standins/upstash/commands/options";
import { RedisError, syntaxError } from "#scripts/standins/upstash/reply";

/** Reads EX, PX, EXAT or PXAT with its amount; returns milliseconds since the epoch. */
export function expiryOption(options: Options, now: number, command: string): number {
  const unit = options.name();
  if (unit !== "EX" && unit !== "PX" && unit !== "EXAT" && unit !== "PXAT") throw syntaxError();
  const amount = options.integer();
  if (amount <= 0) throw invalidExpire(command);
  return absoluteTime(amount, unit, now, command);
}

export function absoluteTime(
  amount: number,
  unit: "EX" | "PX" | "EXAT" | "PXAT",
  now: number,
  command: string,
): number {
  const ms = unit.startsWith("EX") ? amount * 1000 : amount;
  const at = unit.endsWith("AT") ? ms : now + ms;
  if (Math.abs(at) >= 2 ** 63) throw invalidExpire(command);
  return at;
}

export function invalidExpire(command: string): RedisError {
  return new RedisError(`ERR invalid expire time in '${command}' command`);
}
