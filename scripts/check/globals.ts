import ts from "typescript";
import { lineOf, type Source, walk } from "#scripts/check/source";

/** A use of a global as a value: `fetch`, `Math` and `Math.random` for a member, `Date` and `new Date()` for a call. */
export type GlobalUse = { name: string; line: number };

/** Values a file uses without declaring them, in the order of their appearance. */
export function listGlobals(source: Source): GlobalUse[] {
  const nodes = [...walk(source.tree)];
  const declared = new Set(
    nodes
      .filter(ts.isIdentifier)
      .filter(isDeclaration)
      .map(({ text }) => text),
  );
  const uses: GlobalUse[] = [];
  for (const node of nodes) {
    if (!ts.isIdentifier(node) || declared.has(node.text) || !isValue(node)) continue;
    const line = lineOf(source, node);
    const name = node.text;
    const member = memberOf(node);
    if (name === "globalThis" || name === "self") {
      if (member) uses.push({ name: member, line });
      continue;
    }
    uses.push({ name, line });
    if (member) uses.push({ name: `${name}.${member}`, line });
    if (isBareConstruction(node)) uses.push({ name: `new ${name}()`, line });
  }
  return uses;
}

function isBareConstruction({ parent }: ts.Identifier): boolean {
  return ts.isNewExpression(parent) && (parent.arguments?.length ?? 0) === 0;
}

function memberOf(node: ts.Identifier): string | undefined {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node) return parent.name.text;
  const isElement = ts.isElementAccessExpression(parent) && parent.expression === node;
  return isElement && ts.isStringLiteralLike(parent.argumentExpression) ? parent.argumentExpression.text : undefined;
}

function isDeclaration(node: ts.Identifier): boolean {
  const { parent } = node;
  const declares =
    ts.isVariableDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isFunctionDeclaration(parent) ||
    ts.isFunctionExpression(parent) ||
    ts.isClassDeclaration(parent) ||
    ts.isImportSpecifier(parent) ||
    ts.isImportClause(parent) ||
    ts.isNamespaceImport(parent) ||
    ts.isBindingElement(parent);
  return declares && parent.name === node;
}

/** Neither a property's name, nor a type, nor the name in an import or export list. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return parent.name !== node;
  if (ts.isBindingElement(parent)) return parent.propertyName !== node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return false;
  if (ts.isExpressionWithTypeArguments(parent)) return !ts.isInterfaceDeclaration(parent.parent.parent);
  return isExpression(node);
}

function isExpression(node: ts.Identifier): boolean {
  const { parent } = node;
  return !(
    ts.isTypeNode(parent) ||
    ts.isTypeElement(parent) ||
    (ts.isClassElement(parent) && parent.name === node) ||
    (ts.isObjectLiteralElement(parent) && parent.name === node) ||
    ts.isQualifiedName(parent) ||
    ts.isTypeAliasDeclaration(parent) ||
    ts.isInterfaceDeclaration(parent) ||
    ts.isTypeParameterDeclaration(parent) ||
    ts.isLabeledStatement(parent) ||
    ts.isNamedTupleMember(parent)
  );
}
