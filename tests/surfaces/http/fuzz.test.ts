/** A thousand random and hostile bodies: never a 500, never a crash, always flat strings. */
import fc from "fast-check";
import { beforeAll, expect, inject, test } from "vitest";
import { SERVICE_TYPES } from "#lib/contract/process";
import { createApp, type TestApp } from "#tests/support/app";
import { createTenant, type Tenant } from "#tests/support/tenant";

const env = inject("stackEnv");
let tenant: Tenant;
let app: TestApp;

beforeAll(async () => {
  tenant = await createTenant(env);
  app = createApp(env);
});

const HOSTILE = [
  "\u0000",
  "\ud800",
  "a".repeat(20_000),
  "(((((((((((((((((((((",
  ["$", "{jndi:ldap://x}"].join(""),
  "__proto__",
  "constructor",
  "\u202e\u200b\u{e0041}",
  "=".repeat(5_000),
  "-1e309",
  "' or 1=1 --",
  "<script>alert(1)</script>",
  "%00%ff%c0%af",
  "AAAA".repeat(2_000),
  "1+".repeat(3_000),
  "he said ".repeat(2_000),
];
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.constantFrom(...HOSTILE),
  fc.string({ maxLength: 50 }),
);
const value = fc.oneof(text, fc.jsonValue({ maxDepth: 4 }), fc.double(), fc.constant(null), fc.integer());
const OPTIONS = [
  "text",
  "content",
  "messages",
  "operation",
  "model",
  "max_tokens",
  "chunk_size",
  "context",
  "query",
  "samples",
  "expected_schema",
  "redaction",
  "logprobs_stream",
  "previous_content",
  "principles",
  "scope",
  "guards",
];
const options = fc.dictionary(fc.constantFrom(...OPTIONS, "__proto__"), value, { maxKeys: 5 });
const junk = fc.dictionary(fc.string({ maxLength: 8 }), value, { maxKeys: 3 });
/** Half of the payloads are well formed around a hostile text, so that the guards themselves are reached. */
const payload = fc.oneof(
  fc.tuple(junk, text).map(([some, own]) => ({ ...some, text: own })),
  fc.tuple(options, text).map(([some, own]) => ({ text: own, ...some })),
  value,
);
const valid = fc.record({
  service_type: fc.constantFrom(...SERVICE_TYPES),
  payload: fc
    .tuple(
      junk,
      text.filter((own) => own.trim() !== ""),
    )
    .map(([some, own]) => ({ ...some, text: own })),
  session_id: fc.oneof(fc.string({ minLength: 1, maxLength: 20 }), fc.constant(null)),
  offset_unit: fc.constantFrom("utf16", "codepoint", "utf8"),
});
const request = fc.record(
  {
    service_type: fc.oneof(fc.constantFrom(...SERVICE_TYPES), text),
    payload,
    session_id: fc.oneof(text, fc.constant(null)),
    client_type: fc.oneof(fc.constantFrom("web", "vscode", "chrome", "api"), text),
    client_version: fc.oneof(fc.constant("1.2.3"), text),
    timeout: fc.oneof(fc.constant(30), fc.double()),
    offset_unit: fc.constantFrom("utf16", "codepoint", "utf8"),
    request_metadata: fc.oneof(fc.constant(null), value),
  },
  { requiredKeys: ["service_type", "payload"] },
);
const body = fc.oneof(
  { weight: 6, arbitrary: valid.map((shape) => JSON.stringify(shape)) },
  { weight: 4, arbitrary: request.map((shape) => JSON.stringify(shape)) },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: text },
);

test("1,000 bodies", { timeout: 180_000 }, async () => {
  const statuses = new Map<number, number>();
  const oneBody = async (raw: string) => {
    const response = await app.post("/api/v1/guards/process", tenant.apiKey, raw);
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    const answer = (await response.json()) as Record<string, unknown>;
    expect(response.status, JSON.stringify(answer)).toBeLessThan(500);
    if (response.status !== 200)
      for (const field of ["error", "message", "detail"]) expect(typeof answer[field]).toBe("string");
    if (answer.success === false && response.status === 200) expect(answer.error, raw).not.toContain("could not run");
  };
  await fc.assert(fc.asyncProperty(body, oneBody), { numRuns: 1_000 });
  console.log(`fuzz: 1000 bodies, by status ${JSON.stringify(Object.fromEntries(statuses))}`);
});
