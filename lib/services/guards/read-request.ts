/** The request body of the single endpoint, with the refusals that old clients know. */
import * as z from "zod";
import { CLIENT_TYPES, ProcessRequest, SERVICE_TYPES } from "#lib/contract/process";
import { AppError } from "#lib/errors";
import { invalid } from "#lib/services/guards/prepare";

const Named = z.object({ service_type: z.unknown(), client_type: z.unknown(), payload: z.unknown() }).partial();

/** @throws {AppError} unknown_service, unknown_client, empty_payload or invalid_request */
export function readRequest(body: unknown): ProcessRequest {
  const parsed = ProcessRequest.safeParse(body);
  if (parsed.success) {
    if (Object.keys(parsed.data.payload).length === 0) throw emptyPayload();
    return parsed.data;
  }
  throw wellKnown(body, parsed.error) ?? invalid(parsed.error);
}

function wellKnown(body: unknown, error: z.ZodError): AppError | null {
  const named = Named.safeParse(body).data;
  const wrong = new Set(error.issues.map((issue) => issue.path.join(".")));
  if (wrong.has("service_type") && typeof named?.service_type === "string") {
    return new AppError("unknown_service", `There is no such service_type. Use one of: ${SERVICE_TYPES.join(", ")}.`);
  }
  if (wrong.has("client_type") && typeof named?.client_type === "string") {
    return new AppError("unknown_client", `There is no such client_type. Use one of: ${CLIENT_TYPES.join(", ")}.`);
  }
  return wrong.has("payload") && (named?.payload === null || named?.payload === undefined) ? emptyPayload() : null;
}

function emptyPayload(): AppError {
  return new AppError("empty_payload", "payload is empty. Send at least payload.text.");
}
