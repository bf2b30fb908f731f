/** What crosses the border between router and guard, in the same process or over HTTP. */
import * as z from "zod";
import { Message } from "#lib/guards/content";
import type { Verdict } from "#lib/guards/guard";
import { VerdictCommon } from "#lib/guards/verdict";

export const GuardCall = z.object({
  content: z.object({ messages: z.array(Message).min(1), targets: z.array(z.int().min(0)).min(1) }),
  options: z.record(z.string(), z.unknown()),
  evidence: z.unknown(),
});
export type GuardCall = z.infer<typeof GuardCall>;

/** A guard's answer, checked as far as the router relies on it. */
export const GuardReply = z.object({
  data: z.looseObject(VerdictCommon.shape),
  warnings: z.array(z.string()),
  safeText: z.string().nullable(),
  effects: z.unknown(),
}) satisfies z.ZodType<Verdict>;

export interface CallFacts {
  requestId: string;
  traceparent: string | null;
  timeoutMs: number;
  signal: AbortSignal;
}

export type RunGuard = (call: GuardCall, facts: CallFacts) => Promise<Verdict>;

/** A guard did not answer: why, in words for the caller. */
export class GuardUnavailable extends Error {
  override readonly name = "GuardUnavailable";
}
