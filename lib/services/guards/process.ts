/** The main verb: one request, one guard (or all of them), one answer. */
import type { Context } from "#lib/context";
import type { ProcessAnswer, ProcessRequest } from "#lib/contract/process";
import { SERVICES } from "#lib/guards/catalogue";
import type { Policy } from "#lib/policies";
import { admit } from "#lib/services/admit";
import { answer } from "#lib/services/guards/answer";
import { type Checked, type CheckOptions, check } from "#lib/services/guards/check";
import { pipeline, prepareAll } from "#lib/services/guards/pipeline";
import { type Prepared, policyOf, prepare } from "#lib/services/guards/prepare";

/** A request that was read and may be run. */
export interface Ready {
  request: ProcessRequest;
  policy: Policy;
  prepared: Prepared[];
}

/** @throws {AppError} for what cannot be checked: no text, a field that does not fit, an unknown policy. */
export function ready(request: ProcessRequest): Ready {
  const policy = policyOf(request);
  const guard = SERVICES[request.service_type];
  const prepared =
    guard === undefined ? prepareAll(request.payload, policy) : [prepare(guard, request.payload, policy)];
  return { request, policy, prepared };
}

/** @throws {AppError} for everything that is refused; a guard that fails is an answer with success:false. */
export async function process(ctx: Context, request: ProcessRequest): Promise<ProcessAnswer> {
  const work = ready(request);
  await admit(ctx, "guards:run", { service: request.service_type, cost: 1, metered: true });
  return perform(ctx, work);
}

/** Runs what was read and admitted. */
export async function perform(ctx: Context, { request, policy, prepared }: Ready): Promise<ProcessAnswer> {
  const startedMs = ctx.ports.now();
  const options: CheckOptions = {
    policy,
    sessionId: request.session_id,
    timeoutMs: request.timeout * 1_000,
    fallbackEnabled: request.fallback_enabled,
    offsetUnit: request.offset_unit,
  };
  const [only] = prepared;
  const checked: Checked =
    request.service_type === "all" || only === undefined
      ? await pipeline(ctx, prepared, options)
      : await check(ctx, only, options);
  return answer(ctx, request, { policy, service: request.service_type, startedMs }, checked);
}
