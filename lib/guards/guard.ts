/** The shape of a guard: pure, synchronous, text in and verdict out. */
import * as z from "zod";
import type { Content } from "#lib/guards/content";
import type { Action, Coverage, Finding, Severity, VerdictCommon } from "#lib/guards/verdict";

export const GUARD_IDS = ["token", "trust", "context", "bias", "security", "health"] as const;
export const GuardId = z.enum(GUARD_IDS);
export type GuardId = z.infer<typeof GuardId>;

/** A finding as a detector writes it; `id` and `span.unit` are filled in by {@link defineGuard}. */
export interface FindingDraft {
  detector: string;
  detectorVersion: string;
  category: string;
  severity: Severity;
  /** Risk, 0 to 1. */
  score: number;
  /** The score from which the detector reports. */
  threshold: number;
  /** Half-open, UTF-16 units of `content.messages[message].content`. */
  span: { message: number; start: number; end: number };
  /** Masked when it could hold personal data, a secret or an attack's payload. */
  evidence: string;
  message: string;
  remediation: string;
}

/**
 * What a guard concludes. `data` holds only the guard's own wire fields; the common ones are added
 * by {@link defineGuard}. Every object in `data` that has numeric `start` and `end` is a span in
 * UTF-16 units of the message named by its `message` field (without one: the last message), or of
 * `evidence.documents[document]` when it has a `document` field; the service turns it into the
 * caller's unit. Nothing else in `data` may be called `start` and `end`.
 */
export interface Assessment<Data> {
  action: Action;
  flagged: boolean;
  /** Risk, 0 to 1. */
  score: number;
  /** How sure the guard is of its own verdict, 0 to 1. */
  confidence: number;
  /** One sentence. */
  summary: string;
  recommendations: string[];
  findings: FindingDraft[];
  /** Left out when the whole of the targeted text was scanned. */
  coverage?: Coverage;
  degraded?: string[];
  warnings?: string[];
  data: Data;
  /** The text that may be passed on (redacted, rewritten, shortened), when it differs from the input. */
  safeText?: string;
  /** State the service should keep, JSON only; see the guard's own `effects` schema. */
  effects?: unknown;
}

export interface GuardInput<Options, Evidence> {
  content: Content;
  options: Options;
  /** State and facts the service loaded for this guard; `undefined` when there are none. */
  evidence: Evidence | undefined;
}

/** What is known about a guard without its detectors. */
export interface GuardFacts<Options = unknown, Data = unknown> {
  id: GuardId;
  /** Name on the wire, e.g. `securityguard`. */
  service: string;
  /** Name of the engine that answers, e.g. `security-rules`. */
  engine: string;
  version: string;
  /** Version of the rules, weights and tables. */
  ruleset: string;
  title: string;
  /** One sentence for the catalogue. */
  description: string;
  options: z.ZodType<Options>;
  data: z.ZodType<Data>;
}

/** One guard. `Options` is its payload without the content, `Evidence` what the service may load for it. */
export interface Guard<Options = unknown, Data = unknown, Evidence = unknown> extends GuardFacts<Options, Data> {
  assess(input: GuardInput<Options, Evidence>): Assessment<Data>;
}

/** A guard's answer as it crosses the dispatch boundary: JSON only. */
export interface Verdict<Data = Record<string, unknown>> {
  data: VerdictCommon & Data;
  warnings: string[];
  safeText: string | null;
  effects: unknown;
}

export interface RunnableGuard extends GuardFacts {
  /** @throws {z.ZodError} when `options` does not fit the guard's schema. */
  run(content: Content, options: unknown, evidence: unknown): Verdict;
}

/** Turns a guard's own assessment into the answer every guard gives. */
export function defineGuard<Options, Data extends object, Evidence>(
  guard: Guard<Options, Data, Evidence>,
): RunnableGuard {
  const { assess, ...facts } = guard;
  return {
    ...facts,
    run(content, options, evidence) {
      const assessed = assess({
        content,
        options: guard.options.parse(options),
        evidence: evidence as Evidence | undefined,
      });
      const findings = assessed.findings.map(numbered);
      return {
        data: {
          ...assessed.data,
          action: assessed.action,
          flagged: assessed.flagged,
          score: round(assessed.score),
          confidence: round(assessed.confidence),
          summary: assessed.summary,
          issues: [...new Set(findings.map((finding) => finding.message))],
          recommendations: assessed.recommendations,
          findings,
          engine: { id: guard.engine, version: guard.version, ruleset: guard.ruleset },
          coverage: assessed.coverage ?? fullCoverage(content),
          degraded: assessed.degraded ?? [],
        },
        warnings: assessed.warnings ?? [],
        safeText: assessed.safeText ?? null,
        effects: assessed.effects ?? null,
      };
    },
  };
}

function numbered(draft: FindingDraft, index: number): Finding {
  const { detectorVersion, span, ...rest } = draft;
  return {
    id: `f${index + 1}`,
    ...rest,
    score: round(draft.score),
    detector_version: detectorVersion,
    span: { ...span, unit: "utf16" },
  };
}

function fullCoverage(content: Content): Coverage {
  const lengthOf = (indexes: number[]) =>
    indexes.reduce((sum, index) => sum + (content.messages[index]?.content.length ?? 0), 0);
  const scanned = lengthOf(content.targets);
  const total = lengthOf([...content.messages.keys()]);
  return { scanned, total, skipped: scanned < total ? ["earlier messages (payload.scope is last_turn)"] : [] };
}

function round(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;
}
