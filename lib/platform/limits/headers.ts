/** RateLimit and RateLimit-Policy response headers (draft-ietf-httpapi-ratelimit-headers-11). */
import type { Admission } from "#lib/platform/limits/admission";
import { WINDOW_MS, windowUsed } from "#lib/platform/limits/window";
import type { Limits } from "#lib/principal";

const MONTH_SECONDS = 2_592_000;

export function rateLimitHeaders(limits: Limits, admission: Admission, now: number): Record<string, string> {
  const { requestsPerMinute: minute, requestsPerMonth: month } = limits;
  const left = Math.max(0, Math.floor(minute - windowUsed(admission.window, now)));
  const reset = Math.ceil((admission.window.startMs + WINDOW_MS - now) / 1_000);
  const policies = [`"minute";q=${minute};w=${WINDOW_MS / 1_000}`];
  const states = [`"minute";r=${left};t=${reset}`];
  if (month !== null) {
    policies.push(`"month";q=${month};w=${MONTH_SECONDS};qu="requests"`);
    if (admission.quotaUsed !== null) {
      states.push(`"month";r=${Math.max(0, month - admission.quotaUsed)};t=${secondsToNextMonth(now)}`);
    }
  }
  return { "RateLimit-Policy": policies.join(", "), RateLimit: states.join(", ") };
}

function secondsToNextMonth(now: number): number {
  const date = new Date(now);
  return Math.ceil((Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) - now) / 1_000);
}
