/** Runs a guard in a function of its own, over HTTP with a signed pass; one retry, behind a breaker. */
import type { GuardId } from "#lib/guards/guard";
import { type CallFacts, GuardReply, type RunGuard } from "#lib/platform/dispatch/call";
import type { SharedBreaker } from "#lib/platform/dispatch/shared-breaker";
import { signCall } from "#lib/platform/dispatch/token";

export interface RemoteOptions {
  guard: GuardId;
  baseUrl: string;
  secret: string;
  /** Sent along where previews are protected. */
  bypassSecret: string | undefined;
  breaker: SharedBreaker;
  now: () => number;
}

const ATTEMPTS = 2;

/** A caller who allows less than this says nothing about the guard's health when it is late. */
const FAIR_TIMEOUT_MS = 2_000;

class NotRetryable extends Error {}
class CallerInAHurry extends Error {
  override readonly name = "TimeoutError";
}

/** Which errors say that the guard function is unwell. */
export function isGuardFailure(error: unknown): boolean {
  return !(error instanceof NotRetryable || error instanceof CallerInAHurry);
}

export function remote(options: RemoteOptions): RunGuard {
  return (call, facts) => options.breaker.run(() => attempts(options, JSON.stringify(call), facts));
}

async function attempts(options: RemoteOptions, body: string, facts: CallFacts) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send(options, body, facts);
    } catch (error) {
      if (facts.signal.aborted && facts.timeoutMs < FAIR_TIMEOUT_MS) throw new CallerInAHurry("over the caller's time");
      if (attempt === ATTEMPTS || facts.signal.aborted || error instanceof NotRetryable) throw error;
    }
  }
}

async function send(options: RemoteOptions, body: string, facts: CallFacts) {
  const token = await signCall(options.secret, options.guard, body, options.now());
  const headers = new Headers({
    "Content-Type": "application/json",
    Authorization: `Bearer ${token}`,
    "X-Request-ID": facts.requestId,
  });
  if (facts.traceparent !== null) headers.set("traceparent", facts.traceparent);
  if (options.bypassSecret !== undefined) headers.set("x-vercel-protection-bypass", options.bypassSecret);
  const url = new URL(`/api/guards/${options.guard}`, options.baseUrl);
  const response = await fetch(url, { method: "POST", headers, body, signal: facts.signal, redirect: "error" });
  if (response.ok) return GuardReply.parse(await response.json());
  await response.body?.cancel();
  const problem = `The function of guard ${options.guard} answered ${response.status}`;
  throw response.status < 500 ? new NotRetryable(problem) : new Error(problem);
}
