/** What is refused, and how: always flat JSON that says what to do. */
import { beforeAll, describe, expect, inject, test } from "vitest";
import { Problem } from "#lib/contract/problem";
import { MAX_BODY_BYTES } from "#lib/surfaces/http/body";
import { createApp, type TestApp } from "#tests/support/app";
import { addKey, createTenant, type Tenant } from "#tests/support/tenant";

const PROCESS = "/api/v1/guards/process";
const GOOD = { service_type: "healthguard", payload: { text: "Good morning." } };
const env = inject("stackEnv");
let tenant: Tenant;
let app: TestApp;

beforeAll(async () => {
  tenant = await createTenant(env);
  app = createApp(env);
});

async function refusal(response: Response): Promise<Problem> {
  const body = (await response.json()) as Problem;
  expect(Problem.parse(body)).toBeTruthy();
  for (const field of ["error", "message", "detail", "error_code", "title"] as const)
    expect(typeof body[field]).toBe("string");
  expect(body.status).toBe(response.status);
  expect(response.headers.get("X-Request-ID")).toBe(body.request_id);
  return body;
}

const nested = (levels: number): unknown => (levels === 0 ? "x" : { inner: nested(levels - 1) });

describe("a body that cannot be checked", () => {
  test.each([
    ["an unknown service", { ...GOOD, service_type: "magicguard" }, 400, "unknown_service"],
    ["an unknown client", { ...GOOD, client_type: "toaster" }, 400, "unknown_client"],
    ["an empty payload", { ...GOOD, payload: {} }, 400, "empty_payload"],
    ["no payload", { service_type: "healthguard" }, 400, "empty_payload"],
    ["an empty text", { ...GOOD, payload: { text: "" } }, 400, "empty_payload"],
    ["a text of white space", { ...GOOD, payload: { text: " \n\t" } }, 400, "empty_payload"],
    ["deep nesting", { ...GOOD, payload: { text: "x", deep: nested(12) } }, 400, "nesting_too_deep"],
    ["broken JSON", '{"service_type": ', 400, "invalid_json"],
    ["no body", "", 400, "invalid_json"],
    ["a list", [1, 2], 422, "invalid_request"],
    ["no service", { payload: { text: "x" } }, 422, "invalid_request"],
    ["a text that is a number", { ...GOOD, payload: { text: 5 } }, 422, "invalid_request"],
    ["a priority out of range", { ...GOOD, priority: 11 }, 422, "invalid_request"],
    ["a timeout out of range", { ...GOOD, timeout: 301 }, 422, "invalid_request"],
    ["an unknown policy", { ...GOOD, policy_id: "nobody's" }, 422, "invalid_request"],
    ["metadata that is too large", { ...GOOD, request_metadata: { x: "y".repeat(5_000) } }, 422, "invalid_request"],
  ])("%s", async (_name, body, status, code) => {
    const response = await app.post(PROCESS, tenant.apiKey, body);
    expect(response.status).toBe(status);
    expect((await refusal(response)).error_code).toBe(code);
  });

  test("says where the mistake is and what to do", async () => {
    const response = await app.post(PROCESS, tenant.apiKey, { ...GOOD, payload: { text: "x", locale: 5 } });
    const body = await refusal(response);
    expect(body.errors).toEqual([{ location: "payload.locale", message: expect.any(String), fix: expect.any(String) }]);
  });

  test("a JSON Schema may nest", async () => {
    const expected_schema = Array.from({ length: 8 }).reduce<object>(
      (inner) => ({ type: "object", properties: { a: inner } }),
      { type: "string" },
    );
    const response = await app.post(PROCESS, tenant.apiKey, {
      service_type: "healthguard",
      payload: { text: "{}", expected_schema },
    });
    expect(response.status).toBe(200);
  });
});

