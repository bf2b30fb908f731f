/** Runs an operation once for each Idempotency-Key. */

import type { Context } from "#lib/context";
import type { Operation } from "#lib/contract/operation";
import { AppError } from "#lib/errors";

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
  if (begun.kind === "in_flight") {
    throw new AppError(
      "idempotency_in_flight",
      "Wait for the first request with this Idempotency-Key, then ask again.",
      {
        headers: { "Retry-After": "1" },
      },
    );
  }
  if (begun.kind === "mismatch") {
    throw new AppError(
      "idempotency_mismatch",
      "This Idempotency-Key was used with another body. Use a new key for a new request.",
    );
  }
  if (begun.kind === "replay") return replay(begun.reply);
  try {
    const response = await work();
    await begun.finish({ status: response.status, body: await response.clone().text() }).catch(() => {});
    return response;
  } catch (error) {
    await begun.abandon().catch(() => {});
    throw error;
  }
}

function replay({ status, body }: { status: number; body: string }): Response {
  const headers = { "Content-Type": "application/json; charset=utf-8", "Idempotent-Replayed": "true" };
  return new Response(body, { status, headers });
}
