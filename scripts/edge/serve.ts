import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs, parseEnv } from "node:util";
import { startFrontEnd } from "#scripts/edge/front-end";
import { loadFunctions } from "#scripts/edge/function-pool";
import { readOutput } from "#scripts/edge/output";
import { createRouter } from "#scripts/edge/router";

export type ServeOptions = {
  /** A `.vercel/output` folder. */
  outputDir: string;
  /** 0 picks a free one. */
  port: number;
  /** All that functions find in `process.env`. */
  env: Record<string, string>;
};

export type RunningOutput = { url: string; stop(): Promise<void> };

/** Serves a build on this machine: the platform's routes, every function in the strict edge runtime. */
export async function serveOutput({ outputDir, port, env }: ServeOptions): Promise<RunningOutput> {
  const output = readOutput(outputDir);
  const functions = await loadFunctions(output, env);
  const answer = createRouter(output, functions);
  const frontEnd = await startFrontEnd(answer, { port, name: "The built output" });
  return {
    url: frontEnd.url,
    async stop() {
      await frontEnd.stop();
      await functions.settled();
    },
  };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      output: { type: "string", default: ".vercel/output" },
      port: { type: "string", default: "3000" },
      "env-file": { type: "string" },
    },
  });
  const envFile = values["env-file"];
  const env = envFile ? parseEnv(readFileSync(envFile, "utf8")) : process.env;
  const running = await serveOutput({
    outputDir: values.output,
    port: Number(values.port),
    env: Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  });
  console.log(`Serving ${values.output} at ${running.url}`);
  process.once("SIGINT", () => void running.stop());
  process.once("SIGTERM", () => void running.stop());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
