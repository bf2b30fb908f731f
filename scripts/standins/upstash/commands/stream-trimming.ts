import type { Options } from "#scripts/standins/upstash/commands/options";
import { RedisError } from "#scripts/standins/upstash/reply";
import { lowerBound, parseId, type Stream, type StreamId } from "#scripts/standins/upstash/store/stream";

export type Trim = { maxLength: number } | { minId: StreamId };

/** `MAXLEN|MINID [=|~] threshold [LIMIT n]`. Approximate trimming is done exactly, as Redis allows. */
export function takeTrim(options: Options): Trim | undefined {
  const kind = options.take("MAXLEN", "MINID");
  if (kind === undefined) return undefined;
  const isApproximate = options.take("=", "~") === "~";
  const threshold = options.next();
  if (options.take("LIMIT")) {
    options.integer();
    if (!isApproximate) throw new RedisError("ERR syntax error, LIMIT cannot be used without the special ~ option");
  }
  if (kind === "MINID") return { minId: parseId(threshold, 0) };
  if (!/^\d+$/.test(threshold)) throw new RedisError("ERR value is not an integer or out of range");
  return { maxLength: Number(threshold) };
}

/** Returns how many entries went. */
export function trimStream(stream: Stream, trim: Trim): number {
  const count = "minId" in trim ? lowerBound(stream.entries, trim.minId) : stream.entries.length - trim.maxLength;
  return stream.entries.splice(0, Math.max(count, 0)).length;
}
