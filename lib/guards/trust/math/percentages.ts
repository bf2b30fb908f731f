/** Percentage changes and price reductions told in words: "from 80 to 100, a 25% rise". */
import type { Calculation } from "#lib/guards/trust/math/equations";
import { lex, type NumberToken } from "#lib/guards/trust/math/lexer";
import {
  absolute,
  add,
  compare,
  divide,
  multiply,
  type Rational,
  rational,
  subtract,
  toDecimal,
} from "#lib/guards/trust/math/rational";

const AMOUNT = "(?:[$€£¥₹]\\s?)?\\d[\\d.,]{0,20}\\d?(?:\\s?(?:million|billion|thousand|k\\b))?";
const UNIT = "(?:\\s[a-z]{1,15}){0,3}";
const PERCENT = "\\d[\\d.,]{0,8}\\s?(?:%|percent)";
const UP = "(?:rise|increase|growth|gain|jump|uptick|climb)";
const DOWN = "(?:fall|decrease|drop|decline|reduction|loss|cut|discount|dip)";

const FROM_TO = new RegExp(
  `\\bfrom (?<from>${AMOUNT})${UNIT} to (?<to>${AMOUNT})${UNIT}[,;:( –—-]{1,3}(?:(?:which|that|this|it) )?(?:(?:is|was|represents|representing|means|marks|marking|i\\.e\\.|or|up|down) )?(?:a |an )?(?:of )?(?<percent>${PERCENT}) (?<direction>${UP}|${DOWN})`,
  "gi",
);
const BY_FROM_TO = new RegExp(
  `\\b(?:by|(?<direction>${UP}|${DOWN}) of) (?<percent>${PERCENT}),? from (?<from>${AMOUNT})${UNIT} to (?<to>${AMOUNT})`,
  "gi",
);
const OFF = new RegExp(
  `(?<percent>${PERCENT}) (?:off|discount on) (?:a |an |the )?(?:[a-z]{1,15} )?(?:price of )?(?<from>${AMOUNT}) (?:is|makes|gives|leaves|comes to|=) (?<to>${AMOUNT})`,
  "gi",
);
const HUNDRED = rational(100n);

export function findPercentages(text: string): Calculation[] {
  const changes = [FROM_TO, BY_FROM_TO].flatMap((pattern) => matchesOf(pattern, text, checkChange));
  return [...changes, ...matchesOf(OFF, text, checkDiscount)];
}

type Groups = Record<string, string | undefined>;
interface Amounts {
  from: NumberToken;
  to: NumberToken;
  percent: NumberToken;
}
type Check = (amounts: Amounts) => { fits: boolean; actual: string; claim: "percent" | "to" } | null;

function matchesOf(pattern: RegExp, text: string, check: Check): Calculation[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const amounts = readAmounts(match.groups ?? {});
    const checked = amounts === null ? null : check(amounts);
    return checked === null ? null : calculation(match, checked);
  }).filter((found) => found !== null);
}

function readAmounts(groups: Groups): Amounts | null {
  const [from, to, percent] = [groups.from, groups.to, groups.percent].map((written) => readNumber(written ?? ""));
  const isReady = from !== undefined && to !== undefined && percent !== undefined;
  return isReady && from && to && percent && from.value.numerator !== 0n ? { from, to, percent } : null;
}

function readNumber(written: string): NumberToken | null {
  return lex(written.replace(/[.,]+$/, "")).find((token): token is NumberToken => token.kind === "number") ?? null;
}

/** Both ends may be rounded by half their last digit, and so may the percentage. */
function checkChange({ from, to, percent }: Amounts): ReturnType<Check> {
  const change = percentOf(subtract(to.value, from.value), from.value);
  const slack = [from, to].map((token) =>
    token.unit.denominator === 1n && !isScaled(token) ? rational(0n) : token.unit,
  );
  const blur = percentOf(add(slack[0] ?? rational(0n), slack[1] ?? rational(0n)), from.value);
  const difference = absolute(subtract(absolute(change), percent.value));
  return {
    fits: compare(difference, add(blur, percent.unit)) < 0,
    actual: `${toDecimal(absolute(change), 2)}%`,
    claim: "percent",
  };
}

function checkDiscount({ from, to, percent }: Amounts): ReturnType<Check> {
  const left = multiply(from.value, divide(subtract(HUNDRED, percent.value), HUNDRED) ?? rational(1n));
  return { fits: compare(absolute(subtract(left, to.value)), to.unit) < 0, actual: toDecimal(left, 2), claim: "to" };
}

function percentOf(part: Rational, whole: Rational): Rational {
  return multiply(divide(part, whole) ?? rational(0n), HUNDRED);
}

function isScaled(token: NumberToken): boolean {
  return compare(token.unit, rational(1n)) > 0;
}

function calculation(match: RegExpExecArray, checked: NonNullable<ReturnType<Check>>): Calculation {
  const claimed = (checked.claim === "percent" ? match.groups?.percent : match.groups?.to)?.replace(/[.,]+$/, "") ?? "";
  const offset = checked.claim === "percent" ? match[0].indexOf(claimed) : match[0].lastIndexOf(claimed);
  const start = match.index + offset;
  return {
    start,
    end: start + claimed.length,
    expression: match[0],
    claimed,
    actual: checked.fits ? null : checked.actual,
  };
}
