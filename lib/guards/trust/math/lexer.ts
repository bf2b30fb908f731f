/** Splits free text into the pieces a written calculation is made of. One pass, linear time. */
import { isNumberWord, readNumberWords, scaleOf } from "#lib/guards/trust/math/number-words";
import { multiply, rational } from "#lib/guards/trust/math/rational";
import { type Digits, readDigits } from "#lib/guards/trust/math/written-number";

interface Place {
  start: number;
  end: number;
}

export interface NumberToken extends Place, Digits {
  kind: "number";
  percent: boolean;
  currency: boolean;
  words: boolean;
}
export type Operator = "+" | "-" | "*" | "/" | "^" | "of";
export interface OperatorToken extends Place {
  kind: "operator";
  operator: Operator;
  /** No white space on either side, as in `1/2`. */
  tight: boolean;
}
export interface EqualsToken extends Place {
  kind: "equals";
  /** Written with ≈ or "about". */
  approximate: boolean;
  worded: boolean;
}
export interface WordToken extends Place {
  kind: "word";
  text: string;
  /** Glued to the number before it: `5kg`, `2x`. */
  tight: boolean;
}
export interface BracketToken extends Place {
  kind: "open" | "close";
}
interface MarkToken extends Place {
  kind: "stop" | "newline";
}
export type Token = NumberToken | OperatorToken | EqualsToken | WordToken | BracketToken | MarkToken;

