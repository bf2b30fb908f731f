import { notAFloat, notAnInteger } from "#scripts/standins/upstash/reply";

const MIN = -(2n ** 63n);
const MAX = 2n ** 63n - 1n;
/** Integers are written out up to here, with an exponent beyond. */
const MAX_PLAIN = 1e21;

/** A 64-bit integer in Redis' strict spelling, exact. */
export function parseBigInteger(text: string): bigint {
  if (!/^(?:0|-?[1-9]\d{0,18})$/.test(text)) throw notAnInteger();
  const value = BigInt(text);
  if (!isInt64(value)) throw notAnInteger();
  return value;
}

export function isInt64(value: bigint): boolean {
  return value >= MIN && value <= MAX;
}

/** For counts, indexes and times. */
export function parseInteger(text: string): number {
  return Number(parseBigInteger(text));
}

/** A finite or infinite number; "nan" is refused. */
export function parseFloatStrict(text: string): number {
  const infinity = /^([+-]?)inf(?:inity)?$/i.exec(text);
  if (infinity !== null) return infinity[1] === "-" ? -Infinity : Infinity;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) throw notAFloat();
  return Number(text);
}

/** A score or float as Redis prints it. */
export function formatFloat(value: number): string {
  if (value === Infinity) return "inf";
  if (value === -Infinity) return "-inf";
  return Number.isInteger(value) && Math.abs(value) < MAX_PLAIN ? BigInt(value).toString() : String(value);
}

/** `a + b` in decimal, as Redis' long doubles give: 0.1 + 0.2 is 0.3. */
export function addFloats(a: number, b: number): number {
  const sum = a + b;
  return Math.abs(sum) < 1e15 ? Number(sum.toPrecision(15)) : sum;
}
