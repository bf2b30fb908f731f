/** Evaluates a written expression exactly. */
import type { BracketToken, NumberToken, OperatorToken, Token } from "#lib/guards/trust/math/lexer";
import {
  add,
  divide,
  multiply,
  negate,
  ONE,
  power,
  type Rational,
  rational,
  subtract,
} from "#lib/guards/trust/math/rational";

export type ExpressionToken = NumberToken | OperatorToken | BracketToken;

/** One way to read an expression; people write some things that textbooks read otherwise. */
export interface Reading {
  /** A tight `1/30` is one number: `6 / 1/30`. */
  fractions?: boolean;
  /** `20%` is 20, as in `50% + 30% = 80`. */
  percentIsPlain?: boolean;
  /** `80 + 20%` adds a fifth of 80. */
  percentOfLeft?: boolean;
  /** Take the other reading of ambiguous separators. */
  alternate?: boolean;
  /** Exact values of numbers that were written rounded earlier. */
  exact?: ReadonlyMap<string, Rational>;
}

const HUNDREDTH = rational(1n, 100n);

/** Null when the tokens are no complete expression, or the result has no exact value. */
export function evaluate(tokens: readonly ExpressionToken[], reading: Reading = {}): Rational | null {
  const cursor = { index: 0, depth: 0 };
  const value = sum(tokens, cursor, reading);
  return cursor.index === tokens.length ? value : null;
}

export function keyOf(value: Rational): string {
  return `${value.numerator}/${value.denominator}`;
}

interface Cursor {
  index: number;
  depth: number;
}
type Parse = (tokens: readonly ExpressionToken[], cursor: Cursor, reading: Reading) => Rational | null;

const sum: Parse = (tokens, cursor, reading) => {
  let left = product(tokens, cursor, reading);
  while (left !== null) {
    const sign = operatorAt(tokens, cursor.index, "+", "-");
    if (sign === null) return left;
    cursor.index += 1;
    const first = tokens[cursor.index];
    const isShare = reading.percentOfLeft === true && first?.kind === "number" && first.percent;
    let right = product(tokens, cursor, reading);
    if (right === null) return null;
    if (isShare) right = multiply(right, left);
    left = sign === "+" ? add(left, right) : subtract(left, right);
  }
  return null;
};

const product: Parse = (tokens, cursor, reading) => {
  let left = factor(tokens, cursor, reading);
  while (left !== null) {
    const sign = operatorAt(tokens, cursor.index, "*", "/", "of");
    const implied = sign === null && tokens[cursor.index]?.kind === "open";
    if (sign === null && !implied) return left;
    if (!implied) cursor.index += 1;
    const right = factor(tokens, cursor, reading);
    if (right === null) return null;
    left = sign === "/" ? divide(left, right) : multiply(left, right);
  }
  return null;
};

const factor: Parse = (tokens, cursor, reading) => {
  const token = tokens[cursor.index];
  if (token?.kind === "operator" && token.operator === "-") {
    cursor.index += 1;
    const value = factor(tokens, cursor, reading);
    return value === null ? null : negate(value);
  }
  const base = atom(tokens, cursor, reading);
  if (base === null || operatorAt(tokens, cursor.index, "^") === null) return base;
  cursor.index += 1;
  const exponent = factor(tokens, cursor, reading);
  return exponent === null ? null : power(base, exponent);
};

const atom: Parse = (tokens, cursor, reading) => {
  const token = tokens[cursor.index];
  if (token?.kind === "number") return numberOrFraction(token, tokens, cursor, reading);
  if (token?.kind !== "open" || cursor.depth > 20) return null;
  cursor.index += 1;
  cursor.depth += 1;
  const value = sum(tokens, cursor, reading);
  cursor.depth -= 1;
  if (value === null || tokens[cursor.index]?.kind !== "close") return null;
  cursor.index += 1;
  return value;
};

function numberOrFraction(
  token: NumberToken,
  tokens: readonly ExpressionToken[],
  cursor: Cursor,
  reading: Reading,
): Rational | null {
  cursor.index += 1;
  const value = amountOf(token, reading);
  const [slash, below] = [tokens[cursor.index], tokens[cursor.index + 1]];
  if (isTightSlash(slash) && reading.fractions === true && below?.kind === "number") {
    cursor.index += 2;
    return divide(value, amountOf(below, reading));
  }
  if (below?.kind === "operator" && slash?.kind === "number") return mixed(value, tokens, cursor, reading);
  return value;
}

/** `3 1/2` is three and a half. */
function mixed(whole: Rational, tokens: readonly ExpressionToken[], cursor: Cursor, reading: Reading): Rational | null {
  const [top, slash, below] = tokens.slice(cursor.index, cursor.index + 3);
  if (top?.kind !== "number" || !isTightSlash(slash) || below?.kind !== "number") return null;
  cursor.index += 3;
  const part = divide(amountOf(top, reading), amountOf(below, reading));
  return part === null ? null : add(whole, part);
}

function isTightSlash(token: Token | undefined): boolean {
  return token?.kind === "operator" && token.operator === "/" && token.tight;
}

function amountOf(token: NumberToken, reading: Reading): Rational {
  const written = reading.alternate === true ? (token.alternate ?? token.value) : token.value;
  const value = reading.exact?.get(keyOf(written)) ?? written;
  return multiply(value, token.percent && reading.percentIsPlain !== true ? HUNDREDTH : ONE);
}

function operatorAt(tokens: readonly ExpressionToken[], index: number, ...wanted: string[]): string | null {
  const token = tokens[index];
  return token?.kind === "operator" && wanted.includes(token.operator) ? token.operator : null;
}
