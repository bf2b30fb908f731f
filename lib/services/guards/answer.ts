/** The envelope around a guard's data, as clients of the original gateway read it. */
import type { Context } from "#lib/context";
import type { ProcessAnswer, ProcessRequest } from "#lib/contract/process";
import type { Policy } from "#lib/policies";
import type { CheckData, Checked } from "#lib/services/guards/check";

type Facts = { policy: Policy; service: string; startedMs: number };

export function answer(ctx: Context, request: ProcessRequest, facts: Facts, checked: Checked): ProcessAnswer {
  const envelope = blank(ctx, request, facts);
  const warnings = orNull(checked.warnings);
  if (checked.ok) {
    const { data, fallbackUsed } = checked;
    return { ...envelope, ...told(data), success: true, data, warnings, fallback_used: fallbackUsed };
  }
  const advice =
    facts.policy.onError === "block"
      ? "The policy says to block what was not checked."
      : "The policy says to let it pass unchecked.";
  return {
    ...envelope,
    error: `${checked.error}. ${advice}`,
    warnings,
    metadata: { ...envelope.metadata, on_error: facts.policy.onError },
  };
}

function told(data: CheckData): Pick<ProcessAnswer, "confidence_score" | "recommendations"> {
  return { confidence_score: data.confidence, recommendations: orNull(data.recommendations) };
}

function blank(ctx: Context, request: ProcessRequest, { policy, service, startedMs }: Facts): ProcessAnswer {
  return {
    request_id: ctx.requestId,
    service_type: request.service_type,
    success: false,
    data: null,
    error: null,
    processing_time: (ctx.ports.now() - startedMs) / 1_000,
    service_used: service,
    fallback_used: false,
    client_type: request.client_type,
    confidence_score: null,
    warnings: null,
    recommendations: null,
    metadata: {
      policy_id: policy.id,
      policy_version: policy.version,
      offset_unit: request.offset_unit,
      mode: ctx.principal.mode,
    },
  };
}

function orNull(list: string[]): string[] | null {
  return list.length === 0 ? null : list;
}
