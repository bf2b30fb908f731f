import { RedisError } from "#scripts/standins/upstash/reply";
import { parseFloatStrict } from "#scripts/standins/upstash/store/numbers";
import type { Scored } from "#scripts/standins/upstash/store/sorted-set";

/** "1", "(1", "-inf", "+inf" → a test of scores. */
export function scoreRange(min: string, max: string): (member: Scored) => boolean {
  const low = scoreBound(min);
  const high = scoreBound(max);
  return ([, score]) =>
    (low.exclusive ? score > low.value : score >= low.value) &&
    (high.exclusive ? score < high.value : score <= high.value);
}

/** "[a", "(a", "-", "+" → a test of members. */
export function lexRange(min: string, max: string): (member: Scored) => boolean {
  const isAbove = lexBound(min, 1);
  const isBelow = lexBound(max, -1);
  return ([member]) => isAbove(member) && isBelow(member);
}

function scoreBound(text: string): { value: number; exclusive: boolean } {
  const exclusive = text.startsWith("(");
  try {
    return { value: parseFloatStrict(exclusive ? text.slice(1) : text), exclusive };
  } catch {
    throw new RedisError("ERR min or max is not a float");
  }
}

function lexBound(text: string, side: 1 | -1): (member: string) => boolean {
  if (text === "-") return () => side === 1;
  if (text === "+") return () => side === -1;
  const bound = text.slice(1);
  if (!/^[[(]/.test(text)) throw new RedisError("ERR min or max not valid string range item");
  const allowsEqual = text.startsWith("[");
  return (member) => (member === bound ? allowsEqual : side === 1 ? member > bound : member < bound);
}
