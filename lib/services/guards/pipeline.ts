/** `service_type: "all"`: every guard looks at the same original, then the text that may be passed on is made. */
import type { Context } from "#lib/context";
import { AppError } from "#lib/errors";
import { CATALOGUE } from "#lib/guards/catalogue";
import { targetText } from "#lib/guards/content";
import { GUARD_IDS, type GuardId } from "#lib/guards/guard";
import { type Policy, strongest } from "#lib/policies";
import { type CheckData, type Checked, type CheckOptions, check } from "#lib/services/guards/check";
import { type Prepared, prepare } from "#lib/services/guards/prepare";

type Payload = Record<string, unknown>;

/** @throws {AppError} empty_payload or invalid_request, before anything ran. */
export function prepareAll(payload: Payload, policy: Policy): Prepared[] {
  const prepared = GUARD_IDS.map((guard) => prepare(guard, payloadFor(guard, payload), policy));
  const ignoredByAll = prepared.length > 0 && prepared.every((one) => one.warnings.length > 0);
  return ignoredByAll ? prepared : prepared.map((one) => ({ ...one, warnings: [] }));
}

/**
 * Guards share the payload; `payload.guards.<service>` overrides it for one of them. `operation`
 * means something else to each guard and is only read from there.
 */
function payloadFor(guard: GuardId, payload: Payload): Payload {
  const { guards, operation: _operation, ...shared } = payload;
  const own = (guards as Record<string, unknown> | undefined)?.[CATALOGUE[guard].service];
  if (own === undefined) return shared;
  if (own !== null && typeof own === "object" && !Array.isArray(own)) return { ...shared, ...own };
  throw new AppError("invalid_request", `payload.guards.${CATALOGUE[guard].service} must be an object of options.`);
}

export async function pipeline(ctx: Context, prepared: Prepared[], options: CheckOptions): Promise<Checked> {
  const startedMs = ctx.ports.now();
  const runs = await Promise.all(prepared.map(async (one) => ({ one, checked: await check(ctx, one, options) })));
  const passed = runs.flatMap(({ one, checked }) => (checked.ok ? [{ guard: one.guard, ...checked }] : []));
  const failed = runs.flatMap(({ one, checked }) => (checked.ok ? [] : [{ guard: one.guard, ...checked }]));
  const action = actionOf(
    passed.map(({ data }) => data),
    failed.length > 0,
    options.policy,
  );
  const text = action === "block" ? "" : await passOn(ctx, prepared, passed, options);
  const timings = Object.fromEntries(
    runs.map(({ one, checked }) => [CATALOGUE[one.guard].service, checked.seconds * 1_000]),
  );
  const data = {
    ...combined(
      passed.map((run) => run.data),
      action,
      failed.map((run) => run.error),
    ),
    text,
    guards: Object.fromEntries(passed.map((run) => [CATALOGUE[run.guard].service, run.data])),
    timings_ms: timings,
  };
  return {
    ok: true,
    data,
    warnings: [...new Set([...runs.flatMap((run) => run.checked.warnings), ...failed.map((run) => run.error)])],
    safeText: text,
    fallbackUsed: passed.some((run) => run.fallbackUsed),
    seconds: (ctx.ports.now() - startedMs) / 1_000,
  };
}

function actionOf(verdicts: CheckData[], someFailed: boolean, policy: Policy) {
  const actions = verdicts.map((verdict) => verdict.action);
  return strongest(someFailed && policy.onError === "block" ? [...actions, "block"] : actions);
}

/** The common fields over all guards: the highest risk, the lowest confidence among those that flagged. */
function combined(verdicts: CheckData[], action: CheckData["action"], failures: string[]): CheckData {
  const flagged = verdicts.filter((verdict) => verdict.flagged);
  const says = flagged.map((verdict) => verdict.summary);
  const confidences = (flagged.length > 0 ? flagged : verdicts).map((verdict) => verdict.confidence);
  const all = <Item>(pick: (verdict: CheckData) => Item[]) => verdicts.flatMap(pick);
  return {
    action,
    flagged: action !== "allow",
    score: Math.max(0, ...verdicts.map((verdict) => verdict.score)),
    confidence: Math.min(1, ...confidences),
    summary: says.length === 0 ? "No guard objects." : says.join(" "),
    issues: [...new Set(all((verdict) => verdict.issues))],
    recommendations: [...new Set(all((verdict) => verdict.recommendations))],
    findings: all((verdict) =>
      verdict.findings.map((finding) => ({ ...finding, id: `${verdict.engine.id}:${finding.id}` })),
    ),
    engine: { id: "pipeline", version: "1.0.0", ruleset: verdicts.map((verdict) => verdict.engine.ruleset).join("+") },
    coverage: {
      scanned: Math.min(...verdicts.map((verdict) => verdict.coverage.scanned)),
      total: Math.max(0, ...verdicts.map((verdict) => verdict.coverage.total)),
      skipped: [...new Set(all((verdict) => verdict.coverage.skipped))],
    },
    degraded: [...failures, ...all((verdict) => verdict.degraded)],
  };
}

type Passed = { guard: GuardId; safeText: string | null }[];

/** Redacted, then neutralised, then shortened, as far as the policy asks for it. */
async function passOn(ctx: Context, prepared: Prepared[], passed: Passed, options: CheckOptions): Promise<string> {
  const { redact, neutralise, optimise } = options.policy.pipeline;
  const security = prepared.find((one) => one.guard === "security");
  let text = security === undefined ? "" : targetText(security.content).text;
  if (redact) text = passed.find((run) => run.guard === "security")?.safeText ?? text;
  if (neutralise) text = await rewritten(ctx, "bias", text, { operation: "mitigate" }, options);
  if (optimise !== null)
    text = await rewritten(ctx, "token", text, { operation: "optimize", optimization_level: optimise }, options);
  return text;
}

async function rewritten(
  ctx: Context,
  guard: GuardId,
  text: string,
  payload: Payload,
  options: CheckOptions,
): Promise<string> {
  if (text.trim() === "") return text;
  const checked = await check(ctx, prepare(guard, { ...payload, text }, options.policy), {
    ...options,
    sessionId: null,
  });
  return checked.ok ? (checked.safeText ?? text) : text;
}
