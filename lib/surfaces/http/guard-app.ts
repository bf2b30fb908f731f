/** One guard as a function of its own: called by the router only, with a pass for this guard and this body. */
import { Hono } from "hono";
import * as z from "zod";
import { AppError } from "#lib/errors";
import type { RunnableGuard } from "#lib/guards/guard";
import { GuardCall } from "#lib/platform/dispatch/call";
import { verifyCall } from "#lib/platform/dispatch/token";
import type { Log } from "#lib/platform/telemetry/log";
import { errorFields } from "#lib/platform/telemetry/log";
import { credentialOf } from "#lib/surfaces/http/credential";
import { asAppError, problemResponse } from "#lib/surfaces/http/problem";
import { requestIdOf } from "#lib/surfaces/http/request-id";

export interface GuardAppDeps {
  /** Current dispatch secret first, then the one before it. */
  dispatchSecrets: string[];
  log: Log;
}

/** Room for the content, the options, and what the router loaded as evidence. */
const MAX_CALL_LENGTH = 16_000_000;

export function guardApp(guard: RunnableGuard, deps: GuardAppDeps): Hono {
  const app = new Hono();
  app.post("/api/guards/:guard", async (c) => {
    const body = await c.req.text();
    if (body.length > MAX_CALL_LENGTH) throw new AppError("body_too_large", "The call is too large for this guard.");
    const token = credentialOf(c.req.raw.headers);
    if (token === null || !(await verifyCall(deps.dispatchSecrets, guard.id, body, token))) {
      throw new AppError("unauthenticated", "Only the router calls this. Use POST /api/v1/guards/process.");
    }
    const call = readCall(body);
    return c.json(guard.run(call.content, call.options, call.evidence));
  });
  app.notFound(() => {
    throw new AppError("not_found", "Only the router calls this. Use POST /api/v1/guards/process.");
  });
  app.onError((error, c) => {
    const refusal = asAppError(error);
    const requestId = requestIdOf(c.req.raw.headers);
    if (refusal.status >= 500)
      deps.log("guard_failed", { request_id: requestId, guard: guard.id, ...errorFields(refusal.cause) });
    return problemResponse(refusal, requestId, null);
  });
  return app;
}

function readCall(body: string): GuardCall {
  try {
    return GuardCall.parse(JSON.parse(body));
  } catch (error) {
    if (!(error instanceof z.ZodError || error instanceof SyntaxError)) throw error;
    throw new AppError("invalid_request", "This is not a call as the router makes it.");
  }
}
