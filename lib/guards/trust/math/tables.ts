/** Markdown tables whose last row is called a total. */
import type { Calculation } from "#lib/guards/trust/math/equations";
import { lex, type NumberToken } from "#lib/guards/trust/math/lexer";
import { absolute, add, compare, rational, subtract, toDecimal } from "#lib/guards/trust/math/rational";

interface Cell {
  text: string;
  start: number;
}

const TOTAL = /^\**\s*(?:grand |sub)?(?:total|sum)s?:?\s*\**$/i;
const MAX_ROWS = 500;

export function findTableTotals(text: string): Calculation[] {
  const found: Calculation[] = [];
  let rows: Cell[][] = [];
  let offset = 0;
  for (const line of text.split("\n")) {
    const cells = line.trimStart().startsWith("|") ? splitCells(line, offset) : [];
    if (cells.length === 0) rows = [];
    else if (cells.every((cell) => /^[\s:-]*$/.test(cell.text))) rows = [];
    else if (TOTAL.test(cells[0]?.text.trim() ?? "")) found.push(...checkTotals(rows, cells));
    else if (rows.length < MAX_ROWS) rows.push(cells);
    offset += line.length + 1;
  }
  return found;
}

function splitCells(line: string, offset: number): Cell[] {
  const cells: Cell[] = [];
  let start = line.indexOf("|") + 1;
  for (let end = line.indexOf("|", start); end >= 0; end = line.indexOf("|", start)) {
    cells.push({ text: line.slice(start, end), start: offset + start });
    start = end + 1;
  }
  return cells;
}

function checkTotals(rows: readonly Cell[][], totals: readonly Cell[]): Calculation[] {
  if (rows.length < 2) return [];
  return totals.flatMap((total, column) => {
    const claim = onlyNumber(total.text);
    const values = rows.map((row) => onlyNumber(row[column]?.text ?? ""));
    if (column === 0 || claim === null || values.some((value) => value === null || value.percent !== claim.percent))
      return [];
    const numbers = values.filter((value) => value !== null);
    const actual = numbers.reduce((sum, value) => add(sum, value.value), rational(0n));
    const slack = numbers.reduce((widest, { unit }) => (compare(unit, widest) > 0 ? unit : widest), claim.unit);
    const isRounded = slack.denominator !== 1n || claim.percent;
    const off = absolute(subtract(actual, claim.value));
    const fits = isRounded ? compare(off, slack) <= 0 : off.numerator === 0n;
    const start = total.start + claim.start;
    const claimed = total.text.slice(claim.start, claim.end);
    return [
      {
        start,
        end: start + claimed.length,
        expression: `sum of ${numbers.length} rows`,
        claimed,
        actual: fits ? null : toDecimal(actual),
      },
    ];
  });
}

/** The cell's number when it holds just one. */
function onlyNumber(cell: string): NumberToken | null {
  const numbers = lex(cell).filter((token): token is NumberToken => token.kind === "number");
  return numbers.length === 1 && !/[\p{L}/]/u.test(cell) ? (numbers[0] ?? null) : null;
}
