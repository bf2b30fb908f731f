/** What a start cannot work with: one sentence that says what to do, exit 1, and no stack trace. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { endAll, launch, temporaryFolder } from "#tests/scripts/launch";

const SLOW = 120_000;
const folder = temporaryFolder();
let count = 0;

afterAll(() => endAll(folder));

interface Case {
  name: string;
  says: RegExp;
  env?: Record<string, string>;
  /** Puts something into the state folder first. */
  prepare?: (stateDir: string) => void;
}

const inFolder = (name: string, text: string) => (stateDir: string) => {
  mkdirSync(join(stateDir, name, ".."), { recursive: true });
  writeFileSync(join(stateDir, name), text);
};

const CASES: Case[] = [
  { name: "a PORT in words", env: { PORT: "eight" }, says: /^PORT is "eight".+PORT=8001 npm start/ },
  { name: "a PORT that is too large", env: { PORT: "65536" }, says: /^PORT is "65536"/ },
  { name: "a PORT that is 0", env: { PORT: "0" }, says: /^PORT is "0"/ },
  {
    name: "a PG_URL of another kind",
    env: { PG_URL: "mysql://root:hidden@x/y" },
    says: /^PG_URL is no address of that kind: write it like postgres:/,
  },
  {
    name: "a PG_URL nobody answers",
    env: { PG_URL: "postgres://a:hidden@127.0.0.1:9/x" },
    says: /127\.0\.0\.1:9 does not answer.+leave PG_URL out/,
  },
  {
    name: "a REDIS_URL of another kind",
    env: { REDIS_URL: "localhost" },
    says: /^REDIS_URL is no address of that kind/,
  },
  {
    name: "a state folder that is a file",
    prepare: (path) => writeFileSync(path, "x"),
    says: /choose another with STATE_DIR/,
  },
  {
    name: "a state folder below a file",
    env: { STATE_DIR: join(folder, "file", "state") },
    prepare: () => writeFileSync(join(folder, "file"), "x"),
    says: /choose another with STATE_DIR/,
  },
  {
    name: "secrets cut short",
    prepare: inFolder("secrets.json", '{"pepper": "abc'),
    says: /secrets\.json is damaged.+npm run reset/,
  },
  {
    name: "secrets of another shape",
    prepare: inFolder("secrets.json", '{"pepper": 7}'),
    says: /secrets\.json is damaged.+npm run reset/,
  },
  {
    name: "a damaged signing key",
    prepare: inFolder("clerk.json", "\0\0"),
    says: /clerk\.json is damaged.+npm run reset/,
  },
  { name: "damaged seeded keys", prepare: inFolder("keys.json", "{}}"), says: /keys\.json is damaged.+npm run reset/ },
  {
    name: "seeded keys of another shape",
    prepare: inFolder("keys.json", "[]"),
    says: /keys\.json is damaged.+npm run reset/,
  },
  { name: "a database that is a file", prepare: inFolder("postgres", "x"), says: /postgres holds something else/ },
  { name: "damaged Redis data", prepare: inFolder("redis.json", "[[["), says: /redis\.json is damaged.+npm run reset/ },
  {
    name: "a folder of other things where the database belongs",
    prepare: inFolder("postgres/notes.txt", "mine"),
    says: /postgres holds something else than a database: move it away/,
  },
  {
    name: "a damaged database",
    prepare: inFolder("postgres/PG_VERSION", "17\n"),
    says: /postgres cannot be opened.+npm run reset/,
  },
];

describe("npm start refuses in one sentence", () => {
  test.each(CASES)("$name", { timeout: SLOW }, async ({ env = {}, prepare, says }) => {
    const stateDir = join(folder, String(count++));
    prepare?.(stateDir);
    const refused = await launch({ stateDir, env });
    expect(await refused.exitCode).toBe(1);
    expect(refused.stderr()).toMatch(says);
    expect(refused.stderr()).toMatch(/^[^\n]+\.\n$/);
    expect(refused.output()).not.toContain("hidden");
    await refused.gone();
  });
});
