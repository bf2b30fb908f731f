/** The lossless level: white space that carries nothing, and the white space between JSON's tokens. */
import { minifyJson } from "#lib/guards/token/optimize/json";

export interface Edit {
  technique: string;
  apply(prose: string): string;
}

/** Applied in this order to prose; fenced code is never touched. Indentation stays: it may be code's. */
export const LOW_EDITS: readonly Edit[] = [
  { technique: "json_minify", apply: minifyJson },
  { technique: "line_endings", apply: (text) => text.replaceAll("\r\n", "\n") },
  { technique: "trailing_spaces", apply: trimLineEnds },
  { technique: "blank_lines", apply: (text) => text.replace(/\n{3,}/g, "\n\n") },
  { technique: "table_padding", apply: (text) => text.split("\n").map(unpadded).join("\n") },
  { technique: "repeated_spaces", apply: (text) => text.split("\n").map(singleSpaces).join("\n") },
];

/** Split by lines: a search for white space before a line's end is quadratic on long runs of blanks. */
function trimLineEnds(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

/** Markdown trims a table's cells itself; only rows with a bar at both ends are surely tables. */
function unpadded(line: string): string {
  return /^ {0,3}\|[^`]*\|$/.test(line) ? line.replace(/ {2,}/g, " ") : line;
}

/** Two or more spaces inside a line of prose become one; lines with quotations, code or columns stay. */
function singleSpaces(line: string): string {
  if (!line.includes("  ") || /^\s{4,}|^\t|[|{};=<>\\`"“«]/.test(line)) return line;
  const indent = line.length - line.trimStart().length;
  const body = line.slice(indent);
  const gaps = body.match(/ {2,}/g)?.length ?? 0;
  const afterStops = body.match(/[.!?:;,] {2,}/g)?.length ?? 0;
  const looksLikeColumns = gaps - afterStops > 1 && body.split(" ").filter(Boolean).length < gaps * 4;
  return looksLikeColumns ? line : line.slice(0, indent) + body.replace(/ {2,}/g, " ");
}
