import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";

interface Ensure {
  tooOld(version: string): boolean;
  isStale(stamp: string | undefined, lockFile: string | Uint8Array): boolean;
  stampOf(lockFile: string | Uint8Array): string;
}

const { tooOld, isStale, stampOf } = (await import(pathToFileURL("scripts/ensure.mjs").href)) as Ensure;

describe("the Node version", () => {
  test.each(["12.22.12", "18.20.8", "19.9.0", "20.0.0", "20.9.0", "20.18.3"])("%s is too old", (version) => {
    expect(tooOld(version)).toBe(true);
  });

  test.each(["20.19.0", "20.20.2", "21.0.0", "22.11.0", "24.1.0", "100.0.0"])("%s is new enough", (version) => {
    expect(tooOld(version)).toBe(false);
  });

  test("package.json names the same limit", () => {
    const { engines } = JSON.parse(readFileSync("package.json", "utf8")) as { engines: { node: string } };
    const limit = engines.node.replace(">=", "");
    const [major = 0, minor = 0] = limit.split(".").map(Number);
    expect(tooOld(`${major}.${minor}.0`)).toBe(false);
    expect(tooOld(`${major}.${minor - 1}.9`)).toBe(true);
  });
});

describe("installed packages", () => {
  test("are stale when nothing was noted, for another lock file, and on another kind of machine", () => {
    expect(isStale(undefined, "lock")).toBe(true);
    expect(isStale("", "lock")).toBe(true);
    expect(isStale(stampOf("lock before"), "lock")).toBe(true);
    expect(isStale(stampOf("lock").replace(process.arch, "other"), "lock")).toBe(true);
  });

  test("are current under the stamp of the same lock file", () => {
    expect(isStale(stampOf("lock"), "lock")).toBe(false);
    expect(isStale(stampOf(Buffer.from("lock")), "lock")).toBe(false);
  });
});
