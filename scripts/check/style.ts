// Hard stops for length. What a reader should expect is far shorter: files of 70 lines, functions of 12.
import { resolve } from "node:path";
import ts from "typescript";
import { lineOf, readSources, type Source, walk } from "#scripts/check/source";
import { runAsScript, type Violation } from "#scripts/check/violation";

const MAX_FUNCTION_LINES = 80;
const MAX_FILE_LINES = 400;

/** Tables may be as long as what they list. */
const DATA = /\.data\.ts$/;

export function checkStyle(root: string): Violation[] {
  const sources = readSources(root, ["api", "lib", "db", "scripts", "middleware.ts"]);
  return sources
    .filter(({ path }) => !DATA.test(path))
    .flatMap((source) => [...longFile(source), ...longFunctions(source)]);
}

function longFile({ path, tree }: Source): Violation[] {
  const lines = tree.getLineStarts().length;
  if (lines <= MAX_FILE_LINES) return [];
  const message = `${lines} lines, at most ${MAX_FILE_LINES}: split it by noun, or call a table *.data.ts`;
  return [{ file: path, line: MAX_FILE_LINES, message }];
}

function longFunctions(source: Source): Violation[] {
  return [...walk(source.tree)].filter(isFunction).flatMap((node) => {
    const first = lineOf(source, node);
    const length = source.tree.getLineAndCharacterOfPosition(node.getEnd()).line + 2 - first;
    if (length <= MAX_FUNCTION_LINES) return [];
    const message = `a function of ${length} lines, at most ${MAX_FUNCTION_LINES}: name its parts and call them`;
    return [{ file: source.path, line: first, message }];
  });
}

function isFunction(node: ts.Node): boolean {
  return ts.isFunctionLike(node) && "body" in node && node.body !== undefined;
}

await runAsScript(import.meta.url, () => checkStyle(resolve(".")));
