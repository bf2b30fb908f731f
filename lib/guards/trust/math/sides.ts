/** Reads the expression before an equals sign and the result after it, stepping over units and words. */
import type { ExpressionToken } from "#lib/guards/trust/math/expression";
import type { Token, WordToken } from "#lib/guards/trust/math/lexer";
import { compare } from "#lib/guards/trust/math/rational";

export interface Side {
  tokens: ExpressionToken[];
  /** Units and other words between the tokens. */
  words: WordToken[];
}

const MAX_TOKENS = 120;
const MAX_UNIT_WORDS = 7;
/** Words before an expression that belong to the calculation: "half of 3 + 5", "$2 per 10 + 4". */
const BINDING_WORDS =
  /^(?:twice|double|triple|half|thrice|square|root|sqrt|negative|log|ln|sin|cos|tan|mod|modulo|than|factorial|per|every|each|times|pi|π|f|g|x|y|z)$/i;
const CLAUSE_WORDS = /^(?:and|or|because|so|then|which|but|if|when|while|since|that|therefore|thus|had|has|have)$/i;

/** The longest expression that ends at the equals sign; null when something unknown hangs on it. */
export function leftSide(tokens: readonly Token[], equals: number): Side | null {
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
export function rightSide(tokens: readonly Token[], equals: number): Side | null {
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
      if (token.kind === "open" && !wantsOperand && !multipliesNext(tokens, index - 1)) break;
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
