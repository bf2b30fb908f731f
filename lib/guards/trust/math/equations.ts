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

/** Only a line with a sign or word of equality can hold an equation; most prose is passed over. */
const STATES_RESULT =
  /[=≈≅≃]|\\approx|\b(?:is|are|equals|makes|gives|totals) (?:(?:about|approximately|around|roughly|exactly|only|just) )?(?:[$€£¥₹(]{0,2}-?\.?\d|(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir|fif|twen|for|nine|eigh)[a-z-]*\b)/i;

export function findCalculations(text: string): Calculation[] {
  const exact = new Map<string, Rational>();
  return statements(text).flatMap(([start, end]) => {
    const tokens = lex(text.slice(start, end));
    const found = tokens.map((token, index) => {
      return token.kind === "equals" ? readEquation(text.slice(start, end), tokens, index, token, exact) : null;
    });
    return found.filter((calculation) => calculation !== null).map((calculation) => shifted(calculation, start));
  });
}

/** Stretches worth reading: such a line, with the one before when it opens with the equals sign. */
function statements(text: string): [start: number, end: number][] {
  const found: [number, number][] = [];
  let [start, before] = [0, 0];
  for (const line of text.split("\n")) {
    const end = start + line.length;
    const last = found.at(-1);
    const goesOn = /^[\s&]{0,20}(?:[=≈]|\\approx)/.test(line);
    if (goesOn && last?.[1] === start - 1) last[1] = end;
    else if (STATES_RESULT.test(line)) found.push([goesOn ? before : start, end]);
    [before, start] = [start, end + 1];
  }
  return found;
}

function shifted(calculation: Calculation, by: number): Calculation {
  return { ...calculation, start: calculation.start + by, end: calculation.end + by };
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
