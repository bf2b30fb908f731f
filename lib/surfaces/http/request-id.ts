/** The id of a request: the caller's when it is well formed, else a new one. */
import { newId } from "#lib/ids";

const WELL_FORMED = /^[A-Za-z0-9._:-]{8,128}$/;

export function requestIdOf(headers: Headers): string {
  const given = headers.get("X-Request-ID");
  return given !== null && WELL_FORMED.test(given) ? given : newId("request");
}

const TRACEPARENT = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The W3C trace context of the caller, when it is well formed. */
export function traceparentOf(headers: Headers): string | null {
  const given = headers.get("traceparent");
  return given !== null && TRACEPARENT.test(given) ? given : null;
}
