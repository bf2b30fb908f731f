import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type RunningOutput, serveOutput } from "#scripts/edge/serve";
import { temporaryTree } from "#tests/edge/temporary-tree";

const ROUTES = [
  { src: "^/(.*)$", headers: { "x-from-config": "path-$1" }, continue: true },
  { src: "^/old$", status: 308, headers: { Location: "/new" } },
  { src: "^/(.*)$", middlewarePath: "middleware", continue: true, override: true },
  { handle: "filesystem" },
  { src: "^/v1/(?<name>[^/]+)$", dest: "/api/echo?name=$name", check: true },
  { src: "^/admin$", dest: "/api/echo", check: true, has: [{ type: "header", key: "x-admin", value: "yes|sure" }] },
  { src: "^/gone/(.*)$", dest: "/api/absent", check: true },
  { handle: "error" },
  { status: 404, src: "^(?!/api).*$", dest: "/404.html" },
  { handle: "miss" },
  { src: "^/api/(.+)\\.ts$", dest: "/api/$1", check: true },
];

const ECHO = `
  export default async function echo(request, context) {
    const { searchParams } = new URL(request.url);
    if (searchParams.has("throw")) throw new Error("on purpose");
    if (searchParams.has("later")) context.waitUntil(fetch(searchParams.get("later")));
    const types = [typeof globalThis.Buffer, typeof globalThis.require, typeof globalThis.setImmediate, Object.keys(process).join()];
    return Response.json({
      url: request.url, method: request.method, body: await request.text(),
      headers: Object.fromEntries(request.headers), types, env: process.env,
    }, { headers: [["set-cookie", "a=1"], ["set-cookie", "b=2"]] });
  }`;

const STREAM = `
  let aborted = 0;
  export default function stream(request) {
    if (request.url.endsWith("?aborted")) return Response.json({ aborted });
    request.signal.addEventListener("abort", () => aborted++);
    const encoder = new TextEncoder();
    return new Response(new ReadableStream({
      async start(controller) {
        controller.enqueue(encoder.encode("first,"));
        await new Promise((resolve) => setTimeout(resolve, request.url.endsWith("?endless") ? 60_000 : 100));
        controller.enqueue(encoder.encode("second"));
        controller.close();
      },
    }));
  }`;

const MIDDLEWARE = `
  export default function middleware(request) {
    const { pathname } = new URL(request.url);
    if (pathname === "/refused") return new Response("no", { status: 421, headers: { "x-by": "middleware" } });
    if (pathname === "/moved") return new Response(null, { headers: { "x-middleware-rewrite": new URL("/api/echo", request.url) } });
    if (pathname !== "/api/override") return new Response(null, { headers: { "x-middleware-next": "1", "x-seen": "yes" } });
    return new Response(null, { headers: {
      "x-middleware-next": "1",
      "x-middleware-override-headers": "x-request-id",
      "x-middleware-request-x-request-id": "req_1",
    } });
  }`;

function functionFiles(name: string, code: string): Record<string, string> {
  const config = { runtime: "edge", deploymentTarget: "v8-worker", entrypoint: "entry.js" };
  const folder = `out/functions/${name}.func`;
  return { [`${folder}/.vc-config.json`]: JSON.stringify(config), [`${folder}/entry.js`]: code };
}

let running: RunningOutput | undefined;

async function start(
  extra: Record<string, string> = {},
): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  const root = temporaryTree({
    "out/config.json": JSON.stringify({ version: 3, routes: ROUTES, overrides: { "guide.html": { path: "guide" } } }),
    "out/static/page.txt": "static",
    "lib/secret.ts": "export const secret = 1;",
    ...functionFiles("middleware", MIDDLEWARE),
    ...functionFiles("api/echo", ECHO),
    ...functionFiles("api/override", ECHO),
    ...functionFiles("api/stream", STREAM),
    ...functionFiles("api/index", ECHO),
    "out/static/guide.html": "<p>guide",
    ...extra,
  });
  running = await serveOutput({ outputDir: join(root, "out"), port: 0, env: { GREETING: "hej" } });
  const { url } = running;
  return async (path, init) => await fetch(url + path, { redirect: "manual", ...init });
}

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

