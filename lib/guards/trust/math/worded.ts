/** Sums told in words: "the average of 2, 4 and 6 is 4". */
import type { Calculation } from "#lib/guards/trust/math/equations";
import { lex, type NumberToken } from "#lib/guards/trust/math/lexer";
import {
  absolute,
  add,
  compare,
  divide,
  multiply,
  power,
  type Rational,
  rational,
  subtract,
  toDecimal,
} from "#lib/guards/trust/math/rational";

const NUMBER = "[$€£]?-?\\d[\\d.,]{0,20}%?";
const LIST = `${NUMBER}(?:(?:, and|,| and) ${NUMBER}){1,30}`;
const RESULT = ` (?:is|equals|gives|makes|is equal to|comes to|=) (?:exactly )?(?<claim>${NUMBER})(?!\\s?[-+*/x×÷(%^]|\\s(?:more|less|times|or|of|out)\\b)`;

type Combine = (values: readonly Rational[]) => Rational | null;
const sum: Combine = (values) => values.reduce(add, rational(0n));
const product: Combine = (values) => values.reduce(multiply, rational(1n));
const difference: Combine = ([a, b, ...rest]) => (a && b && rest.length === 0 ? absolute(subtract(a, b)) : null);
const backwards: Combine = ([a, b, ...rest]) => (a && b && rest.length === 0 ? subtract(b, a) : null);
const quotient: Combine = ([a, b, ...rest]) => (a && b && rest.length === 0 ? divide(a, b) : null);
const mean: Combine = (values) => divide(sum(values) ?? rational(0n), rational(BigInt(values.length)));
const half: Combine = ([value]) => (value ? divide(value, rational(2n)) : null);
const twice: Combine = ([value]) => (value ? multiply(value, rational(2n)) : null);
const square: Combine = ([value]) => (value ? power(value, rational(2n)) : null);

const FORMS: readonly (readonly [RegExp, Combine])[] = [
  [form(`(?:the )?(?:sum|total) of (?<values>${LIST})`), sum],
  [form(`adding (?<values>${NUMBER} (?:and|to) ${NUMBER})`), sum],
  [form(`(?:the )?product of (?<values>${LIST})`), product],
  [form(`multiplying (?<values>${NUMBER} (?:by|and|with) ${NUMBER})`), product],
  [form(`(?:the )?difference (?:between|of) (?<values>${LIST})`), difference],
  [form(`subtracting (?<values>${NUMBER} from ${NUMBER})`), backwards],
  [form(`dividing (?<values>${NUMBER} by ${NUMBER})`), quotient],
  [form(`(?:the )?(?:average|mean) of (?<values>${LIST})`), mean],
  [form(`half of (?<values>${NUMBER})`), half],
  [form(`(?:twice|double) (?<values>${NUMBER})`), twice],
  [form(`(?<values>${NUMBER}) squared`), square],
];

export function findWordedSums(text: string): Calculation[] {
  return FORMS.flatMap(([pattern, combine]) =>
    Array.from(text.matchAll(pattern), (match) => check(match, combine)).filter((found) => found !== null),
  );
}

function form(expression: string): RegExp {
  return new RegExp(`\\b${expression}${RESULT}`, "gid");
}

function check(match: RegExpExecArray, combine: Combine): Calculation | null {
  const values = numbersOf(match.groups?.values ?? "");
  const [claim] = numbersOf(match.groups?.claim ?? "");
  const place = match.indices?.groups?.claim;
  const actual = combine(values.map((token) => token.value));
  if (claim === undefined || place === undefined || actual === null) return null;
  const claimed =
    claim.end < (match.groups?.claim ?? "").length
      ? (match.groups?.claim ?? "").replace(/[.,]+$/, "")
      : (match.groups?.claim ?? "");
  const fits = compare(absolute(subtract(absolute(actual), claim.value)), claim.unit) < 0;
  return {
    start: place[0],
    end: place[0] + claimed.length,
    expression: match[0].slice(0, place[0] - match.index).replace(/ (?:is|equals|gives|makes|=).*$/, ""),
    claimed,
    actual: fits ? null : toDecimal(actual),
  };
}

/** "3, 4 and 5" without its list commas. */
function numbersOf(written: string): NumberToken[] {
  return written
    .split(/,? (?:and |to |by |with |from )?/)
    .flatMap((part) => lex(part.replace(/[.,]+$/, "")))
    .filter((token): token is NumberToken => token.kind === "number");
}
