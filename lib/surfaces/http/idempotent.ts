/** Runs an operation once for each Idempotency-Key. */

import type { Context } from "#lib/context";
import type { Operation } from "#lib/contract/operation";
import { AppError } from "#lib/errors";
import type { Begun } from "#lib/platform/idempotency/idempotency";
import type { Scope } from "#lib/principal";
import { admit } from "#lib/services/admit";

const MAX_KEY_LENGTH = 255;

/** The key, bare or as a quoted string; null when there is none. */
function idempotencyKeyOf(headers: Headers): string | null {
  const given = headers.get("Idempotency-Key");
  if (given === null) return null;
  const key = given.replace(/^"(.*)"$/, "$1");
  if (key.length > 0 && key.length <= MAX_KEY_LENGTH) return key;
  throw new AppError("invalid_request", `Idempotency-Key must have 1 to ${MAX_KEY_LENGTH} characters.`);
}

type Work = () => Promise<Response>;

/**
 * Without Redis an operation that makes something is refused; one that only checks text runs, since
 * running it twice harms nobody.
 * @throws {AppError} idempotency_in_flight, idempotency_mismatch or unavailable
 */
export async function once(
  ctx: Context,
  operation: Operation,
  headers: Headers,
  body: unknown,
  work: Work,
): Promise<Response> {
  const key = operation.idempotent ? idempotencyKeyOf(headers) : null;
  if (key === null) return work();
  const begun = await ctx.ports.idempotency.begin(ctx.principal, operation.id, key, body).catch(() => null);
  if (begun === null) {
    if (operation.access === "guards:run") return work();
    throw new AppError("unavailable", "Idempotency cannot be ensured at the moment. Try again shortly.", {
      headers: { "Retry-After": "2" },
    });
  }
  if (begun.kind !== "new") return repeated(ctx, operation, begun);
  try {
    const response = await work();
    await begun.finish({ status: response.status, body: await response.clone().text() }).catch(() => {});
    return response;
  } catch (error) {
    await begun.abandon().catch(() => {});
    throw error;
  }
}

/** The answer to a repeated request is only for who may make the request: the credential is checked like any other. */
async function repeated(ctx: Context, operation: Operation, begun: Exclude<Begun, { kind: "new" }>): Promise<Response> {
  await admit(ctx, operation.access as Scope, { service: "replay", cost: 1, metered: false });
  if (begun.kind === "replay") return replay(begun.reply);
  if (begun.kind === "mismatch") {
    const message = "This Idempotency-Key was used with another body. Use a new key for a new request.";
    throw new AppError("idempotency_mismatch", message);
  }
  const message = "Wait for the first request with this Idempotency-Key, then ask again.";
  throw new AppError("idempotency_in_flight", message, { headers: { "Retry-After": "1" } });
}

function replay({ status, body }: { status: number; body: string }): Response {
  const headers = { "Content-Type": "application/json; charset=utf-8", "Idempotent-Replayed": "true" };
  return new Response(body, { status, headers });
}
