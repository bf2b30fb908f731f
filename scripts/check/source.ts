import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";

/** A parsed source file; `path` is relative to the root and uses `/`. */
export type Source = { path: string; tree: ts.SourceFile };

/** One import, export-from or dynamic import. `target` is a project path without extension, or a package specifier. */
export type Import = { specifier: string; target: string; isLocal: boolean; isTypeOnly: boolean; line: number };

const ALIAS = /^#(lib|db|api|scripts|tests|middleware)(?=\/|$)/;

/** Reads all TypeScript files below the given files and folders, those that exist. */
export function readSources(root: string, places: readonly string[]): Source[] {
  return places.flatMap((place) => listTypeScript(root, place)).map((path) => parseSource(root, path));
}

export function parseSource(root: string, path: string): Source {
  const text = readFileSync(join(root, path), "utf8");
  return { path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
}

function listTypeScript(root: string, place: string): string[] {
  const path = join(root, place);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [place];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "node_modules") return [];
    if (entry.isDirectory()) return listTypeScript(root, `${place}/${entry.name}`);
    return /\.ts$/.test(entry.name) && !entry.name.endsWith(".d.ts") ? [`${place}/${entry.name}`] : [];
  });
}

/** Every node of a file, parents before children. */
export function* walk(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* walk(child);
}

export function lineOf(source: Source, node: ts.Node): number {
  return source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

export function listImports(source: Source): Import[] {
  const imports: Import[] = [];
  for (const node of walk(source.tree)) {
    const specifier = specifierOf(node);
    if (specifier === undefined) continue;
    const local = localTarget(source.path, specifier);
    imports.push({
      specifier,
      target: local ?? specifier,
      isLocal: local !== undefined,
      isTypeOnly: isTypeOnly(node),
      line: lineOf(source, node),
    });
  }
  return imports;
}

function specifierOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return textOf(node.arguments[0]);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return textOf(node.argument.literal);
  return undefined;
}

function textOf(node: ts.Node | undefined): string | undefined {
  return node && ts.isStringLiteralLike(node) ? node.text : undefined;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  if (!ts.isImportDeclaration(node) || !node.importClause) return false;
  const { isTypeOnly: wholeClause, name, namedBindings } = node.importClause;
  if (wholeClause) return true;
  if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly);
}

function localTarget(importer: string, specifier: string): string | undefined {
  if (ALIAS.test(specifier)) return specifier.slice(1);
  if (!specifier.startsWith(".")) return undefined;
  return normalize(join(dirname(importer), specifier)).replace(/\.(?:ts|js)$/, "");
}
