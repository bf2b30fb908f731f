/** Runs one guard on one prepared request: state in, verdict, policy, state out. No admission, no envelope. */
import type { Context } from "#lib/context";
import { CATALOGUE } from "#lib/guards/catalogue";
import { sourceDocuments } from "#lib/guards/trust/documents";
import type { TrustOptions } from "#lib/guards/trust/schema";
import type { OffsetUnit, VerdictCommon } from "#lib/guards/verdict";
import { GuardUnavailable } from "#lib/platform/dispatch/call";
import { capped, type Policy } from "#lib/policies";
import { remember } from "#lib/services/guards/evidence";
import { inUnit } from "#lib/services/guards/offsets";
import type { Prepared } from "#lib/services/guards/prepare";

export interface CheckOptions {
  policy: Policy;
  sessionId: string | null;
  timeoutMs: number;
  fallbackEnabled: boolean;
  offsetUnit: OffsetUnit;
}

export type CheckData = VerdictCommon & Record<string, unknown>;

export type Checked =
  | { ok: true; data: CheckData; warnings: string[]; safeText: string | null; fallbackUsed: boolean; seconds: number }
  | { ok: false; error: string; warnings: string[]; seconds: number };

export async function check(ctx: Context, prepared: Prepared, options: CheckOptions): Promise<Checked> {
  const { metrics, now } = ctx.ports;
  const { guard } = prepared;
  const startedMs = now();
  const seconds = () => (now() - startedMs) / 1_000;
  try {
    const checked = await run(ctx, prepared, options);
    metrics.count("aiguardian_verdicts_total", { guard, action: checked.data.action });
    metrics.observe("aiguardian_guard_seconds", { guard }, seconds());
    if (checked.fallbackUsed) metrics.count("aiguardian_fallbacks_total", { guard });
    return { ok: true, ...checked, seconds: seconds() };
  } catch (error) {
    if (!(error instanceof GuardUnavailable)) throw error;
    metrics.count("aiguardian_guard_failures_total", { guard });
    return { ok: false, error: error.message, warnings: prepared.warnings, seconds: seconds() };
  }
}

async function run(ctx: Context, prepared: Prepared, options: CheckOptions) {
  const { guard, content } = prepared;
  const memory = await remember(ctx, prepared, options.sessionId);
  const call = { content, options: prepared.options, evidence: memory.evidence };
  const { requestId, traceparent } = ctx;
  const { timeoutMs, fallbackEnabled } = options;
  const dispatched = await ctx.ports.dispatch(guard, call, { requestId, traceparent, timeoutMs, fallbackEnabled });
  const { verdict, fallbackUsed, degradedBecause } = dispatched;
  const kept = await memory.keep(verdict.effects).then(
    () => null,
    () => `${CATALOGUE[guard].service} could not store what it should remember`,
  );
  const degraded = [memory.warning, kept, degradedBecause].filter((reason) => reason !== null);
  const data: CheckData = {
    ...inUnit(verdict.data, options.offsetUnit, { content, documents: documentsOf(prepared) }),
    action: capped(options.policy, verdict.data.action),
    degraded: [...verdict.data.degraded, ...degraded],
  };
  const warnings = [...prepared.warnings, ...verdict.warnings, ...degraded];
  return { data: { ...data, flagged: data.action !== "allow" }, warnings, safeText: verdict.safeText, fallbackUsed };
}

/** The texts that `document` fields of spans point into, in the order trustguard numbers them. */
function documentsOf({ guard, options, content }: Prepared): string[] {
  return guard === "trust" ? sourceDocuments(options.context as TrustOptions["context"], content) : [];
}
