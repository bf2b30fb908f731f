/** The router: a Hono app with every operation of the contract. */
import { Hono, type Context as HonoContext } from "hono";
import { cors } from "hono/cors";
import { secureHeaders } from "hono/secure-headers";
import type { Ports, RequestContext } from "#lib/context";
import { AppError } from "#lib/errors";
import { endpoint, type HttpEnv, type Route } from "#lib/surfaces/http/endpoint";
import { API_VERSION, routes } from "#lib/surfaces/http/handlers";
import { asAppError, problemResponse } from "#lib/surfaces/http/problem";
import { reported } from "#lib/surfaces/http/report";
import { requestIdOf, traceparentOf } from "#lib/surfaces/http/request-id";
import type { HttpSettings } from "#lib/surfaces/http/settings";

const CLIENT_HEADERS = [
  "Authorization",
  "Content-Type",
  "X-API-Key",
  "X-Unified-API-Key",
  "X-Request-ID",
  "traceparent",
  "Idempotency-Key",
  "X-Client-Type",
  "X-Client-Version",
  "X-Extension-Version",
  "X-Timestamp",
];
const SHOWN_HEADERS = ["X-Request-ID", "RateLimit", "RateLimit-Policy", "Retry-After", "Idempotent-Replayed"];

export function routerApp(ports: Ports, settings: HttpSettings): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.use(reported(ports));
  app.use(secureHeaders({ crossOriginResourcePolicy: "cross-origin" }));
  app.use(
    cors({
      origin: (origin) => (isWelcome(origin, settings.webOrigins) ? origin : null),
      allowMethods: ["GET", "POST", "PATCH", "DELETE", "OPTIONS"],
      allowHeaders: CLIENT_HEADERS,
      exposeHeaders: SHOWN_HEADERS,
      maxAge: 86_400,
    }),
  );
  app.use(async function context(c, next) {
    c.set("ctx", requestContext(c.req.raw.headers, ports, deferrer(c.env)));
    await next();
    const { requestId, answerHeaders } = c.get("ctx");
    answerHeaders.forEach((value, name) => {
      if (!c.res.headers.has(name)) c.header(name, value);
    });
    c.header("X-Request-ID", requestId);
    c.header("X-API-Version", API_VERSION);
  });
  const known = routes(settings);
  for (const route of known) mount(app, route, settings);
  app.notFound((c) => refuse(c, unknownRoute(c.req.method, c.req.path, known)));
  app.onError((error, c) => refuse(c, asAppError(error)));
  return app;
}

function refuse(c: HonoContext<HttpEnv>, refusal: AppError): Response {
  c.set("refusal", refusal);
  return problemResponse(refusal, c.get("ctx").requestId, c.req.header("Accept") ?? null);
}

function mount(app: Hono<HttpEnv>, route: Route, settings: HttpSettings): void {
  const { operation } = route;
  const methods = [operation.method.toUpperCase(), ...(operation.postLikeGet ? ["POST"] : [])];
  const paths = [operation.path, ...(operation.aliases ?? [])].map(honoPath);
  app.on(methods, paths, endpoint(route, settings));
}

/** `/api/v1/keys/{id}` → `/api/v1/keys/:id` */
function honoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ":$1");
}

function unknownRoute(method: string, path: string, all: Route[]): AppError {
  const matching = all.filter(({ operation }) =>
    [operation.path, ...(operation.aliases ?? [])].some((known) => matches(known, path)),
  );
  if (matching.length === 0) return new AppError("not_found", "There is no such route. See /docs.");
  const allowed = [...new Set(matching.map(({ operation }) => operation.method.toUpperCase()))].join(", ");
  return new AppError("method_not_allowed", `${method} is not possible here. Use ${allowed}.`, {
    headers: { Allow: allowed },
  });
}

function matches(known: string, path: string): boolean {
  const [left, right] = [known.split("/"), path.split("/")];
  return left.length === right.length && left.every((part, index) => part.startsWith("{") || part === right[index]);
}

function requestContext(headers: Headers, ports: Ports, defer: RequestContext["defer"]): RequestContext {
  return {
    requestId: requestIdOf(headers),
    traceparent: traceparentOf(headers),
    defer,
    answerHeaders: new Headers(),
    ports,
  };
}

/** Work after the answer: the platform keeps the instance alive for it. */
function deferrer(env: HttpEnv["Bindings"] | undefined): RequestContext["defer"] {
  return (work) => {
    const quiet = work.catch(() => {});
    env?.waitUntil?.(quiet);
  };
}

function isWelcome(origin: string, webOrigins: string[]): boolean {
  return origin.startsWith("chrome-extension://") || webOrigins.includes(origin);
}
