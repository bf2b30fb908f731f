/** The reference as a browser shows it. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OPERATIONS } from "#lib/contract/operations";
import { ERRORS } from "#lib/errors";
import { listen } from "#scripts/standins/ports";
import { CHROMIUM, render } from "#tests/docs/browser";
import { startLocalPlatform } from "#tests/scripts/local-platform";

const SLOW = 120_000;
const title =
  CHROMIUM === undefined
    ? "/docs in a browser (skipped: no CHROMIUM_PATH and no /usr/bin/chromium)"
    : "/docs in a browser";

let platform: Awaited<ReturnType<typeof startLocalPlatform>>;

beforeAll(async () => {
  platform = await startLocalPlatform();
}, SLOW);

afterAll(() => platform.stop());

interface Vercel {
  headers: { source: string; headers: { key: string; value: string }[] }[];
}

/** The policy that vercel.json puts on what is below /docs. */
function policy(): string {
  const { headers } = JSON.parse(readFileSync("vercel.json", "utf8")) as Vercel;
  const found = headers.flatMap((entry) => entry.headers).find(({ key }) => key === "Content-Security-Policy");
  return found?.value ?? "";
}

describe("the page", () => {
  test("carries the policy of its parts itself, whichever host serves it", async () => {
    const html = await (await fetch(`${platform.url}/docs`)).text();
    const own = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];
    expect(own).toBe(policy().replace("; frame-ancestors 'none'", ""));
    expect(own).toContain("default-src 'self'");
  });

  test("loads nothing from elsewhere and holds no script of its own", async () => {
    const html = await (await fetch(`${platform.url}/docs`)).text();
    for (const [, address = ""] of html.matchAll(/(?:src|href)="([^"]+)"/g))
      expect(address).toMatch(/^(?:\/(?!\/)|data:,)/);
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(html).not.toMatch(/\son\w+=/);
  });
});

describe.skipIf(CHROMIUM === undefined)(title, () => {
  test("lists every operation, breaks no policy and asks nobody else", { timeout: SLOW }, async () => {
    const { html, console } = await render(`${platform.url}/docs`);
    const shown = new Set(
      [...html.matchAll(/id="operations-[^"]*?-([^"-]+)"/g)].map(([, id = ""]) => id.replaceAll("\\", "")),
    );
    expect(OPERATIONS.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
    expect(console).toEqual([]);
  });

  test("the page of refusals lists every code", { timeout: SLOW }, async () => {
    const { html, console } = await render(`${platform.url}/docs/errors`);
    for (const code of Object.keys(ERRORS)) expect(html).toContain(`id="${code}"`);
    expect(console).toEqual([]);
  });

  test("a page that breaks the policy or asks elsewhere would be found out", { timeout: SLOW }, async () => {
    const html = `<meta http-equiv="Content-Security-Policy" content="${policy()}">
      <script>document.title = "run"</script><img src="https://example.com/pixel.png">`;
    const server = createServer((_request, response) => response.setHeader("content-type", "text/html").end(html));
    const port = await listen(server, undefined, "A bad page");
    const { console } = await render(`http://127.0.0.1:${port}/`);
    server.close();
    expect(console.filter((line) => line.includes("Content Security Policy")).length).toBeGreaterThanOrEqual(2);
  });
});
