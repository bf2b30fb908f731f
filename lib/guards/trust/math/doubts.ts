/** Reasons to stay silent: what looks like a wrong calculation but may well be something else. */
import type { ExpressionToken } from "#lib/guards/trust/math/expression";
import type { EqualsToken, NumberToken, WordToken } from "#lib/guards/trust/math/lexer";
import { compare, ONE } from "#lib/guards/trust/math/rational";
import type { Side } from "#lib/guards/trust/math/sides";

const MEASURE_LETTER = /^[mgLlhsckKMFCVWBtb]$/;
const NOT_A_RESULT =
  /^(?:of|more|less|fewer|times|or|out|r|remainder|mod|modulo|x|y|z|n|higher|lower|th|st|nd|rd|to|in)$/i;

/** Algebra, comparisons and labels. */
export function isAmbiguous(left: Side, right: Side, sign: EqualsToken): boolean {
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

/** Somebody else's sum, or one that is called wrong, is not asserted. */
export function isReported(text: string, start: number, end: number): boolean {
  const around = text.slice(Math.max(0, start - 60), Math.min(text.length, end + 60));
  return /\b(?:wrong|incorrect|false|mistake\w*|error|not (?:true|equal|correct|be)|isn['’]t|doesn['’]t|claim(?:s|ed)|binary|modulo|mod \d)\b|≠/i.test(
    around,
  );
}

/** The expression may start earlier: "14, 400 / 80", "+ . 84 + 2", "day 1 * 2". */
export function isCutOff(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  if (/\d, $/.test(before)) return /^\d{3}(?!\d)/.test(text.slice(start, start + 4));
  if (/^\d{3}/.test(text.slice(start, start + 3))) return false;
  return /[+*/-] ?\. $|(?<!every |each |per |that |an? |one )\b(?:day|night|week|year|month|step|chapter|room|level|part|round|hour) $/i.test(
    before,
  );
}

/** Readings too uncertain to accuse anybody: shares of an unnamed whole, year ranges. */
export function isRisky(left: Side, right: Side): boolean {
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
