// Who may import what, and which globals stay out of where: the tables first, then the check that reads them.
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { listGlobals } from "#scripts/check/globals";
import { type Import, lineOf, listImports, readSources, type Source, walk } from "#scripts/check/source";
import { runAsScript, type Violation } from "#scripts/check/violation";

/** A part of the product. Patterns are matched against project paths without extension, such as `lib/errors`. */
type Layer = {
  name: string;
  files: RegExp;
  /** Project modules it may import; it may always import itself. */
  imports: RegExp[];
  /** Project modules of which it may import types only. */
  types?: RegExp[];
  packages: RegExp[];
  instead: string;
};

const KERNEL = /^lib\/(?!env$|context$)[\w-]+$/;
const CONTEXT = /^lib\/context$/;
const ENV = /^lib\/env$/;
const GUARDS = /^lib\/guards\//;
/** Guard types, options, the catalogue, and what prepares a guard's evidence: all that is not a detector. */
const GUARD_FACTS = /^lib\/guards\/(?!registry$)(?:[\w-]+|[\w-]+\/(?:schema|cache|documents))$/;
const CONTRACT = /^lib\/contract\//;
const SERVICES = /^lib\/services\//;
const PLATFORM = /^lib\/platform\//;
/** The shapes, the failure and the pass that both ends of a call from router to guard share; no vendor behind them. */
const GUARD_CALL = /^lib\/platform\/dispatch\/(?:call|token)$/;
const LOG = /^lib\/platform\/telemetry\/log$/;
const SURFACES = /^lib\/surfaces\//;
const DEPS = /^lib\/deps\//;
const DB = /^db\//;
const DB_SCHEMA = /^db\/(?:schema\/|tenant$)/;