describe("routes", () => {
  it("rewrite to a function, which still sees the caller's path, with the destination's query", async () => {
    const get = await start();
    const { url } = await (await get("/v1/ada?x=1")).json();
    expect(url).toBe(`${running?.url}/v1/ada?x=1&name=ada`);
  });

  it("rewrite only when their condition holds", async () => {
    const get = await start();
    expect((await get("/admin")).status).toBe(404);
    expect((await get("/admin", { headers: { "x-admin": "sure" } })).status).toBe(200);
  });

  it("find a function by its path and by its source name", async () => {
    const get = await start();
    expect((await get("/api/echo")).status).toBe(200);
    expect((await get("/api/echo.ts")).status).toBe(200);
  });

  it.each([
    ["/api", "the index function of a folder"],
    ["/api/", "the same with a slash at the end"],
    ["/guide", "a page without its .html"],
  ])("find at %s %s", async (path) => {
    const get = await start();
    expect((await get(path)).status).toBe(200);
  });

  it("add headers, also to static files", async () => {
    const get = await start();
    const response = await get("/page.txt");
    expect(await response.text()).toBe("static");
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(response.headers.get("x-from-config")).toBe("path-page.txt");
  });

  it("redirect", async () => {
    const get = await start();
    const response = await get("/old");
    expect([response.status, response.headers.get("location")]).toEqual([308, "/new"]);
  });

  it.each(["/nothing", "/lib/secret.ts", "/lib/secret", "/../lib/secret.ts", "/gone/x", "/api/absent", "/config.json"])(
    "answer 404 to %s",
    async (path) => {
      const get = await start();
      const response = await get(path);
      expect([response.status, response.headers.get("x-vercel-error")]).toEqual([404, "NOT_FOUND"]);
    },
  );

  it("serve the error page outside of api/", async () => {
    const get = await start({ "out/static/404.html": "<p>not here" });
    expect([(await get("/nothing")).status, await (await get("/nothing")).text()]).toEqual([404, "<p>not here"]);
    expect(await (await get("/api/nothing")).text()).toBe("NOT_FOUND");
  });
});

describe("middleware", () => {
  it("answers by itself", async () => {
    const get = await start();
    const response = await get("/refused");
    expect([response.status, await response.text(), response.headers.get("x-by")]).toEqual([421, "no", "middleware"]);
  });

  it("lets pass and adds headers to the answer, but not its own signals", async () => {
    const get = await start();
    const { headers } = await get("/api/echo");
    expect(headers.get("x-seen")).toBe("yes");
    expect(headers.get("x-middleware-next")).toBeNull();
  });

  it("replaces the request's headers", async () => {
    const get = await start();
    const { headers } = await (await get("/api/override", { headers: { "x-forged": "1" } })).json();
    expect(headers).toEqual({ "x-request-id": "req_1" });
  });

  it("rewrites", async () => {
    const get = await start();
    expect((await (await get("/moved")).json()).url).toBe(`${running?.url}/moved`);
  });
});

describe("a function", () => {
  it("gets method, body and the client's real address", async () => {
    const get = await start();
    const init = { method: "POST", body: "text", headers: { "x-forwarded-for": "203.0.113.9" } };
    const seen = await (await get("/api/echo", init)).json();
    expect(seen).toMatchObject({ method: "POST", body: "text", headers: { "x-forwarded-for": "127.0.0.1" } });
  });

  it("has no Node, and only the given environment", async () => {
    const get = await start();
    const { types, env } = await (await get("/api/echo")).json();
    expect(types).toEqual(["undefined", "undefined", "undefined", "env"]);
    expect(env).toEqual({ GREETING: "hej" });
  });

  it("sets several cookies", async () => {
    const get = await start();
    expect((await get("/api/echo")).headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });

  it("fails with the platform's error", async () => {
    const silenced = vi.spyOn(console, "error").mockImplementation(() => {});
    const get = await start();
    const response = await get("/api/echo?throw");
    expect([response.status, response.headers.get("x-vercel-error")]).toEqual([500, "FUNCTION_INVOCATION_FAILED"]);
    expect(silenced).toHaveBeenCalledOnce();
    silenced.mockRestore();
  });

  it("streams", async () => {
    const get = await start();
    const reader = (await get("/api/stream")).body?.getReader();
    const chunks: string[] = [];
    for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
      chunks.push(new TextDecoder().decode(step.value));
    }
    expect(chunks).toEqual(["first,", "second"]);
  });

  it("learns that its caller left", async () => {
    const get = await start();
    const abort = new AbortController();
    const response = await get("/api/stream?endless", { signal: abort.signal });
    await response.body?.getReader().read();
    abort.abort();
    await vi.waitFor(async () => expect(await (await get("/api/stream?aborted")).json()).toEqual({ aborted: 1 }));
  });

  it("finishes its background work before the server has stopped", async () => {
    const get = await start();
    const { promise, url, close } = await listenOnce();
    await get(`/api/echo?later=${encodeURIComponent(url)}`);
    await running?.stop();
    running = undefined;
    expect(await promise).toBe("/later");
    close();
  });

  it("is refused when it was not built for the edge", async () => {
    const config = JSON.stringify({ runtime: "nodejs24.x", handler: "entry.js" });
    await expect(start({ "out/functions/api/echo.func/.vc-config.json": config })).rejects.toThrow(
      "api/echo was built for nodejs24.x",
    );
  });
});

/** A server that reports the path of its first request. */
async function listenOnce(): Promise<{ promise: Promise<string>; url: string; close(): void }> {
  const { createServer } = await import("node:http");
  const server = createServer();
  const promise = new Promise<string>((resolve) => {
    server.once("request", (request, response) => {
      response.end();
      resolve(request.url ?? "");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { promise, url: `http://127.0.0.1:${port}/later`, close: () => server.close() };
}
