import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { checkDocs } from "#scripts/check/docs";
import { checkLayers } from "#scripts/check/layers";
import { measureEntries } from "#scripts/check/sizes";
import { checkStyle } from "#scripts/check/style";
import { formatViolation, type Violation } from "#scripts/check/violation";
import { temporaryTree } from "#tests/edge/temporary-tree";

/** `text` holds what guards share. */
const GUARDS = readdirSync("lib/guards", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "text")
  .map(({ name }) => name);

const lines = (violations: Violation[]): string => violations.map(formatViolation).join("\n");

const linesOf = (count: number): string => Array.from({ length: count }, (_, n) => `  void ${n};`).join("\n");

describe.each(GUARDS)("the %s guard", (guard) => {
  it.each([
    ["a folder", `lib/guards/${guard}/index.ts`],
    ["an entry", `api/guards/${guard}.ts`],
    ["tests", `tests/guards/${guard}`],
    ["a corpus", `tests/corpus/${guard}`],
  ])("has %s", (_, path) => {
    expect(existsSync(path), path).toBe(true);
  });

  it.each(["lib/guards/catalogue.ts", "lib/guards/registry.ts"])("is listed in %s", (list) => {
    expect(readFileSync(list, "utf8")).toContain(`#lib/guards/${guard}/`);
  });
});

describe("imports", () => {
  it.each([
    ["lib/guards/x/index.ts", 'import { redis } from "#lib/platform/redis";', "pass it in as evidence"],
    ["lib/guards/x/index.ts", 'import { Hono } from "hono";', "hono is only for"],
    ["lib/guards/catalogue.ts", 'import { x } from "#lib/guards/x/detect";', "list facts from schema.ts"],
    ["lib/contract/keys.ts", 'import { createKey } from "#lib/services/keys/create";', "do the work in lib/services"],
    ["lib/services/keys/create.ts", 'import { redis } from "#lib/platform/redis";', "may import only types"],
    ["lib/services/keys/create.ts", 'import Stripe from "stripe";', "stripe is only for lib/platform/billing/"],
    ["lib/platform/auth/session.ts", 'import { readEnv } from "#lib/env";', "pass it in as an argument"],
    ["lib/platform/usage/meter.ts", 'import Stripe from "stripe";', "stripe is only for lib/platform/billing/"],
    ["lib/surfaces/http/app.ts", 'import { keys } from "#db/schema/api-keys";', "call a verb in lib/services"],
    ["lib/surfaces/http/app.ts", 'const load = () => import("#lib/platform/redis");', "may import only types"],
    ["lib/surfaces/mcp/tools.ts", 'export { list } from "#db/client";', "call a verb in lib/services"],
    ["lib/deps/guard.ts", 'import { check } from "#lib/services/check";', "compose platform parts"],
    ["lib/context.ts", 'import { redis } from "#lib/platform/redis";', "import the type only"],
    ["lib/errors.ts", 'import type { Redis } from "#lib/platform/redis";', "move it to the layer"],
    ["db/client.ts", 'import { readEnv } from "#lib/env";', "keep tables and the client here"],
    ["api/index.ts", 'import { createKey } from "#lib/services/keys/create";', "an entry has no logic"],
    ["middleware.ts", 'import { db } from "#db/client";', "leave it to the functions"],
    ["lib/platform/auth/session.ts", 'import { createHash } from "node:crypto";', "does not exist at the edge"],
    ["lib/deps/guard.ts", 'import { fake } from "#scripts/standins/neon";', "never imports tests or scripts"],
    ["lib/ids.ts", 'import type { Fixture } from "#tests/support/fixture";', "never imports tests or scripts"],
    ["lib/services/keys/list.ts", 'import { find } from "../page";', 'write "#lib/services/page" instead of "../page"'],
    ["scripts/seed.ts", 'import { find } from "./page";', 'write "#scripts/page" instead of "./page"'],
    ["tests/seed.test.ts", 'import { z } from "zod";', 'write import * as z from "zod"'],
    ["lib/strays/x.ts", "export const x = 1;", "belongs to no layer"],
  ])("refuses in %s: %s", (path, code, message) => {
    const found = checkLayers(temporaryTree({ [path]: `\n${code}\n` }));
    expect(lines(found)).toContain(message);
    expect(found[0]).toMatchObject({ file: path });
  });

  it("allow what the design draws", () => {
    const root = temporaryTree({
      "api/guards/x.ts": 'import { handle } from "hono/vercel"; import { x } from "#lib/guards/x/index";',
      "lib/guards/x/index.ts": 'import * as z from "zod"; import { detect } from "#lib/guards/x/detect";',
      "lib/services/check.ts": 'import type { Dispatch } from "#lib/platform/dispatch/dispatch";',
      "lib/surfaces/http/app.ts": 'import { Hono } from "hono"; import { check } from "#lib/services/check";',
      "lib/platform/redis.ts": 'import { Redis } from "@upstash/redis";',
    });
    expect(lines(checkLayers(root))).toBe("");
  });

  it("refuse a compiled file that would shadow its source", () => {
    expect(lines(checkLayers(temporaryTree({ "lib/ids.js": "" })))).toContain("lib/ids.js:1: left by a build");
  });

  it("refuse a thirteenth function", () => {
    const entries = Array.from({ length: 13 }, (_, n) => [`api/e${n}.ts`, "export const config = {};"]);
    expect(lines(checkLayers(temporaryTree(Object.fromEntries(entries))))).toContain("13 files in api/");
  });
});

