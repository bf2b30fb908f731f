import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Files that become functions, relative to the root. To the platform, names that start with `_` or `.` are none. */
export function listEntries(root: string): string[] {
  const api = join(root, "api");
  const found = existsSync(api) ? readdirSync(api, { recursive: true, encoding: "utf8" }) : [];
  const entries = found.filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts") && !/(?:^|\/)[_.]/.test(path));
  const middleware = existsSync(join(root, "middleware.ts")) ? ["middleware.ts"] : [];
  return [...middleware, ...entries.map((path) => `api/${path}`)].sort();
}