describe("transport", () => {
  test("a body over the limit is refused while it streams in", async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    const headers = { "Content-Type": "application/json", Authorization: `Bearer ${tenant.apiKey}` };
    const response = await app.request(PROCESS, { method: "POST", headers, body, duplex: "half" } as RequestInit);
    expect(response.status).toBe(413);
    expect((await refusal(response)).message).toContain(String(MAX_BODY_BYTES));
    expect(sent).toBeLessThan(MAX_BODY_BYTES + 300_000);
  });

  test.each([[{ "Content-Type": "text/html" }], [{ "Content-Encoding": "gzip" }]])(
    "%j is not accepted",
    async (headers: Record<string, string>) => {
      const response = await app.post(PROCESS, tenant.apiKey, GOOD, headers);
      expect(response.status).toBe(415);
      await refusal(response);
    },
  );

  test("bytes that are not UTF-8 are refused", async () => {
    const headers = { "Content-Type": "application/json", Authorization: `Bearer ${tenant.apiKey}` };
    const response = await app.request(PROCESS, {
      method: "POST",
      headers,
      body: new Uint8Array([123, 34, 255, 34, 125]),
    });
    expect((await refusal(response)).error_code).toBe("invalid_json");
  });

  test("a route that does not exist, and a method that is not possible", async () => {
    expect((await refusal(await app.get("/api/v1/nothing", tenant.apiKey))).error_code).toBe("not_found");
    const response = await app.get(PROCESS, tenant.apiKey);
    expect(response.headers.get("Allow")).toBe("POST");
    expect((await refusal(response)).error_code).toBe("method_not_allowed");
  });

  test("a caller who asks for a problem document gets its type", async () => {
    const response = await app.post(PROCESS, null, GOOD, { Accept: "application/problem+json" });
    expect(response.headers.get("Content-Type")).toContain("application/problem+json");
    const plain = await app.post(PROCESS, null, GOOD);
    expect(plain.headers.get("Content-Type")).toContain("application/json");
  });

  test("a request id that is well formed is kept and echoed, another is replaced", async () => {
    const kept = await app.post(PROCESS, tenant.apiKey, GOOD, { "X-Request-ID": "my-request-0001" });
    expect(kept.headers.get("X-Request-ID")).toBe("my-request-0001");
    expect(await kept.json()).toMatchObject({ request_id: "my-request-0001" });
    const replaced = await app.post(PROCESS, tenant.apiKey, GOOD, { "X-Request-ID": "bad id; drop" });
    expect(replaced.headers.get("X-Request-ID")).toMatch(/^req_/);
  });

  test("browsers of extensions and configured origins may call, others may not read", async () => {
    const web = createApp(env, { env: { WEB_ORIGINS: "https://app.example.com" } });
    const allowed = async (origin: string) => {
      const headers = {
        Origin: origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "x-api-key,idempotency-key",
      };
      const response = await web.request(PROCESS, { method: "OPTIONS", headers });
      return [
        response.headers.get("Access-Control-Allow-Origin"),
        response.headers.get("Access-Control-Allow-Headers")?.toLowerCase(),
      ];
    };
    const [extension, headers] = await allowed("chrome-extension://abcdefghijklmnop");
    expect(extension).toBe("chrome-extension://abcdefghijklmnop");
    for (const name of [
      "authorization",
      "x-api-key",
      "x-unified-api-key",
      "traceparent",
      "idempotency-key",
      "x-timestamp",
    ])
      expect(headers).toContain(name);
    expect((await allowed("https://app.example.com"))[0]).toBe("https://app.example.com");
    expect((await allowed("https://elsewhere.example"))[0]).toBeNull();
  });
});

describe("credentials", () => {
  test.each([
    ["Authorization", (key: string) => `Bearer ${key}`],
    ["X-API-Key", (key: string) => key],
    ["X-Unified-API-Key", (key: string) => key],
  ])("%s carries a key", async (header, value) => {
    const response = await app.post(PROCESS, null, GOOD, { [header]: value(tenant.apiKey) });
    expect(response.status).toBe(200);
  });

  test("a key in the query string is no credential", async () => {
    const response = await app.post(`${PROCESS}?api_key=${tenant.apiKey}`, null, GOOD);
    expect(response.status).toBe(401);
    expect(response.headers.get("WWW-Authenticate")).toContain("Bearer");
    const body = JSON.stringify(await refusal(response));
    expect(body).not.toContain(tenant.apiKey);
  });

  test("an expired key, an unknown key and a mistyped key are refused alike", async () => {
    const expired = await addKey(env, { ...tenant, expiresAt: new Date(Date.now() - 1_000) });
    const mistyped = tenant.apiKey.slice(0, -1) + (tenant.apiKey.endsWith("a") ? "b" : "a");
    for (const key of [expired.key, mistyped, "nonsense", "a.b.c"]) {
      const response = await app.post(PROCESS, key, GOOD);
      expect(response.status).toBe(401);
      expect(JSON.stringify(await refusal(response))).not.toContain(key);
    }
  });

  test("a credential without the scope gets a 403 that names it", async () => {
    const reader = await addKey(env, { ...tenant, scopes: ["usage:read"] });
    const response = await app.post(PROCESS, reader.key, GOOD);
    expect(response.status).toBe(403);
    expect((await refusal(response)).message).toContain("guards:run");
  });
});
