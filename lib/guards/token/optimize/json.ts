/** Takes the white space out of JSON values that stand on lines of their own. Numbers and strings stay as written. */

/** How many times its own length a text may be searched, so that broken JSON cannot make it quadratic. */
const SEARCH_FACTOR = 4;
const START = /(?:^|\n)[ \t]{0,40}(?=[[{])/g;

export function minifyJson(text: string): string {
  let budget = text.length * SEARCH_FACTOR;
  let minified = "";
  let last = 0;
  START.lastIndex = 0;
  for (let match = START.exec(text); match !== null && budget > 0; match = START.exec(text)) {
    const start = match.index + match[0].length;
    if (start < last) continue;
    const end = valueEnd(text, start);
    budget -= (end < 0 ? text.length : end) - start;
    if (end < 0 || !isJson(text.slice(start, end)) || !endsLine(text, end)) continue;
    minified += text.slice(last, start) + withoutSpaces(text.slice(start, end));
    last = end;
    START.lastIndex = end;
  }
  return minified + text.slice(last);
}

const MARK = /["[\]{}]/g;

/** Where the bracket opened at `start` closes, or -1. */
function valueEnd(text: string, start: number): number {
  let depth = 0;
  MARK.lastIndex = start;
  for (let mark = MARK.exec(text); mark !== null; mark = MARK.exec(text)) {
    if (mark[0] === '"') {
      const end = stringEnd(text, mark.index);
      if (end < 0) return -1;
      MARK.lastIndex = end;
    } else {
      depth += mark[0] === "[" || mark[0] === "{" ? 1 : -1;
      if (depth === 0) return mark.index + 1;
    }
  }
  return -1;
}

const STRING_MARK = /["\\\n]/g;

function stringEnd(text: string, start: number): number {
  STRING_MARK.lastIndex = start + 1;
  for (let mark = STRING_MARK.exec(text); mark !== null; mark = STRING_MARK.exec(text)) {
    if (mark[0] === '"') return mark.index + 1;
    if (mark[0] === "\n") return -1;
    STRING_MARK.lastIndex = mark.index + 2;
  }
  return -1;
}

function endsLine(text: string, at: number): boolean {
  return /^[ \t]{0,40}(?:\r?\n|$)/.test(text.slice(at, at + 44));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function withoutSpaces(json: string): string {
  let packed = "";
  let last = 0;
  for (let at = json.indexOf('"'); at >= 0; at = json.indexOf('"', last)) {
    const end = stringEnd(json, at);
    packed += json.slice(last, at).replace(/\s+/g, "") + json.slice(at, end);
    last = end;
  }
  return packed + json.slice(last).replace(/\s+/g, "");
}
