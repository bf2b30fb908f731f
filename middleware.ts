/** The first code a request meets: a request id for everything behind it, no foreign host, no odd method. */
import { next } from "@vercel/functions/middleware";
import { AppError } from "#lib/errors";
import { processEnv } from "#lib/process-env";
import { problemResponse } from "#lib/surfaces/http/problem";
import { requestIdOf } from "#lib/surfaces/http/request-id";

export const config = { runtime: "edge" };

const METHODS = ["GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS"];

export default function middleware(request: Request): Response {
  const headers = new Headers(request.headers);
  const requestId = requestIdOf(headers);
  const refusal = refused(request);
  if (refusal !== null) return problemResponse(refusal, requestId, headers.get("Accept"));
  headers.set("X-Request-ID", requestId);
  return next({ request: { headers } });
}

function refused(request: Request): AppError | null {
  const hosts =
    processEnv()
      .ALLOWED_HOSTS?.split(",")
      .map((host) => host.trim()) ?? [];
  if (hosts.length > 0 && !hosts.includes(new URL(request.url).hostname)) {
    return new AppError("misdirected", "This deployment does not answer for this host name.");
  }
  if (METHODS.includes(request.method)) return null;
  return new AppError("method_not_allowed", `Use one of ${METHODS.join(", ")}.`, {
    headers: { Allow: METHODS.join(", ") },
  });
}
