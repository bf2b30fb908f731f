/** Reads a request for one guard: content, options, policy, and what to warn about. */
import * as z from "zod";
import type { ProcessRequest } from "#lib/contract/process";
import { AppError, type ErrorDetail } from "#lib/errors";
import { CATALOGUE } from "#lib/guards/catalogue";
import type { Content } from "#lib/guards/content";
import type { GuardId } from "#lib/guards/guard";
import { readPayload } from "#lib/guards/payload";
import { POLICIES, type Policy } from "#lib/policies";

export interface Prepared {
  guard: GuardId;
  content: Content;
  options: Record<string, unknown>;
  warnings: string[];
}

/** @throws {AppError} empty_payload or invalid_request */
export function prepare(guard: GuardId, payload: Record<string, unknown>, policy: Policy): Prepared {
  const read = readOrRefuse(guard, payload);
  if (read === null) {
    throw new AppError(
      "empty_payload",
      "There is no text to check. Send payload.text, or payload.messages with content.",
    );
  }
  const { content, unknownKeys } = read;
  const warnings = unknownKeys.length === 0 ? [] : [ignored(guard, unknownKeys)];
  return { guard, content, options: withPolicy(guard, read.options, payload, policy), warnings };
}

function ignored(guard: GuardId, keys: string[]): string {
  const shown = keys.slice(0, 10).map((key) => key.slice(0, 40));
  return `payload fields that ${CATALOGUE[guard].service} does not know were ignored: ${shown.join(", ")}`;
}

/** @throws {AppError} invalid_request when there is no such policy. */
export function policyOf(request: Pick<ProcessRequest, "policy_id">): Policy {
  const policy = POLICIES[request.policy_id ?? "default"];
  if (policy !== undefined) return policy;
  const known = Object.keys(POLICIES).join(", ");
  throw new AppError("invalid_request", `There is no policy with this policy_id. Known: ${known}.`, {
    errors: [{ location: "policy_id", message: "unknown policy", fix: `Use one of: ${known}` }],
  });
}

function readOrRefuse(guard: GuardId, payload: Record<string, unknown>) {
  try {
    return readPayload(guard, payload);
  } catch (error) {
    if (error instanceof z.ZodError) throw invalid(error, ["payload"]);
    throw error;
  }
}

/** A strict policy sets `strict_mode` where a guard has it and the caller did not choose. */
function withPolicy(
  guard: GuardId,
  options: Record<string, unknown>,
  payload: Record<string, unknown>,
  policy: Policy,
) {
  const offers = "strict_mode" in CATALOGUE[guard].options.shape;
  return policy.strict && offers && payload.strict_mode === undefined ? { ...options, strict_mode: true } : options;
}

const MAX_DETAILS = 20;

export function invalid(error: z.ZodError, prefix: string[] = []): AppError {
  const errors = error.issues.slice(0, MAX_DETAILS).map((issue) => detail(issue, prefix));
  const [first] = errors;
  return new AppError(
    "invalid_request",
    `${first?.location ?? "body"}: ${first?.message ?? "does not fit the schema"}`,
    { errors },
  );
}

function detail(issue: z.core.$ZodIssue, prefix: string[]): ErrorDetail {
  const location = [...prefix, ...issue.path].map(String).join(".").slice(0, 200) || "body";
  const fix =
    issue.code === "invalid_value"
      ? `Use one of: ${issue.values.map(String).join(", ")}`
      : "See /docs for the schema of this field";
  return { location, message: issue.message.slice(0, 200), fix };
}
