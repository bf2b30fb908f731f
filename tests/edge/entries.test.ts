import { describe, expect, it } from "vitest";
import { BOOT_ENV } from "#scripts/edge/boot-env";
import { bundleEntry } from "#scripts/edge/bundle";
import { listEntries } from "#scripts/edge/entries";
import { bootSandbox, type Sandbox } from "#scripts/edge/sandbox";

const ENTRIES = listEntries(".");

async function boot(entry: string): Promise<Sandbox> {
  const { code } = await bundleEntry(entry, { root: process.cwd(), minify: false });
  return bootSandbox(code, BOOT_ENV, entry);
}

async function call(sandbox: Sandbox, url: string, init: { method?: string; body?: string } = {}): Promise<Response> {
  const { method = "GET", body } = init;
  const stream = body === undefined ? null : new Blob([body]).stream();
  const headers: [string, string][] = [["host", new URL(url).host]];
  const waitUntil = (work: Promise<unknown>): void => void work.catch(() => {});
  return await sandbox.handle({ url, method, headers, body: stream, signal: new AbortController().signal, waitUntil });
}

describe.each(ENTRIES)("%s", (entry) => {
  it("boots in the strict edge runtime", async () => {
    expect((await boot(entry)).bootMs).toBeGreaterThan(0);
  });
});

describe("api/index.ts", () => {
  it("answers /health/live without any service", async () => {
    const response = await call(await boot("api/index.ts"), "http://localhost/health/live");
    expect(response.status).toBe(200);
  });

  it("answers an unknown path with a problem document", async () => {
    const response = await call(await boot("api/index.ts"), "http://localhost/api/v1/no-such-thing");
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toMatch(/json/);
  });
});

describe.each(ENTRIES.filter((entry) => entry.startsWith("api/guards/")))("%s", (entry) => {
  it("refuses a call that does not come from the router", async () => {
    const url = `http://localhost/${entry.replace(/\.ts$/, "")}`;
    const response = await call(await boot(entry), url, { method: "POST", body: '{"payload":{"text":"hello"}}' });
    expect(response.status).toBe(401);
  });
});
