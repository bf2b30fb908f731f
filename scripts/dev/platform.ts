/**
 * The hosting platform on this machine, from the sources: vercel.json's routes, middleware.ts first,
 * every file of api/ as a function. `npm run build:vercel` proves the same against a real build.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { getTransformedRoutes } from "@vercel/routing-utils";
import { listEntries } from "#scripts/edge/entries";
import { startFrontEnd } from "#scripts/edge/front-end";
import type { FunctionPool } from "#scripts/edge/function-pool";
import type { BuildOutput } from "#scripts/edge/output";
import { createRouter } from "#scripts/edge/router";
import type { RouteEntry } from "#scripts/edge/routes";

type Handler = (request: Request, context: { waitUntil(work: Promise<unknown>): void }) => Response | Promise<Response>;

export interface Platform {
  url: string;
  stop(): Promise<void>;
}

/** Functions read `process.env` when they are loaded: set it before. */
export async function startPlatform(port: number | undefined): Promise<Platform> {
  const root = resolve(".");
  const functions = await loadEntries(root);
  const answer = createRouter(readSources(root, functions.names), functions.pool);
  const frontEnd = await startFrontEnd(answer, { port, name: "AIGuardian" });
  return {
    url: frontEnd.url,
    async stop() {
      await frontEnd.stop();
      await functions.pool.settled();
    },
  };
}

function readSources(root: string, names: string[]): BuildOutput {
  const config = JSON.parse(readFileSync(join(root, "vercel.json"), "utf8"));
  const { routes } = getTransformedRoutes(config);
  const middleware: RouteEntry = { src: "^/.*$", middlewarePath: "middleware", continue: true };
  return {
    routes: [middleware, ...((routes ?? []) as RouteEntry[])],
    crons: config.crons ?? [],
    functions: new Map(names.map((name) => [name, { name, folder: root, entrypoint: `${name}.ts` }])),
    files: staticFiles(join(root, config.outputDirectory)),
  };
}

/** With cleanUrls a page answers without its ending. */
function staticFiles(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      return [`/${relative(folder, path).replace(/\.html$/, "")}`, path];
    }),
  );
}

async function loadEntries(root: string): Promise<{ names: string[]; pool: FunctionPool }> {
  const handlers = new Map<string, Handler>();
  for (const entry of listEntries(root)) {
    const { default: handler } = (await import(pathToFileURL(join(root, entry)).href)) as { default: Handler };
    handlers.set(entry.replace(/\.ts$/, ""), handler);
  }
  const pending = new Set<Promise<unknown>>();
  const waitUntil = (work: Promise<unknown>) => {
    const tracked = work.catch(() => {}).finally(() => pending.delete(tracked));
    pending.add(tracked);
  };
  const pool: FunctionPool = {
    async call(name, { url, method, headers, body, signal }) {
      const handler = handlers.get(name);
      if (handler === undefined) throw new Error(`No function ${name}`);
      return handler(new Request(url, { method, headers, body, signal, duplex: "half" } as RequestInit), { waitUntil });
    },
    async settled() {
      while (pending.size > 0) await Promise.allSettled(pending);
    },
  };
  return { names: [...handlers.keys()], pool };
}
