/**
 * npm run build: what a deployment needs besides the functions. Puts the parts of the API reference
 * beside it and, where a database is set, brings its schema up to date over the unpooled URL.
 */
import { copyFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { migrate } from "#scripts/migrate";

const ASSETS = "public/docs/assets";

export function copyDocsAssets(): void {
  const from = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
  mkdirSync(ASSETS, { recursive: true });
  for (const file of ["swagger-ui.css", "swagger-ui-bundle.js"]) copyFileSync(join(from, file), join(ASSETS, file));
}

if (process.argv[1]?.endsWith("build.ts")) {
  copyDocsAssets();
  const { DATABASE_URL_UNPOOLED, POSTGRES_URL_NON_POOLING, DATABASE_HTTP_URL } = process.env;
  const url = DATABASE_URL_UNPOOLED ?? POSTGRES_URL_NON_POOLING;
  if (url === undefined) console.log("No DATABASE_URL_UNPOOLED: migrations are not run in this build.");
  else console.log(await migrate(url, DATABASE_HTTP_URL));
}
