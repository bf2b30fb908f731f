/** The first code a request meets. */
import { afterEach, expect, test } from "vitest";
import middleware from "#middleware";

afterEach(() => {
  delete process.env.ALLOWED_HOSTS;
});
const meet = (url: string, init?: RequestInit) => middleware(new Request(url, init));

test("gives every request an id that the functions behind it see", () => {
  const response = meet("https://api.example.com/health");
  expect(response.headers.get("x-middleware-next")).toBe("1");
  expect(response.headers.get("x-middleware-request-x-request-id")).toMatch(/^req_/);
  const own = meet("https://api.example.com/health", { headers: { "X-Request-ID": "client-chosen-1" } });
  expect(own.headers.get("x-middleware-request-x-request-id")).toBe("client-chosen-1");
});

test("refuses a host that is not ours, with JSON", async () => {
  process.env.ALLOWED_HOSTS = "api.example.com, www.example.com";
  expect(meet("https://www.example.com/health").headers.get("x-middleware-next")).toBe("1");
  const refused = meet("https://elsewhere.example/health");
  expect(refused.status).toBe(421);
  expect(await refused.json()).toMatchObject({ success: false, error_code: "misdirected" });
});

test("refuses a method nothing here answers", async () => {
  const refused = meet("https://api.example.com/health", { method: "PUT" });
  expect([refused.status, refused.headers.get("Allow")]).toEqual([405, "GET, HEAD, POST, PATCH, DELETE, OPTIONS"]);
});