describe("globals", () => {
  it.each([
    [
      "lib/platform/redis.ts",
      "export const url = process.env.URL;",
      "process: read the environment through lib/env.ts",
    ],
    ["lib/platform/redis.ts", "export const url = globalThis.process;", "process:"],
    ["lib/ids.ts", 'export const bytes = Buffer.from("x");', "Buffer: use Uint8Array"],
    ["lib/ids.ts", 'export const f = new Function("x", "return x");', "Function: interpret data"],
    [
      "lib/ids.ts",
      "export const both = AbortSignal.any([]);",
      "AbortSignal.any: the edge runtime does not have it yet",
    ],
    ["lib/guards/x/detect.ts", "export const r = () => Math.random();", "Math.random: guards are pure"],
    ["lib/guards/x/detect.ts", "export const now = () => Date.now();", "Date.now: guards are pure"],
    ["lib/guards/x/detect.ts", "export const now = () => new Date();", "new Date(): guards are pure"],
    ["lib/guards/x/detect.ts", "export const get = () => fetch('/');", "fetch: guards are pure"],
    ["lib/guards/x/detect.ts", "export const log = () => console.log(1);", "console: guards are pure"],
    ["lib/guards/x/detect.ts", "export async function detect() {}", "async: guards are synchronous"],
    ["lib/guards/x/detect.ts", "let seen = 0; export const count = () => seen++;", "module-level let"],
  ])("refuses in %s: %s", (path, code, message) => {
    expect(lines(checkLayers(temporaryTree({ [path]: code })))).toContain(message);
  });

  it.each([
    ["lib/env.ts", "export const env = process.env;"],
    ["lib/services/check.ts", "export const process = (text: string) => text; process('a');"],
    ["lib/contract/process.ts", "export const operations = { process: 1, fetch: 2 }; operations.process;"],
    ["lib/guards/x/detect.ts", "export const iso = (ms: number): string => new Date(ms).toISOString();"],
    ["lib/guards/x/detect.ts", "export type Clock = { fetch(): void; console: typeof globalThis };"],
  ])("lets pass in %s: %s", (path, code) => {
    expect(lines(checkLayers(temporaryTree({ [path]: code })))).toBe("");
  });
});

describe("entry sizes", () => {
  const measure = async (files: Record<string, string>): Promise<string> => {
    const manifest = JSON.stringify({ type: "module", imports: { "#*": "./*.ts" } });
    const sizes = await measureEntries(temporaryTree({ "package.json": manifest, ...files }));
    return lines(sizes.flatMap(({ violations }) => violations));
  };
  const entry = (body: string): string => `${body}\nexport default () => new Response();`;
  const bulk = (bytes: number): string => {
    const random = Array.from({ length: Math.ceil(bytes / 32_768) }, () =>
      crypto.getRandomValues(new Uint8Array(32_768)),
    );
    return `globalThis.bulk = "${Buffer.concat(random).toString("base64")}";`;
  };

  it("name the chain of imports to a Node module", async () => {
    const found = await measure({
      "api/a.ts": entry('import "#lib/b";'),
      "lib/b.ts": 'import { readFileSync } from "node:fs"; globalThis.read = readFileSync;',
    });
    expect(found).toContain("node:fs does not exist at the edge; imported through api/a.ts → lib/b.ts → node:fs");
  });

  it("refuse a stand-in", async () => {
    const found = await measure({
      "api/a.ts": entry('import "#scripts/fake";'),
      "scripts/fake.ts": "globalThis.fake = 1;",
    });
    expect(found).toContain("bundles scripts/fake.ts");
  });

  it("hold each entry to its own budget", async () => {
    const found = await measure({
      "middleware.ts": entry(bulk(60_000)),
      "api/a.ts": entry(bulk(400_000)),
      "api/guards/token.ts": entry(bulk(400_000)),
    });
    expect(found).toMatch(/^middleware\.ts:1: [\d,]+ bytes gzip, budget 50,000/m);
    expect(found).toMatch(/^api\/a\.ts:1: [\d,]+ bytes gzip, budget 300,000/m);
    expect(found).not.toContain("api/guards/token.ts:1");
  });

  it("refuse an entry that is slow to load", async () => {
    const found = await measure({
      "api/a.ts": entry("let sum = 0; for (let n = 0; n < 6e8; n++) sum += n % 7; globalThis.sum = sum;"),
    });
    expect(found).toMatch(/takes \d+ ms to load, budget 120: move work/);
  });

  it.each([
    ["a global of Node", 'globalThis.bytes = Buffer.from("x");', "Buffer is not defined"],
    ["code from a string", 'globalThis.two = new Function("return 2")();', "Code generation from strings disallowed"],
  ])("refuse %s", async (_, body, message) => {
    expect(await measure({ "api/a.ts": entry(body) })).toContain(message);
  });
});

