import { relative, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { type BuildFailure, build, type Metafile, type Plugin } from "esbuild";

/** One entry as the edge receives it. `inputs` are the source files inside, relative to the root, largest first. */
export type Bundle = {
  code: string;
  rawBytes: number;
  gzipBytes: number;
  inputs: { path: string; bytes: number }[];
};

export type BundleOptions = {
  /** Folder that holds package.json; paths in messages and `inputs` are relative to it. */
  root: string;
  minify?: boolean;
};

/** The entry cannot run at the edge; the message names the import that is at fault. */
export class BundleError extends Error {}

/** Package export conditions under which the platform's builder collects the files of an edge function. */
const EDGE_CONDITIONS = ["edge-light", "browser", "module", "import", "require"];

const NODE_MODULE = /^node:/;

/**
 * Bundles one edge entry to a classic script that leaves the entry's exports in the global `entry`.
 * @throws BundleError when an import does not resolve or is a Node module.
 */
export async function bundleEntry(entry: string, { root, minify = true }: BundleOptions): Promise<Bundle> {
  const folder = resolve(root);
  const nodeImports: NodeImport[] = [];
  const result = await build({
    entryPoints: [resolve(folder, entry)],
    absWorkingDir: folder,
    bundle: true,
    write: false,
    metafile: true,
    format: "iife",
    globalName: "entry",
    target: "es2022",
    platform: "browser",
    mainFields: ["browser", "module", "main"],
    conditions: EDGE_CONDITIONS,
    minify,
    legalComments: "none",
    logLevel: "silent",
    plugins: [collectNodeImports(folder, nodeImports)],
  }).catch((failure: BuildFailure) => {
    throw new BundleError(failure.errors.map(describeError).join("\n"));
  });
  const [first] = nodeImports;
  if (first) throw new BundleError(describeNodeImport(first, entry, result.metafile));
  const code = result.outputFiles[0]?.text ?? "";
  const inputs = listInputs(result.metafile);
  return { code, rawBytes: Buffer.byteLength(code), gzipBytes: gzipSync(code, { level: 9 }).length, inputs };
}

/** `bytes` count what is left of each file after unused code is gone. */
function listInputs({ outputs }: Metafile): Bundle["inputs"] {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  return inputs.map(([path, { bytesInOutput }]) => ({ path, bytes: bytesInOutput })).sort((a, b) => b.bytes - a.bytes);
}

type NodeImport = { specifier: string; importer: string };

/** Keeps Node modules out of the graph instead of failing at once, so that the whole importer chain is known. */
function collectNodeImports(root: string, found: NodeImport[]): Plugin {
  return {
    name: "collect-node-imports",
    setup({ onResolve }) {
      onResolve({ filter: NODE_MODULE }, ({ path, importer }) => {
        found.push({ specifier: path, importer: relative(root, importer) });
        return { path, external: true };
      });
    },
  };
}

function describeNodeImport({ specifier, importer }: NodeImport, entry: string, metafile: Metafile): string {
  const chain = importChain(metafile, entry, importer);
  return `${specifier} does not exist at the edge; imported through ${[...chain, specifier].join(" → ")}`;
}

/** Shortest path of imports from the entry to a file, both included. */
export function importChain(metafile: Metafile, entry: string, target: string): string[] {
  const cameFrom = new Map<string, string | null>([[entry, null]]);
  for (const file of cameFrom.keys()) {
    if (file === target) break;
    for (const { path } of metafile.inputs[file]?.imports ?? []) {
      if (!cameFrom.has(path)) cameFrom.set(path, file);
    }
  }
  const chain: string[] = [];
  for (let file: string | null | undefined = target; file; file = cameFrom.get(file)) chain.unshift(file);
  return chain;
}

function describeError({ text, location }: BuildFailure["errors"][number]): string {
  return location ? `${location.file}:${location.line}: ${text}` : text;
}
