/** First step of every verb that a credential calls: scope, then rate and quota; counts the use. */
import type { Context } from "#lib/context";
import type { Charge } from "#lib/platform/limits/admission";
import type { Scope } from "#lib/principal";
import { requireScope } from "#lib/services/scope";

/** @throws {AppError} missing_scope, rate_limited, quota_spent, unauthenticated or unavailable */
export async function admit(ctx: Context, scope: Scope, charge: Charge): Promise<{ degraded: boolean }> {
  requireScope(ctx, scope);
  const passage = await ctx.ports.gate(ctx.caller, charge, ctx.defer);
  for (const [name, value] of Object.entries(passage.headers)) ctx.answerHeaders.set(name, value);
  if (passage.degraded) ctx.ports.metrics.count("aiguardian_degraded_admissions_total", {});
  return { degraded: passage.degraded };
}