describe("documents", () => {
  const check = (text: string): string =>
    lines(
      checkDocs(temporaryTree({ "package.json": '{"scripts":{"check":"x"}}', "lib/README.md": text, "lib/a.ts": "" })),
    );

  it.each([
    ["a path", "one\nsee `lib/gone.ts`", "lib/README.md:2: lib/gone.ts does not exist"],
    ["a file name", "see `gone.ts`", "lib/README.md:1: no file is called gone.ts"],
    ["a link", "see [this](./gone.md)", "lib/README.md:1: the link to ./gone.md leads nowhere"],
    ["an npm script", "```\nnpm run gone\n```", 'lib/README.md:2: package.json has no script "gone"'],
  ])("refuse %s that does not exist", (_, text, message) => {
    expect(check(text)).toContain(message);
  });

  it("let pass what exists, what is generated and what is no path", () => {
    expect(check("`lib/a.ts` `a.ts` `.local/credentials.json` `application/json` `/api/v1/keys` npm run check")).toBe(
      "",
    );
  });
});

describe("lengths", () => {
  it("refuse a function of more than 80 lines", () => {
    const root = temporaryTree({ "lib/a.ts": `export function a() {\n${linesOf(90)}\n}\n` });
    expect(lines(checkStyle(root))).toContain("lib/a.ts:1: a function of 92 lines, at most 80");
  });

  it("refuse a file of more than 400 lines, unless it is data", () => {
    const root = temporaryTree({ "lib/a.ts": linesOf(401), "lib/b.data.ts": linesOf(401) });
    expect(lines(checkStyle(root))).toBe(
      "lib/a.ts:400: 401 lines, at most 400: split it by noun, or call a table *.data.ts",
    );
  });
});

describe("tools", () => {
  const run = (tool: string, args: string[], cwd: string): { status: number | null; output: string } => {
    const { status, stdout, stderr } = spawnSync(resolve("node_modules/.bin", tool), args, { cwd, encoding: "utf8" });
    return { status, output: stdout + stderr };
  };
  const config = (name: string): string => readFileSync(name, "utf8");

  it.each([
    ["noExplicitAny", "export const a: any = 1;\n"],
    ["noNonNullAssertion", "export const a = (b?: string): string => b!;\n"],
    ["noDefaultExport", "export default 1;\n"],
    ["useImportType", 'import { A } from "#lib/a";\n\nexport const b = (a: A): A => a;\n'],
    ["noRestrictedImports", 'import { z } from "zod";\n\nexport const a = z;\n'],
    ["noConsole", "console.log(1);\n"],
  ])("biome reports %s", (rule, code) => {
    const biome = JSON.parse(config("biome.json"));
    biome.vcs.enabled = false;
    const { status, output } = run(
      "biome",
      ["lint"],
      temporaryTree({ "biome.json": JSON.stringify(biome), "lib/b.ts": code }),
    );
    expect(status).toBe(1);
    expect(output).toContain(rule);
  });

  it("knip reports a file nobody imports and an export nobody uses", () => {
    const root = temporaryTree({
      "package.json": config("package.json"),
      "knip.json": config("knip.json"),
      "tsconfig.json": config("tsconfig.json"),
      "api/index.ts": 'import { used } from "#lib/used";\nexport default used;\n',
      "lib/used.ts": "export const used = 1;\nexport const unused = 2;\n",
      "lib/orphan.ts": "export const orphan = 1;\n",
    });
    const { status, output } = run("knip", ["--include", "files,exports"], root);
    expect(status).toBe(1);
    expect(output).toMatch(/Unused files[\s\S]*lib\/orphan\.ts/);
    expect(output).toMatch(/Unused exports[\s\S]*unused/);
    expect(output).not.toMatch(/lib\/used\.ts\s*$/m);
  });

  it("tsc reports a type error with the product's options", () => {
    const code = "export const first = (list: string[]): string => list[0];\n";
    const { status, output } = run(
      "tsc",
      ["-p", "."],
      temporaryTree({ "tsconfig.json": config("tsconfig.json"), "lib/a.ts": code }),
    );
    expect(status).not.toBe(0);
    expect(output).toContain("lib/a.ts(1,50): error TS2322");
  });
});
