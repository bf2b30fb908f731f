/** Exact fractions over BigInt: what recomputing needs, without the surprises of floating point. */

export interface Rational {
  readonly numerator: bigint;
  /** Always positive; the fraction is in lowest terms. */
  readonly denominator: bigint;
}

export const ONE: Rational = { numerator: 1n, denominator: 1n };
const MAX_DIGITS = 40;
const MAX_EXPONENT = 64n;

export function rational(numerator: bigint, denominator = 1n): Rational {
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = gcd(numerator < 0n ? -numerator : numerator, denominator * sign) * sign;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** Reads plain decimal digits such as `12`, `12.50` or `.5`; null when there are too many to be a written number. */
export function fromDecimal(digits: string): Rational | null {
  if (digits.length > MAX_DIGITS) return null;
  const [whole = "", fraction = ""] = digits.split(".");
  return rational(BigInt(`${whole}${fraction}` || "0"), 10n ** BigInt(fraction.length));
}

export function add(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** Null for a division by zero. */
export function divide(a: Rational, b: Rational): Rational | null {
  return b.numerator === 0n ? null : rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Null unless the exponent is a whole number of at most 64. */
export function power(base: Rational, exponent: Rational): Rational | null {
  const size = exponent.numerator < 0n ? -exponent.numerator : exponent.numerator;
  if (exponent.denominator !== 1n || size > MAX_EXPONENT || bitLength(base) > 128) return null;
  const raised = rational(base.numerator ** size, base.denominator ** size);
  return exponent.numerator < 0n ? divide(ONE, raised) : raised;
}

export function negate(a: Rational): Rational {
  return { numerator: -a.numerator, denominator: a.denominator };
}

export function absolute(a: Rational): Rational {
  return a.numerator < 0n ? negate(a) : a;
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Decimal text: exact when it ends within `places` digits, else rounded half up to them. */
export function toDecimal(value: Rational, places = 4): string {
  const scale = 10n ** BigInt(places);
  const scaled = absolute(multiply(value, rational(scale)));
  const rounded = (scaled.numerator * 2n + scaled.denominator) / (scaled.denominator * 2n);
  const fraction = (rounded % scale).toString().padStart(places, "0").replace(/0+$/, "");
  const sign = value.numerator < 0n && rounded > 0n ? "-" : "";
  return `${sign}${rounded / scale}${fraction === "" ? "" : `.${fraction}`}`;
}

function bitLength(value: Rational): number {
  return Math.max(value.numerator.toString(2).length, value.denominator.toString(2).length);
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x > 0n ? x : 1n;
}
