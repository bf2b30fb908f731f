/** One operation of the contract as a route: who may, what was sent, run the verb, answer. */
import type { Context as HonoContext } from "hono";
import type * as z from "zod";
import type { Context, RequestContext } from "#lib/context";
import type { Operation } from "#lib/contract/operation";
import { ProcessRequest } from "#lib/contract/process";
import { clientLog, MAX_LOG_BYTES } from "#lib/contract/service";
import { AppError } from "#lib/errors";
import { invalid } from "#lib/services/guards/prepare";
import { MAX_BODY_BYTES, readJson } from "#lib/surfaces/http/body";
import { credentialOf, sameSecret } from "#lib/surfaces/http/credential";
import { once } from "#lib/surfaces/http/idempotent";
import type { HttpSettings } from "#lib/surfaces/http/settings";

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : unknown;

export interface Input<Op extends Operation> {
  params: Output<Op["params"]>;
  query: Output<Op["query"]>;
  body: Output<Op["body"]>;
  /** Size of the body as it was sent. */
  bytes: number;
  /** Network address of the caller, as the platform saw it. */
  address: string;
}

type Ctx<Op extends Operation> = Op["access"] extends "public" | "metrics" ? RequestContext : Context;

export interface Route {
  operation: Operation;
  handle: (ctx: Context, input: Input<Operation>) => Promise<unknown>;
}

/** Ties a verb to its operation; the operation's schemas type the verb's input. */
export function route<const Op extends Operation>(
  operation: Op,
  handle: (ctx: Ctx<Op>, input: Input<Op>) => Promise<unknown>,
): Route {
  return { operation, handle: handle as unknown as Route["handle"] };
}

export interface HttpEnv {
  Bindings: { waitUntil?: (work: Promise<unknown>) => void };
  Variables: {
    ctx: RequestContext;
    route: string;
    caller: { org: string; credential: string } | undefined;
    refusal: AppError | undefined;
  };
}

export function endpoint({ operation, handle }: Route, settings: HttpSettings) {
  return async function answerOperation(c: HonoContext<HttpEnv>): Promise<Response> {
    const base = c.get("ctx");
    c.set("route", operation.id);
    const ctx = await identified(c, base, operation, settings);
    const { body, bytes } = await bodyOf(c.req.raw, operation);
    const input = {
      params: parsed(operation.params, c.req.param(), "path"),
      query: parsed(operation.query, c.req.query(), "query"),
      body,
      bytes,
      address: addressOf(c.req.raw.headers),
    };
    return once(ctx, operation, c.req.raw.headers, body, async () => {
      const result = await handle(ctx, input);
      return result instanceof Response ? result : Response.json(result, { status: operation.status });
    });
  };
}

/** For public operations the principal is absent; their handlers are typed without it. */
async function identified(c: HonoContext<HttpEnv>, base: RequestContext, operation: Operation, settings: HttpSettings) {
  if (operation.access === "public") return base as Context;
  const { headers } = c.req.raw;
  const token = credentialOf(headers);
  if (operation.access === "metrics") {
    if (token !== null && (await sameSecret(token, settings.metricsToken))) return base as Context;
    throw new AppError("unauthenticated", "Send METRICS_TOKEN as a bearer token.", {
      headers: { "WWW-Authenticate": "Bearer" },
    });
  }
  const caller = await settings.authenticator
    .authenticate(token, addressOf(headers))
    .catch((error) => failed(error, token, headers, settings));
  c.set("caller", { org: caller.principal.orgId, credential: caller.principal.credentialId });
  return { ...base, caller, principal: caller.principal };
}

/** Guessing is slowed down: an address that keeps failing is told to wait. */
async function failed(error: unknown, token: string | null, headers: Headers, settings: HttpSettings): Promise<never> {
  if (token === null || !(error instanceof AppError) || error.code !== "unauthenticated") throw error;
  const { allowed, retryAfterSeconds } = await settings.addressLimiter("failed_login", addressOf(headers));
  if (allowed) throw error;
  throw new AppError("rate_limited", "Too many failed attempts from this address. Check the credential, then wait.", {
    headers: { "Retry-After": String(retryAfterSeconds) },
  });
}

async function bodyOf(request: Request, operation: Operation): Promise<{ body: unknown; bytes: number }> {
  if (operation.body === undefined) return { body: undefined, bytes: 0 };
  const isLog = operation.id === clientLog.id;
  const { value, bytes } = await readJson(request, {
    maxBytes: isLog ? MAX_LOG_BYTES : MAX_BODY_BYTES,
    anyType: isLog,
  });
  const ownReader = operation.body === ProcessRequest;
  return { body: ownReader ? value : parsed(operation.body, value, "body"), bytes };
}

function parsed(schema: z.ZodType | undefined, value: unknown, where: string): never {
  const result = schema?.safeParse(value);
  if (result !== undefined && !result.success) throw invalid(result.error, where === "body" ? [] : [where]);
  return result?.data as never;
}

export function addressOf(headers: Headers): string {
  return headers.get("x-real-ip") ?? headers.get("x-forwarded-for")?.split(",")[0]?.trim() ?? "unknown";
}
