/** The smoke test passes where everything works, and fails where it should. */
import { spawn } from "node:child_process";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listen } from "#scripts/standins/ports";
import { startLocalPlatform } from "#tests/scripts/local-platform";

const SLOW = 180_000;
const { PATH = "", HOME = "" } = process.env;
let platform: Awaited<ReturnType<typeof startLocalPlatform>>;
let stranger: Server;
let strangerUrl = "";
const seen: string[] = [];

beforeAll(async () => {
  platform = await startLocalPlatform();
  stranger = createServer((request, response) => {
    seen.push(String(request.headers["x-vercel-protection-bypass"]));
    response.writeHead(200, { "content-type": "text/html" }).end("export const secret = 1;");
  });
  strangerUrl = `http://127.0.0.1:${await listen(stranger, undefined, "Another site")}`;
}, SLOW);

afterAll(async () => {
  stranger.close();
  await platform.stop();
});

function smoke(args: string[], env: Record<string, string> = {}): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/smoke.ts", ...args], {
    env: { PATH, HOME, ...env },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  return new Promise((done) => child.on("close", (code) => done({ code, output })));
}

describe("npm run smoke", () => {
  test("with a key, every check passes against the local platform", { timeout: SLOW }, async () => {
    const env = { SMOKE_ADMIN_KEY: platform.tenant.adminKey };
    const { code, output } = await smoke([platform.url, "--key", platform.tenant.apiKey], env);
    expect(output.match(/^✗.*/gm) ?? []).toEqual([]);
    expect(output).toMatch(/\b3\d passed, 0 failed\n$/);
    expect(code).toBe(0);
    for (const service of ["token", "trust", "context", "bias", "security", "health"]) {
      expect(output).toMatch(new RegExp(`^✓ ${service}guard answers an old extension`, "m"));
    }
    expect(output).not.toContain(platform.tenant.apiKey);
  });

  test("without a key, it says that no guard was called", { timeout: SLOW }, async () => {
    const { code, output } = await smoke([], { SMOKE_URL: platform.url });
    expect(output).toMatch(/\n✓ .*\nNo guard was called.+\n\d+ passed, 0 failed\n$/);
    expect(code).toBe(0);
  });

  test("a key that is not valid fails each check that uses it", { timeout: SLOW }, async () => {
    const { code, output } = await smoke([platform.url], { SMOKE_API_KEY: "aig_live_wrong" });
    expect(output).toMatch(/^✗ biasguard answers an old extension \(\d+ ms\): status 401/m);
    expect(code).toBe(1);
  });

  test("another site fails, and is sent the bypass secret of a protected preview", { timeout: SLOW }, async () => {
    const { code, output } = await smoke([strangerUrl], { VERCEL_AUTOMATION_BYPASS_SECRET: "let-me-in" });
    expect(output).toMatch(/^✗ \/lib\/env\.ts is not served/m);
    expect(output).toMatch(/^0 passed, \d+ failed$/m);
    expect(new Set(seen)).toEqual(new Set(["let-me-in"]));
    expect(code).toBe(1);
  });

  test.each([[[]], [["example.com"]], [["ftp://example.com"]]])(
    "%j is no deployment",
    { timeout: SLOW },
    async (args) => {
      const { code, output } = await smoke(args);
      expect(output).toMatch(/^Say which deployment to check: .+\n$/);
      expect(code).toBe(1);
    },
  );
});