const ZOD = /^zod(?:\/|$)/;
const HONO = /^hono(?:\/|$)/;
const DRIZZLE = /^drizzle-orm(?:\/|$)/;
/** Libraries that compute and do nothing else. */
const PURE = [ZOD, /^gpt-tokenizer\//, /^fflate$/, /^@noble\/hashes\//, /^compare-versions$/];

/** First match wins. */
export const LAYERS: readonly Layer[] = [
  {
    name: "the guard catalogue",
    files: /^lib\/guards\/catalogue$/,
    imports: [GUARD_FACTS],
    packages: [ZOD],
    instead: "list facts from schema.ts here, so that the router does not bundle any detector",
  },
  {
    name: "lib/guards",
    files: GUARDS,
    imports: [],
    packages: PURE,
    instead: "let the service load it first and pass it in as evidence",
  },
  {
    name: "lib/contract",
    files: CONTRACT,
    imports: [GUARD_FACTS, KERNEL],
    packages: [ZOD],
    instead: "describe the wire here and do the work in lib/services",
  },
  {
    name: "lib/services",
    files: SERVICES,
    imports: [GUARD_FACTS, GUARD_CALL, CONTRACT, DB_SCHEMA, KERNEL, CONTEXT],
    types: [PLATFORM, DB, GUARDS],
    packages: [ZOD, DRIZZLE, /^jose$/],
    instead: "take it from the context (lib/context.ts), where a composition root in lib/deps puts it",
  },
  {
    name: "lib/platform",
    files: PLATFORM,
    imports: [DB, KERNEL, GUARD_FACTS],
    types: [GUARDS, CONTRACT],
    packages: [/./],
    instead: "pass it in as an argument; services, surfaces and lib/deps depend on platform, not the other way round",
  },
  {
    name: "lib/surfaces",
    files: SURFACES,
    imports: [SERVICES, CONTRACT, GUARD_FACTS, GUARD_CALL, LOG, KERNEL, CONTEXT],
    types: [PLATFORM, GUARDS],
    packages: [ZOD, HONO, /^@vercel\/functions$/, /^compare-versions$/],
    instead: "call a verb in lib/services; a surface parses, calls and maps errors",
  },
  {
    name: "lib/deps",
    files: DEPS,
    imports: [ENV, DB, PLATFORM, KERNEL, CONTEXT, GUARDS],
    types: [SURFACES],
    packages: [/^@vercel\/functions$/],
    instead: "compose platform parts here and nothing more",
  },
  {
    name: "lib/env.ts",
    files: ENV,
    imports: [KERNEL],
    packages: [ZOD],
    instead: "only parse the environment here",
  },
  {
    name: "lib/context.ts",
    files: CONTEXT,
    imports: [KERNEL],
    types: [PLATFORM, DB, GUARDS],
    packages: [],
    instead: "import the type only",
  },
  {
    name: "the core files of lib/",
    files: KERNEL,
    imports: [GUARD_FACTS],
    packages: [ZOD, /^uuidv7$/],
    instead: "move it to the layer that owns what it imports",
  },
  {
    name: "db",
    files: DB,
    imports: [KERNEL],
    packages: [DRIZZLE, /^@neondatabase\/serverless$/, /^drizzle-kit$/],
    instead: "keep tables and the client here, and queries where they are used",
  },
  {
    name: "api",
    files: /^api\//,
    imports: [SURFACES, DEPS, GUARDS],
    packages: [HONO],
    instead: "wire it in lib/deps and answer in lib/surfaces; an entry has no logic",
  },
  {
    name: "middleware.ts",
    files: /^middleware$/,
    imports: [/^lib\/surfaces\/http\//, /^lib\/platform\/auth\//, ENV, KERNEL],
    packages: [/^@vercel\/functions(?:\/|$)/],
    instead: "leave it to the functions: middleware runs before every request and has no database",
  },
];

/** Vendors live in one place each, so that each can be exchanged there. */
const VENDORS: readonly { package: RegExp; home: RegExp }[] = [
  { package: /^@clerk\//, home: /^lib\/platform\/auth\// },
  { package: /^stripe(?:\/|$)/, home: /^lib\/platform\/billing\// },
  { package: /^@upstash\//, home: /^lib\/platform\/(?:redis|limits|cache|events)(?:\/|$)/ },
  { package: /^@neondatabase\//, home: DB },
  { package: DRIZZLE, home: /^(?:db|lib\/platform|lib\/services)\// },
  { package: HONO, home: /^(?:api|lib\/surfaces\/(?:http|dashboard|mcp))\// },
  { package: /^gpt-tokenizer(?:\/|$)/, home: /^lib\/guards\/token\// },
  { package: /^@vercel\/otel$/, home: /^lib\/platform\/telemetry\// },
];

type GlobalRule = { names: RegExp; files: RegExp; except?: RegExp; instead: string };

const PRODUCT = /^(?:api|lib|db)\/|^middleware$/;

/** Names are plain globals (`process`) or members of globals (`Math.random`). */
const GLOBALS: readonly GlobalRule[] = [
  {
    names: /^process$/,
    files: PRODUCT,
    except: /^lib\/env$|\.config$/,
    instead: "read the environment through lib/env.ts",
  },
  { names: /^Buffer$/, files: PRODUCT, instead: "use Uint8Array, TextEncoder and atob/btoa" },
  { names: /^(?:eval|Function)$/, files: PRODUCT, instead: "interpret data: the edge runs no code from strings" },
  {
    names: /^(?:setImmediate|__dirname|__filename|require|CompressionStream|DecompressionStream|BroadcastChannel)$/,
    files: PRODUCT,
    instead: "the edge runtime does not have it: use a web standard it has",
  },
  {
    names: /^(?:Promise\.withResolvers|Array\.fromAsync|AbortSignal\.any)$/,
    files: PRODUCT,
    instead: "the edge runtime does not have it yet: write the few lines out",
  },
  {
    names:
      /^(?:Math\.random|Date\.now|new Date\(\)|performance|crypto|fetch|console|setTimeout|setInterval|queueMicrotask|Promise)$/,
    files: GUARDS,
    instead: "guards are pure and synchronous: take it in as evidence or return it as an effect",
  },
];

/** The platform's Hobby plan deploys no more. */
const MAX_ENTRIES = 12;

export function checkLayers(root: string): Violation[] {
  const product = readSources(root, ["api", "lib", "db", "middleware.ts"]);
  const tools = readSources(root, ["scripts", "tests"]);
  return [
    ...product.flatMap(checkProductFile),
    ...tools.flatMap((source) => listImports(source).flatMap((found) => checkStyleOfImport(source, found))),
    ...[...product, ...tools].flatMap(checkZodForm),
    ...checkEntryCount(root),
    ...checkCompiledFiles(root),
  ];
}

function checkProductFile(source: Source): Violation[] {
  const module = source.path.replace(/\.ts$/, "");
  const layer = LAYERS.find(({ files }) => files.test(module));
  if (!layer)
    return [{ file: source.path, line: 1, message: "belongs to no layer: add it to scripts/check/layers.ts" }];
  return [
    ...listImports(source).flatMap((found) => [
      ...checkStyleOfImport(source, found),
      ...checkImport(source, module, layer, found),
    ]),
    ...checkGlobals(source, module),
    ...(GUARDS.test(module) ? checkPurity(source) : []),
  ];
}

function checkImport({ path }: Source, module: string, layer: Layer, found: Import): Violation[] {
  const { specifier, target, line, isTypeOnly } = found;
  const refuse = (message: string): Violation[] => [{ file: path, line, message }];
  if (target.startsWith("node:")) return refuse(`${specifier} does not exist at the edge: use a web standard`);
  if (/^(?:tests|scripts)\//.test(target)) return refuse(`${specifier}: the product never imports tests or scripts`);
  if (found.isLocal) {
    const allowed = [layer.files, ...layer.imports, ...(isTypeOnly ? (layer.types ?? []) : [])];
    if (allowed.some((pattern) => pattern.test(target))) return [];
    const asType = layer.types?.some((pattern) => pattern.test(target)) ?? false;
    const what = asType ? `may import only types from ${specifier}` : `may not import ${specifier}`;
    return refuse(`${layer.name} ${what}: ${layer.instead}`);
  }
  const vendor = VENDORS.find((candidate) => candidate.package.test(target));
  if (vendor && !isTypeOnly && !vendor.home.test(module)) {
    return refuse(`${specifier} is only for ${describe(vendor.home)}: ${layer.instead}`);
  }
  if (layer.packages.some((pattern) => pattern.test(target))) return [];
  return refuse(`${layer.name} may not import the package ${specifier}: ${layer.instead}`);
}

function checkStyleOfImport({ path }: Source, { specifier, target, line }: Import): Violation[] {
  if (!specifier.startsWith(".")) return [];
  return [{ file: path, line, message: `write "#${target}" instead of "${specifier}"` }];
}

/** `import { z }` keeps the whole library in the bundle, with every locale; the namespace form can be shaken. */
function checkZodForm(source: Source): Violation[] {
  const named = [...walk(source.tree)].filter(
    (node) =>
      ts.isImportDeclaration(node) &&
      (node.moduleSpecifier as ts.StringLiteral).text === "zod" &&
      !(node.importClause?.namedBindings && ts.isNamespaceImport(node.importClause.namedBindings)) &&
      node.importClause?.isTypeOnly !== true,
  );
  return named.map((node) => ({
    file: source.path,
    line: lineOf(source, node),
    message: 'write import * as z from "zod": the other form costs 75 KB per function',
  }));
}

function checkGlobals(source: Source, module: string): Violation[] {
  const rules = GLOBALS.filter(({ files, except }) => files.test(module) && !except?.test(module));
  return listGlobals(source).flatMap(({ name, line }) => {
    const rule = rules.find(({ names }) => names.test(name));
    return rule ? [{ file: source.path, line, message: `${name}: ${rule.instead}` }] : [];
  });
}

function checkPurity(source: Source): Violation[] {
  const at = (node: ts.Node, message: string): Violation => ({
    file: source.path,
    line: lineOf(source, node),
    message,
  });
  return [...walk(source.tree)].flatMap((node) => {
    if (node.kind === ts.SyntaxKind.AsyncKeyword)
      return [at(node, "async: guards are synchronous, take evidence instead")];
    if (ts.isVariableStatement(node) && node.parent === source.tree && !isConstant(node)) {
      return [at(node, "module-level let: guards keep no state between calls, pass it in or return it")];
    }
    return [];
  });
}

function isConstant(statement: ts.VariableStatement): boolean {
  return (statement.declarationList.flags & ts.NodeFlags.Const) !== 0;
}

function checkEntryCount(root: string): Violation[] {
  if (!existsSync(join(root, "api"))) return [];
  const files = readdirSync(join(root, "api"), { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.[jt]s$/.test(path),
  );
  if (files.length <= MAX_ENTRIES) return [];
  const message = `${files.length} files in api/, and each becomes a function: ${MAX_ENTRIES} at most, so give it a route of an existing one`;
  return [{ file: "api", line: 1, message }];
}

/** `imports` in package.json prefers them to the sources, so a stale one would be run instead. */
function checkCompiledFiles(root: string): Violation[] {
  const compiled = ["lib", "db"].flatMap((folder) => {
    const files = existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      : [];
    return files.filter((file) => file.endsWith(".js")).map((file) => `${folder}/${file}`);
  });
  return compiled.map((file) => ({
    file,
    line: 1,
    message: "left by a build: remove it, and build with npm run build:vercel",
  }));
}

function describe(pattern: RegExp): string {
  return pattern.source
    .replace(/\\\//g, "/")
    .replace(/[\^$]|\(\?:\/\|\)$/g, "")
    .replace(/\(\?:/g, "(");
}

await runAsScript(import.meta.url, () => checkLayers(resolve(".")));
