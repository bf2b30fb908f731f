/**
 * npm run smoke -- <url> [--key <API key>]: asks a deployment what its callers ask, and prints a line for each check.
 * Also from the environment: SMOKE_URL, SMOKE_API_KEY (or AIGUARDIAN_API_KEY), SMOKE_ADMIN_KEY (or
 * AIGUARDIAN_ADMIN_KEY), and VERCEL_AUTOMATION_BYPASS_SECRET for a protected preview.
 */
import { parseArgs } from "node:util";
import { type Call, type Check, keyedChecks, PUBLIC_CHECKS, type Reply } from "#scripts/dev/smoke-checks";

const TIMEOUT_MS = 30_000;

function createCall(base: URL, bypassSecret: string | undefined): Call {
  return async (path, { method, key, body, headers = {} } = {}) => {
    const response = await fetch(new URL(path, base), {
      method: method ?? (body === undefined ? "GET" : "POST"),
      headers: {
        ...headers,
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
        ...(bypassSecret ? { "x-vercel-protection-bypass": bypassSecret } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return toReply(response.status, response.headers, await response.text());
  };
}

function toReply(status: number, headers: Headers, text: string): Reply {
  const json = () => {
    if (!/^application\/json/.test(headers.get("content-type") ?? "")) throw new Error(`no JSON: ${text.slice(0, 80)}`);
    return JSON.parse(text) as Record<string, unknown>;
  };
  return { status, headers, text, json };
}

/** One after the other, so that a slow one is not another's fault. */
async function runChecks(checks: readonly Check[], call: Call): Promise<number> {
  let failed = 0;
  for (const { name, run } of checks) {
    const startedAt = performance.now();
    const reason = await run(call).then(() => undefined, reasonOf);
    if (reason !== undefined) failed++;
    const took = `${Math.round(performance.now() - startedAt)} ms`;
    console.log(reason === undefined ? `✓ ${name} (${took})` : `✗ ${name} (${took}): ${reason}`);
  }
  return failed;
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return [message, (cause as Error | undefined)?.message].filter(Boolean).join(": ").split("\n")[0] ?? "failed";
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

const { env } = process;
const { values, positionals } = parseArgs({ allowPositionals: true, options: { key: { type: "string" } } });
const address = positionals[0] ?? env.SMOKE_URL ?? "";
if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
  fail("Say which deployment to check: npm run smoke -- https://example.com --key <API key>.");
}
const key = values.key ?? env.SMOKE_API_KEY ?? env.AIGUARDIAN_API_KEY;
const adminKey = env.SMOKE_ADMIN_KEY ?? env.AIGUARDIAN_ADMIN_KEY;
const checks = [...PUBLIC_CHECKS, ...(key ? keyedChecks({ key, adminKey: adminKey || undefined }) : [])];
const failed = await runChecks(checks, createCall(new URL(address), env.VERCEL_AUTOMATION_BYPASS_SECRET));
if (!key) console.log("No guard was called: that needs an API key, by --key or SMOKE_API_KEY.");
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
