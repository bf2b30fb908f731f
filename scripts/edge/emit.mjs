/**
 * npm run vercel-build, which the platform's builder calls before it collects the files of a function: compiles lib/
 * and db/ beside their sources. Uploaded are the files that `imports` in package.json names, and it names .js files.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const sources = ["lib", "db"].flatMap((folder) => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".ts")).map((file) => join(folder, file));
});
await build({ entryPoints: sources, outbase: ".", outdir: ".", format: "esm", target: "es2022", charset: "utf8" });
