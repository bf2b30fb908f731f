import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { RouteEntry } from "#scripts/edge/routes";

/** A built `.vercel/output`: the routing table, and every function and static file by its path. */
export type BuildOutput = {
  routes: RouteEntry[];
  crons: { path: string; schedule: string }[];
  /** Function folders by path without the leading slash, such as `api/guards/token`. */
  functions: Map<string, EdgeFunction>;
  /** Static files by request path. */
  files: Map<string, string>;
};

export type EdgeFunction = { name: string; folder: string; entrypoint: string };

/** Reads a build. @throws when it is missing or holds a function that is not meant for the edge. */
export function readOutput(outputDir: string): BuildOutput {
  const config = JSON.parse(readFileSync(join(outputDir, "config.json"), "utf8"));
  const folders = listFolders(join(outputDir, "functions"), ".func");
  const functions = folders.map((folder) => readFunction(join(outputDir, "functions"), folder));
  return {
    routes: config.routes ?? [],
    crons: config.crons ?? [],
    functions: new Map(functions.map((edgeFunction) => [edgeFunction.name, edgeFunction])),
    files: listStatic(join(outputDir, "static"), config.overrides ?? {}),
  };
}

function readFunction(base: string, folder: string): EdgeFunction {
  const name = relative(base, folder).replace(/\.func$/, "");
  const { runtime, entrypoint } = JSON.parse(readFileSync(join(folder, ".vc-config.json"), "utf8"));
  if (runtime !== "edge") {
    throw new Error(`${name} was built for ${runtime}: give it \`export const config = { runtime: "edge" }\``);
  }
  return { name, folder, entrypoint };
}

function listFolders(folder: string, suffix: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (!statSync(path).isDirectory()) return [];
    return name.endsWith(suffix) ? [path] : listFolders(path, suffix);
  });
}

/** Request path → file. `overrides` give some a path of their own, such as one without `.html`. */
function listStatic(folder: string, overrides: Record<string, { path?: string }>): Map<string, string> {
  const files = listFiles(folder).map((path): [string, string] => {
    const name = relative(folder, path);
    return [`/${overrides[name]?.path ?? name}`, path];
  });
  return new Map(files);
}

/** What answers a path: a file or function of that name, or the `index` below it. */
export type Target = { kind: "file"; path: string } | { kind: "function"; name: string };

export function locate({ files, functions }: BuildOutput, path: string): Target | undefined {
  const base = path.replace(/\/+$/, "");
  for (const candidate of [base, `${base}/index`, `${base}/index.html`]) {
    const file = files.get(candidate);
    if (file) return { kind: "file", path: file };
    if (functions.has(candidate.slice(1))) return { kind: "function", name: candidate.slice(1) };
  }
  return undefined;
}

function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
