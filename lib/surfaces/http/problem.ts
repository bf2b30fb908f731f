/** Refusals on the wire. */
import type { Problem } from "#lib/contract/problem";
import { AppError } from "#lib/errors";

/** Whatever was thrown, as a refusal: what we did not expect says nothing about itself. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError(
    "internal",
    "An unexpected error happened; nothing was lost. Try again, and tell us the request_id if it stays.",
    {
      cause: error,
    },
  );
}

export function problem(error: AppError, requestId: string): Problem {
  return {
    success: false,
    error: error.title,
    message: error.message,
    detail: error.message,
    error_code: error.code,
    request_id: requestId,
    timestamp: new Date().toISOString(),
    type: `/docs/errors#${error.code}`,
    title: error.title,
    status: error.status,
    ...(error.errors === undefined ? {} : { errors: error.errors }),
  };
}

/** `application/json` unless the caller names the problem type: old clients look for the former. */
export function problemResponse(error: AppError, requestId: string, accept: string | null): Response {
  const type = accept?.includes("application/problem+json") ? "application/problem+json" : "application/json";
  const headers = { ...error.headers, "Content-Type": `${type}; charset=utf-8` };
  return new Response(JSON.stringify(problem(error, requestId)), { status: error.status, headers });
}
