/** Everything that can be refused, in one table: code → HTTP status and title. */

export const ERRORS = {
  invalid_json: { status: 400, title: "The body is not valid JSON" },
  unknown_service: { status: 400, title: "Unknown service_type" },
  unknown_client: { status: 400, title: "Unknown client_type" },
  empty_payload: { status: 400, title: "Nothing to check" },
  nesting_too_deep: { status: 400, title: "The body is nested too deeply" },
  unauthenticated: { status: 401, title: "No valid credential" },
  quota_spent: { status: 402, title: "The plan's quota is spent" },
  missing_scope: { status: 403, title: "The credential lacks a scope" },
  address_refused: { status: 403, title: "The credential may not be used from this address" },
  not_found: { status: 404, title: "Not found" },
  method_not_allowed: { status: 405, title: "Method not allowed" },
  idempotency_in_flight: { status: 409, title: "The first request with this Idempotency-Key is still running" },
  body_too_large: { status: 413, title: "The body is too large" },
  unsupported_media: { status: 415, title: "Unsupported content type or encoding" },
  misdirected: { status: 421, title: "This host is not served here" },
  invalid_request: { status: 422, title: "The request does not fit the schema" },
  idempotency_mismatch: { status: 422, title: "Idempotency-Key was used with another request" },
  rate_limited: { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Something went wrong on our side" },
  unavailable: { status: 503, title: "Temporarily unavailable" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** One thing wrong with the request: where, what, and what to do about it. */
export interface ErrorDetail {
  location: string;
  message: string;
  fix: string;
}

interface ErrorFacts {
  errors?: ErrorDetail[];
  /** Extra response headers, e.g. Retry-After. */
  headers?: Record<string, string>;
  cause?: unknown;
}

/** A refusal with a stable code. `message` goes to the caller: it never holds text, credentials or internals. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly errors: ErrorDetail[] | undefined;
  readonly headers: Record<string, string>;

  constructor(
    readonly code: ErrorCode,
    message: string,
    facts: ErrorFacts = {},
  ) {
    super(message, { cause: facts.cause });
    this.errors = facts.errors;
    this.headers = facts.headers ?? {};
  }

  get status(): number {
    return ERRORS[this.code].status;
  }

  get title(): string {
    return ERRORS[this.code].title;
  }
}