const PIECE =
  /(?<newline>\r?\n)|(?<space>[^\S\n]+)|(?<latex>\\(?:times|cdot|div|approx|frac|left|right|text\{[^{}\n]{0,80}\}|[,;!()[\]$%]))|(?<number>(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,]*\d|-\p{L})|\d[\d.,]*\d|\d|\.\d+)(?:[eE][+-]?\d{1,3}(?![\p{L}\d]))?(?:\.{3}|…)?)|(?<times>(?<=[\d)%]\s?)[xX](?=\s?[$€£¥₹(]?[\d.]))|(?<note>\([\p{L}' -]{1,40}\))|(?<word>[\p{L}_][\p{L}\p{M}\d_'’]*(?:-[\p{L}][\p{L}\p{M}\d_'’]*)*)|(?<relation>[=<>!:+\-*/~≠≤≥]*(?:=[=>~]?|≈|≅|≃)|≠|≤|≥)|(?<bold>\*\*)|(?<operator>[+\-−–—*×·⋅∙/÷∕^])|(?<superscript>[²³])|(?<currency>[$€£¥₹])|(?<percent>%)|(?<mark>[(){}])|(?<other>.)/suy;

const OPERATOR_SIGNS: Record<string, Operator> = {
  "+": "+",
  "^": "^",
  ...Object.fromEntries([..."-−–—"].map((sign) => [sign, "-" as const])),
  ...Object.fromEntries([..."*×·⋅∙"].map((sign) => [sign, "*" as const])),
  ...Object.fromEntries([..."/÷∕"].map((sign) => [sign, "/" as const])),
};
const OPERATOR_WORDS: Record<string, Operator> = { plus: "+", minus: "-", times: "*", of: "of" };
const EQUALS_WORDS = new Set(["equals", "is", "are", "makes", "gives", "totals"]);

export function lex(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(new RegExp(PIECE, "suyg"))) {
    const groups = match.groups ?? {};
    if (groups.space === undefined) pushPiece(tokens, text, groups, match.index, match.index + match[0].length);
  }
  return tokens;
}

type Groups = Record<string, string | undefined>;

function pushPiece(tokens: Token[], text: string, groups: Groups, start: number, end: number): void {
  const place = { start, end };
  if (groups.number !== undefined) tokens.push(numberToken(groups.number, text, place));
  else if (groups.times !== undefined) tokens.push(operatorToken("*", text, place));
  else if (groups.note !== undefined) tokens.push({ kind: "word", ...place, text: groups.note, tight: false });
  else if (groups.word !== undefined) pushWord(tokens, text, groups.word, place);
  else if (groups.operator !== undefined)
    tokens.push(operatorToken(OPERATOR_SIGNS[groups.operator] ?? "+", text, place));
  else if (groups.relation !== undefined) tokens.push(relationToken(groups.relation, place));
  else if (groups.latex !== undefined) pushLatex(tokens, text, groups.latex, place);
  else if (groups.mark !== undefined) pushMark(tokens, text, groups.mark, place);
  else if (groups.bold !== undefined) pushBold(tokens, text, place);
  else if (groups.percent !== undefined) markPercent(tokens, place);
  else if (groups.superscript !== undefined) pushSuperscript(tokens, groups.superscript, place);
  else if (groups.newline !== undefined) tokens.push({ kind: "newline", ...place });
  else if (groups.currency === undefined && groups.other !== "&") {
    const isRoot = groups.other === "√";
    tokens.push(isRoot ? { kind: "word", ...place, text: "sqrt", tight: false } : { kind: "stop", ...place });
  }
}

function numberToken(written: string, text: string, place: Place): Token {
  const before = text.slice(Math.max(0, place.start - 2), place.start);
  const digits = written.replace(/[ \u00a0\u202f…]|\.{3}$/g, "");
  const isClock = /\d:$/.test(before) && /^\d\d$/.test(digits);
  const read = isClock || /[#'’]$/u.test(before) ? null : readDigits(digits);
  if (read === null) return { kind: "stop", ...place };
  return {
    kind: "number",
    ...place,
    ...read,
    percent: false,
    currency: /[$€£¥₹]\s?$/.test(text.slice(Math.max(0, place.start - 2), place.start)),
    words: false,
  };
}

function pushWord(tokens: Token[], text: string, word: string, place: Place): void {
  const last = tokens.at(-1);
  const lower = word.toLowerCase();
  const tight = last?.kind === "number" && last.end === place.start;
  const scale = scaleOf(lower) ?? (tight && (word === "k" || (word === "K" && last.currency)) ? 1_000 : undefined);
  if (last?.kind === "number" && scale !== undefined && !last.percent) scaleNumber(last, scale, place.end);
  else if (lower === "x" && isTimesSign(last, text, place)) tokens.push(operatorToken("*", text, place));
  else if (lower === "percent" && last?.kind === "number") markPercent(tokens, place);
  else if (lower === "cent" && text.slice(place.start - 4, place.start) === "per ") markPercent(tokens, place);
  else if (isNumberWord(lower)) pushNumberWord(tokens, text, lower, place);
  else if (lower === "of" && !isShare(tokens)) tokens.push({ kind: "word", ...place, text: word, tight });
  else if (OPERATOR_WORDS[lower] !== undefined && hasOperand(text, place.end))
    tokens.push(operatorToken(OPERATOR_WORDS[lower], text, place));
  else if (lower === "by") joinBy(tokens, place, word);
  else if (EQUALS_WORDS.has(lower)) tokens.push({ kind: "equals", ...place, approximate: false, worded: true });
  else tokens.push({ kind: "word", ...place, text: word, tight });
}

function isTimesSign(last: Token | undefined, text: string, place: Place): boolean {
  if (last === undefined || !["number", "close", "word"].includes(last.kind)) return false;
  return /^\s*[$€£¥₹(]*\s*[.\d]/.test(text.slice(place.end, place.end + 8));
}

/** "3 times 4", but not "did it 3 times". */
function hasOperand(text: string, end: number): boolean {
  const next = /^\s+(?:the\s+)?[$€£¥₹(]*(?:[\d.]|([\p{L}-]{3,12}))/u.exec(text.slice(end, end + 24));
  return next !== null && (next[1] === undefined || isNumberWord(next[1]));
}

/** Only a percentage or a fraction multiplies with "of": "20% of 50", "1/2 of 50", but not "a total of 50". */
function isShare(tokens: readonly Token[]): boolean {
  const [top, slash, last] = [tokens.at(-3), tokens.at(-2), tokens.at(-1)];
  if (last?.kind !== "number") return false;
  return (
    last.percent || (top?.kind === "number" && slash?.kind === "operator" && slash.operator === "/" && slash.tight)
  );
}

/** "multiplied by" and "divided by". */
function joinBy(tokens: Token[], place: Place, word: string): void {
  const last = tokens.at(-1);
  const verb = last?.kind === "word" ? last.text.toLowerCase() : "";
  if (last !== undefined && (verb === "multiplied" || verb === "divided")) {
    tokens[tokens.length - 1] = {
      kind: "operator",
      start: last.start,
      end: place.end,
      operator: verb === "divided" ? "/" : "*",
      tight: false,
    };
  } else tokens.push({ kind: "word", ...place, text: word, tight: false });
}

function pushNumberWord(tokens: Token[], text: string, word: string, place: Place): void {
  const last = tokens.at(-1);
  const isOneOf = word === "one" && last?.kind === "operator" && last.operator === "of";
  if (isOneOf || (last?.kind === "number" && !last.words)) {
    tokens.push({ kind: "word", ...place, text: word, tight: false });
    return;
  }
  const joined = last?.kind === "number" && last.words ? text.slice(last.start, place.end) : null;
  const together = joined === null ? null : readNumberWords(joined.split(/\s+/));
  const value = together ?? readNumberWords([word]) ?? 0;
  const start = together === null || last === undefined ? place.start : last.start;
  if (together !== null) tokens.pop();
  const exact = { value: rational(BigInt(value)), unit: rational(1n) };
  tokens.push({ kind: "number", start, end: place.end, ...exact, percent: false, currency: false, words: true });
}

function scaleNumber(number: NumberToken, scale: number, end: number): void {
  const factor = rational(BigInt(scale));
  number.value = multiply(number.value, factor);
  if (!number.words) number.unit = multiply(number.unit, factor);
  number.end = end;
}

function markPercent(tokens: Token[], place: Place): void {
  const last = tokens.at(-1);
  if (last?.kind === "number" && !last.percent) {
    last.percent = true;
    last.end = place.end;
  } else if (last?.kind === "word" && last.text === "per" && tokens.at(-2)?.kind === "number") {
    tokens.pop();
    markPercent(tokens, place);
  } else tokens.push({ kind: "stop", ...place });
}

function operatorToken(operator: Operator, text: string, place: Place): OperatorToken {
  const tight = !/\s/.test(`${text[place.start - 1] ?? " "}${text[place.end] ?? " "}`);
  return { kind: "operator", ...place, operator, tight };
}

/** Only a plain equals sign states a result: `==`, `<=`, `+=` and `=>` belong to code or comparisons. */
function relationToken(sign: string, place: Place): Token {
  const approximate = /^[~≈≅≃]+=?$|^=~$/.test(sign);
  return sign === "=" || approximate
    ? { kind: "equals", ...place, approximate, worded: false }
    : { kind: "stop", ...place };
}

function pushLatex(tokens: Token[], text: string, command: string, place: Place): void {
  if (command === "\\times" || command === "\\cdot") tokens.push(operatorToken("*", text, place));
  else if (command === "\\div") tokens.push(operatorToken("/", text, place));
  else if (command === "\\approx") tokens.push({ kind: "equals", ...place, approximate: true, worded: false });
  else if (command === "\\%") markPercent(tokens, place);
  else if (command === "\\(" || command === "\\[" || command === "\\)" || command === "\\]")
    tokens.push({ kind: "stop", ...place });
}

function pushMark(tokens: Token[], text: string, mark: string, place: Place): void {
  const opens = mark === "(" || mark === "{";
  if (mark === "{" && text[place.start - 1] === "}") {
    tokens.push({ kind: "operator", ...place, operator: "/", tight: true }, { kind: "open", ...place });
  } else tokens.push({ kind: opens ? "open" : "close", ...place });
}

/** `2**3` is a power, `**12**` is bold type. */
function pushBold(tokens: Token[], text: string, place: Place): void {
  const last = tokens.at(-1);
  const between = last?.kind === "number" && last.end === place.start && /\d/.test(text[place.end] ?? "");
  if (between) tokens.push({ kind: "operator", ...place, operator: "^", tight: true });
}

function pushSuperscript(tokens: Token[], sign: string, place: Place): void {
  const last = tokens.at(-1);
  if (last?.kind !== "number" && last?.kind !== "close") return;
  const value = rational(sign === "²" ? 2n : 3n);
  tokens.push({ kind: "operator", ...place, operator: "^", tight: true });
  tokens.push({ kind: "number", ...place, value, unit: rational(1n), percent: false, currency: false, words: false });
}
