/** Finds written equations ("12 apples x $3 = $36", "3*4=12+5=17") and recomputes them. */

import { type ExpressionToken, evaluate, keyOf, type Reading } from "#lib/guards/trust/math/expression";
import { type EqualsToken, lex, type NumberToken, type Token, type WordToken } from "#lib/guards/trust/math/lexer";
import {
  absolute,
  compare,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  toDecimal,
} from "#lib/guards/trust/math/rational";
import { convertible } from "#lib/guards/trust/math/unit-conversions";

/** One recomputed calculation; `start` and `end` are the claimed result. */
export interface Calculation {
  start: number;
  end: number;
  expression: string;
  claimed: string;
  /** Null when the claim is right. */
  actual: string | null;
}

const MAX_TOKENS = 120;
const MAX_UNIT_WORDS = 7;
/** Words before an expression that belong to the calculation: "half of 3 + 5", "$2 per 10 + 4". */
const BINDING_WORDS =
  /^(?:twice|double|triple|half|thrice|square|root|sqrt|negative|log|ln|sin|cos|tan|mod|modulo|than|factorial|per|every|each|times|f|g|x|y|z)$/i;
const CLAUSE_WORDS = /^(?:and|or|because|so|then|which|but|if|when|while|since|that|therefore|thus|had|has|have)$/i;
const MEASURE_LETTER = /^[mgLlhsckKMFCVWBtb]$/;
const NOT_A_RESULT =
  /^(?:of|more|less|fewer|times|or|out|r|remainder|mod|modulo|x|y|z|n|higher|lower|th|st|nd|rd|to|in)$/i;

interface Side {
  tokens: ExpressionToken[];
  words: WordToken[];
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

/** The longest expression that ends at the equals sign; null when something unknown hangs on it. */
function leftSide(tokens: readonly Token[], equals: number): Side | null {
  const side: Side = { tokens: [], words: [] };
  let depth = 0;
  let wantsOperand = true;
  let loose = 0;
  for (let index = equals - 1; index >= 0 && side.tokens.length < MAX_TOKENS; index -= 1) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.kind === "newline" && side.tokens.length === 0 && side.words.length === 0) continue;
    if (token.kind === "word") {
      const follower = side.tokens[0];
      if (follower?.kind === "operator" && follower.operator === "^") return null;
      if (!wantsOperand) return BINDING_WORDS.test(token.text) ? null : finished(side, depth);
      loose += 1;
      side.words.unshift(token);
      if (loose > MAX_UNIT_WORDS || CLAUSE_WORDS.test(token.text)) return null;
    } else if (token.kind === "number" && (wantsOperand || isMixed(tokens, index) || multipliesNext(tokens, index))) {
      side.tokens.unshift(token);
      [wantsOperand, loose] = [false, 0];
    } else if (token.kind === "close" && loose === 0 && (wantsOperand || multipliesNext(tokens, index))) {
      side.tokens.unshift(token);
      depth += 1;
      wantsOperand = true;
    } else if (token.kind === "open" && !wantsOperand && depth > 0) {
      side.tokens.unshift(token);
      depth -= 1;
    } else if (token.kind === "operator" && isUnitSlash(tokens, index)) continue;
    else if (token.kind === "operator" && !wantsOperand) {
      if (isBullet(tokens, index)) return finished(side, depth);
      side.tokens.unshift(token);
      wantsOperand = true;
      if (isSign(tokens, index)) wantsOperand = false;
    } else return wantsOperand ? null : finished(side, depth);
  }
  return wantsOperand ? null : finished(side, depth);
}

function finished(side: Side, depth: number): Side | null {
  return depth === 0 ? side : null;
}

/** The number, or the whole expression, that follows the equals sign. */
function rightSide(tokens: readonly Token[], equals: number): Side | null {
  const side: Side = { tokens: [], words: [] };
  let wantsOperand = true;
  for (let index = equals + 1; index < tokens.length && side.tokens.length < MAX_TOKENS; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.kind === "newline" || token.kind === "stop" || token.kind === "equals") break;
    if (token.kind === "word") {
      if (side.tokens.length > 0 && (wantsOperand || token.text.startsWith("("))) return null;
      if (side.tokens.length === 0 && !/^(?:about|approximately|around|roughly|exactly|only|just)$/i.test(token.text))
        return null;
      side.words.push(token);
      if (side.words.length > MAX_UNIT_WORDS) break;
    } else if (token.kind === "number") {
      if (!wantsOperand && !isMixed(tokens, index - 1)) break;
      if (side.words.some((word) => CLAUSE_WORDS.test(word.text))) break;
      side.tokens.push(token);
      wantsOperand = false;
    } else if (token.kind === "operator") {
      if (isUnitSlash(tokens, index)) continue;
      if (!wantsOperand && !continues(tokens, index)) {
        if (token.operator !== "-") return null;
        break;
      }
      side.tokens.push(token);
      wantsOperand = true;
    } else if (token.kind === "open" || (token.kind === "close" && !wantsOperand)) {
      if (token.kind === "open" && !wantsOperand) break;
      if (token.kind === "close" && !opensMore(side)) break;
      side.tokens.push(token);
    } else break;
  }
  return wantsOperand || opensMore(side) ? null : side;
}

/** A factor written right before a bracket: "4(12)", "(2)(3)". */
function multipliesNext(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return next?.kind === "open" && next.start === tokens[index]?.end;
}

