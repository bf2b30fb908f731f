/** Tells what a text says itself from what it quotes, denies or reports. */

type Range = readonly [start: number, end: number];

const QUOTES = /"[^"\n]{1,400}"|“[^”\n]{1,400}”|«[^»\n]{1,400}»|(?<![\p{L}\d])['‘][^'’\n]{1,200}['’](?!\p{L})/gu;
const CODE = /```[^`]{0,20000}(?:```|$)|`[^`\n]{1,400}`/g;
const BLOCKQUOTE = /^[ \t]{0,3}>[^\n]{0,4000}$/gm;
const DENIAL =
  /\b(?:not|never|no|nothing|nobody|isn['’]t|aren['’]t|don['’]t|doesn['’]t|can['’]t|cannot|won['’]t|avoid|beware|myth|misconception|false|wrong|incorrect|rather than|instead of|without)\b[^.!?\n]{0,40}$/i;
const REPORT =
  /\b(?:said|says|say|claims?|claimed|claiming|called|asked|wrote|told|phrases?|words?|terms?|marketing|advertis\w+|red flags?|warning signs?|scam\w*|such as|e\.g\.|for example|if (?:you|they|someone|it))\b[^.!?\n]{0,80}$/i;

export interface AssertionMap {
  /** False inside quotations, code and quoted blocks, and after words that deny or report. */
  isAsserted(start: number): boolean;
  /** True inside a code block or span. */
  isCode(start: number): boolean;
}

export function assertionMap(text: string): AssertionMap {
  const code = rangesOf(CODE, text);
  const [quoted, blocks] = [rangesOf(QUOTES, text), rangesOf(BLOCKQUOTE, text)];
  return {
    isCode: (start) => isWithin(code, start),
    isAsserted(start) {
      if ([code, quoted, blocks].some((ranges) => isWithin(ranges, start))) return false;
      const before = text.slice(Math.max(0, start - 90), start);
      return !DENIAL.test(before) && !REPORT.test(before);
    },
  };
}

function rangesOf(pattern: RegExp, text: string): Range[] {
  return Array.from(text.matchAll(pattern), (match) => [match.index, match.index + match[0].length] as const);
}

/** Binary search: the ranges of one pattern ascend and never overlap. */
function isWithin(ranges: readonly Range[], at: number): boolean {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[1] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range[0] <= at;
}
