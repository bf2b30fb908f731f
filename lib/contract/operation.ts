/** One route as data: from it come validation, types, the OpenAPI document and the route itself. */
import type * as z from "zod";
import type { ErrorCode } from "#lib/errors";
import type { Scope } from "#lib/principal";

export interface Operation {
  /** Also the OpenAPI operationId: `<noun>.<verb>`. */
  id: string;
  method: "get" | "post" | "patch" | "delete";
  /** With parameters in braces: `/api/v1/keys/{id}`. */
  path: string;
  /** Other paths with the same body and answer. */
  aliases?: readonly string[];
  /** Old clients POST here: answered like GET. */
  postLikeGet?: boolean;
  tag: string;
  summary: string;
  description?: string;
  /** `public`: no credential. `credential`: any valid one. A scope: a credential that has it. */
  access: "public" | "credential" | "metrics" | Scope;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Whether Idempotency-Key is honoured. */
  idempotent?: boolean;
  status: 200 | 201;
  answer: z.ZodType | "text/plain";
  errors: readonly ErrorCode[];
}

/** Keeps the literal types of an operation, so that its handler is typed by it. */
export function operation<const Shape extends Operation>(shape: Shape): Shape {
  return shape;
}