function opensMore(side: Side): boolean {
  const count = (kind: string) => side.tokens.filter((token) => token.kind === kind).length;
  return count("open") > count("close");
}

/** "= 12 - 3" goes on; "= 12 - which" and "= 12 - then" do not. */
function continues(tokens: readonly Token[], operator: number): boolean {
  const next = tokens[operator + 1];
  return next?.kind === "number" || next?.kind === "open" || (next?.kind === "word" && next.text.length === 1);
}

/** The slash of "beads/row" and of "$4/hour". */
function isUnitSlash(tokens: readonly Token[], index: number): boolean {
  const [token, next] = [tokens[index], tokens[index + 1]];
  return token?.kind === "operator" && token.operator === "/" && next?.kind === "word";
}

/** A hyphen that opens a list item. */
function isBullet(tokens: readonly Token[], index: number): boolean {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  const opensLine = before === undefined || before.kind === "newline";
  return opensLine && token?.kind === "operator" && token.end !== next?.start;
}

/** A minus that belongs to its number: "(-3)", "4 * -3". */
function isSign(tokens: readonly Token[], index: number): boolean {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (token?.kind !== "operator" || token.operator !== "-" || token.end !== next?.start) return false;
  return before === undefined || ["open", "newline", "equals", "stop"].includes(before.kind);
}

/** Whole number before a fraction: the 3 of "3 1/2". */
function isMixed(tokens: readonly Token[], index: number): boolean {
  const [whole, top, slash, below] = tokens.slice(index, index + 4);
  if (whole?.kind !== "number" || top?.kind !== "number" || below?.kind !== "number") return false;
  return slash?.kind === "operator" && slash.operator === "/" && slash.tight && compare(top.value, below.value) < 0;
}

function isAmbiguous(left: Side, right: Side, sign: EqualsToken): boolean {
  const words = [...left.words, ...right.words];
  if (words.some((word) => /^[^\P{L}aAI]$/u.test(word.text) && !MEASURE_LETTER.test(word.text))) return true;
  const after = right.words[0]?.text ?? "";
  if (right.words.some((word) => word.tight && /^\p{L}$/u.test(word.text) && !MEASURE_LETTER.test(word.text)))
    return true;
  if (sign.worded && !left.tokens.some((token) => token.kind === "operator")) return true;
  return (
    NOT_A_RESULT.test(after) && (sign.worded || !/^(?:of|in|to|more|less|fewer|times|out|higher|lower)$/i.test(after))
  );
}

/** Whether some sensible reading of both sides gives the same value, as far as rounding lets one see. */
function agree(
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
        return (
          near(value, claimed, lastDigit(claim, other), claim, approximate) ||
          converts(value, claimed, left, right, text)
        );
      }),
    );
  });
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

function remember(exact: Map<string, Rational>, claim: NumberToken, value: Rational): void {
  if (!claim.percent && compare(claim.value, value) !== 0) exact.set(keyOf(claim.value), value);
}

/** Somebody else's sum, or one that is called wrong, is not asserted. */
function isReported(text: string, start: number, end: number): boolean {
  const around = text.slice(Math.max(0, start - 60), Math.min(text.length, end + 60));
  return /\b(?:wrong|incorrect|false|mistake\w*|error|not (?:true|equal|correct|be)|isn['’]t|doesn['’]t|claim(?:s|ed)|binary|modulo|mod \d)\b|≠/i.test(
    around,
  );
}

/** The expression may start earlier: "14, 400 / 80", "+ . 84 + 2", "day 1 * 2". */
function isCutOff(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  if (/\d, $/.test(before)) return /^\d{3}(?!\d)/.test(text.slice(start, start + 4));
  if (/^\d{3}/.test(text.slice(start, start + 3))) return false;
  return /[+*/-] ?\. $|(?<!every |each |per |that |an? |one )\b(?:day|night|week|year|month|step|chapter|room|level|part|round|hour) $/i.test(
    before,
  );
}

/** Readings too uncertain to accuse anybody: shares of an unnamed whole, year ranges. */
function isRisky(left: Side, right: Side): boolean {
  const letters = left.words.filter(isLetter);
  if (letters.some((word) => !right.words.some((other) => other.text === word.text))) return true;
  const numbers = left.tokens.filter((token): token is NumberToken => token.kind === "number");
  if (numbers.some((token) => isRate(token, left))) return true;
  const [first, second] = numbers;
  if (first === undefined || second === undefined || left.tokens.length !== 3) return false;
  const sign = left.tokens[1];
  if (sign?.kind !== "operator") return false;
  if (sign.operator === "/") return compare(first.value, second.value) < 0 && sign.tight && !right.tokens.some(isShare);
  return sign.operator === "-" && compare(first.value, second.value) < 0;
}

/** `2m + 55 = 215`: a letter that is no unit, or is one on some terms only. */
function isLetter(word: WordToken): boolean {
  return word.tight && /^\p{L}$/u.test(word.text);
}

/** The 100 of "5 minutes/100 meters" belongs to a rate. */
function isRate(number: NumberToken, side: Side): boolean {
  const isGlued = side.words.some((word) => word.end + 1 === number.start);
  return isGlued && compare(number.value, ONE) !== 0 && side.words.some((word) => word.start === number.end + 1);
}

function isShare(token: ExpressionToken): boolean {
  return token.kind === "number" && (token.percent || compare(token.value, ONE) < 0);
}
