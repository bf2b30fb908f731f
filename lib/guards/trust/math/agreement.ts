/** Whether a written result is right under some sensible reading of the calculation. */
import { type ExpressionToken, evaluate, type Reading } from "#lib/guards/trust/math/expression";
import type { NumberToken } from "#lib/guards/trust/math/lexer";
import { absolute, compare, multiply, ONE, type Rational, rational, subtract } from "#lib/guards/trust/math/rational";
import type { Side } from "#lib/guards/trust/math/sides";
import { convertible } from "#lib/guards/trust/math/unit-conversions";

/** Whether some sensible reading of both sides gives the same value, as far as rounding lets one see. */
export function agree(
  left: Side,
  right: Side,
  claim: NumberToken,
  approximate: boolean,
  exact: ReadonlyMap<string, Rational>,
  text: string,
): boolean {
  const claims = right.tokens.length > 1 ? [[claim], right.tokens] : [right.tokens];
  return readingsFor(left.tokens, exact).some((reading) => {
    const value = evaluate(left.tokens, reading);
    if (value === null) return false;
    return claims.some((tokens) =>
      readingsFor(tokens, exact).some((other) => {
        const claimed = (other.alternate ?? false) === (reading.alternate ?? false) ? evaluate(tokens, other) : null;
        if (claimed === null) return false;
        const fits =
          tokens.length > 1
            ? same(value, claimed, tokens)
            : near(value, claimed, lastDigit(claim, other), claim, approximate);
        return fits || converts(value, claimed, left, right, text);
      }),
    );
  });
}

/** Two expressions must agree exactly; where one holds a decimal, which may be rounded, within 1 %. */
function same(value: Rational, claimed: Rational, tokens: readonly ExpressionToken[]): boolean {
  const difference = absolute(subtract(value, claimed));
  const isRounded = tokens.some((token) => token.kind === "number" && token.unit.denominator !== 1n);
  return compare(difference, isRounded ? multiply(absolute(value), rational(1n, 100n)) : rational(0n)) <= 0;
}

/** Size of the last written digit under a reading. */
function lastDigit(claim: NumberToken, reading: Reading): Rational {
  if (reading.alternate === true && claim.alternate !== undefined) {
    return compare(claim.alternate, claim.value) < 0 ? rational(1n, 1_000n) : ONE;
  }
  return claim.percent && reading.percentIsPlain !== true ? multiply(claim.unit, rational(1n, 100n)) : claim.unit;
}

function readingsFor(tokens: readonly ExpressionToken[], exact: ReadonlyMap<string, Rational>): Reading[] {
  const readings: Reading[] = [{}, { exact }];
  const numbers = tokens.filter((token): token is NumberToken => token.kind === "number");
  const signs = tokens.flatMap((token) => (token.kind === "operator" ? [token.operator] : []));
  const scales = signs.some((sign) => sign !== "+" && sign !== "-");
  if (signs.includes("/")) readings.push({ fractions: true });
  if (numbers.some((token) => token.alternate !== undefined)) readings.push({ alternate: true });
  if (numbers.some((token) => token.percent)) {
    const timesHundred = numbers.some((token) => token.percent && compare(token.value, rational(100n)) === 0);
    if (!scales || timesHundred) readings.push({ percentIsPlain: true });
    if (tokens.length > 1) readings.push({ percentOfLeft: true });
    else readings.push({ percentIsPlain: true });
  }
  return readings;
}

/**
 * Rounding as written: to the nearest or down to the last written digit; up as well for whole things
 * and money; with ≈ anything within 5 %.
 */
function near(value: Rational, claimed: Rational, unit: Rational, claim: NumberToken, approximate: boolean): boolean {
  const difference = absolute(subtract(value, claimed));
  const isDown = compare(absolute(claimed), absolute(value)) <= 0;
  const mayGoUp = claim.currency || compare(unit, ONE) >= 0;
  if (compare(difference, unit) < 0) return isDown || mayGoUp || compare(multiply(difference, rational(2n)), unit) <= 0;
  return approximate && compare(difference, multiply(absolute(value), rational(1n, 20n))) <= 0;
}

function converts(value: Rational, claimed: Rational, left: Side, right: Side, text: string): boolean {
  const [first, last] = [left.tokens[0], right.words.at(-1) ?? right.tokens.at(-1)];
  if (first === undefined || last === undefined) return false;
  return convertible(value, claimed, text.slice(Math.max(0, first.start - 2), last.end));
}
