/** Finds written equations ("12 apples x $3 = $36", "3*4=12+5=17") and recomputes them. */

import { agree } from "#lib/guards/trust/math/agreement";
import { isAmbiguous, isCutOff, isReported, isRisky } from "#lib/guards/trust/math/doubts";
import { evaluate, keyOf } from "#lib/guards/trust/math/expression";
import { type EqualsToken, lex, type NumberToken, type Token } from "#lib/guards/trust/math/lexer";
import { compare, type Rational, toDecimal } from "#lib/guards/trust/math/rational";
import { leftSide, rightSide } from "#lib/guards/trust/math/sides";

/** One recomputed calculation; `start` and `end` are the claimed result. */
export interface Calculation {
  start: number;
  end: number;
  expression: string;
  claimed: string;
  /** Null when the claim is right. */
  actual: string | null;
}

export function findCalculations(text: string): Calculation[] {
  const tokens = lex(text);
  const found: Calculation[] = [];
  const exact = new Map<string, Rational>();
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "equals") continue;
    const calculation = readEquation(text, tokens, index, token, exact);
    if (calculation !== null) found.push(calculation);
  }
  return found;
}

function readEquation(
  text: string,
  tokens: readonly Token[],
  index: number,
  sign: EqualsToken,
  exact: Map<string, Rational>,
): Calculation | null {
  const left = leftSide(tokens, index);
  const right = left === null ? null : rightSide(tokens, index);
  if (left === null || right === null || isAmbiguous(left, right, sign)) return null;
  const claim = right.tokens.find((token): token is NumberToken => token.kind === "number");
  const [first, last] = [left.tokens[0], left.tokens.at(-1)];
  const isResult =
    left.tokens.length > 1 &&
    !/\d$/.test(first?.kind === "open" ? text.slice(Math.max(0, first.start - 1), first.start) : "");
  if (claim === undefined || first === undefined || last === undefined || !isResult) return null;
  const value = evaluate(left.tokens, { exact });
  if (value === null) return null;
  const fits = agree(left, right, claim, sign.approximate, exact, text);
  if (fits) remember(exact, claim, value);
  else if (isReported(text, first.start, claim.end) || isCutOff(text, first.start) || isRisky(left, right)) return null;
  const start = right.tokens[0]?.start ?? claim.start;
  const end = right.tokens.at(-1)?.end ?? claim.end;
  return {
    start,
    end,
    expression: text.slice(first.start, last.end).replace(/\s+/g, " "),
    claimed: text.slice(start, end),
    actual: fits ? null : toDecimal(value),
  };
}

/** Later sums may go on with the exact value of a rounded result. */
function remember(exact: Map<string, Rational>, claim: NumberToken, value: Rational): void {
  if (!claim.percent && compare(claim.value, value) !== 0) exact.set(keyOf(claim.value), value);
}
