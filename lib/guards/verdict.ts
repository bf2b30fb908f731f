/** What every guard answers, in the words of the wire: the same names go to callers unchanged. */
import * as z from "zod";

export const Severity = z.enum(["info", "low", "medium", "high", "critical"]);
export type Severity = z.infer<typeof Severity>;

/** From harmless to stop: the order is the order of strength. */
export const Action = z.enum(["allow", "flag", "redact", "block"]);
export type Action = z.infer<typeof Action>;

export const OffsetUnit = z.enum(["utf16", "codepoint", "utf8"]);
export type OffsetUnit = z.infer<typeof OffsetUnit>;

export const Span = z
  .object({
    message: z.int().min(0).describe("Index of the message the span points into"),
    start: z.int().min(0),
    end: z.int().min(0).describe("Exclusive"),
    unit: OffsetUnit.describe("Unit of start and end, as asked for with offset_unit"),
  })
  .describe("A half-open stretch of the text as the caller sent it");
export type Span = z.infer<typeof Span>;

export const Finding = z.object({
  id: z.string(),
  detector: z.string().describe("Stable name of the detector, e.g. security.pii.email"),
  detector_version: z.string(),
  category: z.string(),
  severity: Severity,
  score: z.number().min(0).max(1).describe("Risk, 0 to 1"),
  threshold: z.number().min(0).max(1).describe("The score from which this detector reports"),
  span: Span,
  evidence: z.string().describe("What was found, masked: never the secret itself"),
  message: z.string(),
  remediation: z.string(),
});
export type Finding = z.infer<typeof Finding>;

export const Coverage = z
  .object({ scanned: z.int(), total: z.int(), skipped: z.array(z.string()) })
  .describe("Characters looked at, characters there were, and what was left out");
export type Coverage = z.infer<typeof Coverage>;

export const Engine = z.object({ id: z.string(), version: z.string(), ruleset: z.string() });
export type Engine = z.infer<typeof Engine>;

/** The part of `data` that is the same for every guard. */
export const VerdictCommon = z.object({
  action: Action,
  flagged: z.boolean(),
  score: z.number().min(0).max(1),
  confidence: z.number().min(0).max(1),
  summary: z.string(),
  issues: z.array(z.string()),
  recommendations: z.array(z.string()),
  findings: z.array(Finding),
  engine: Engine,
  coverage: Coverage,
  degraded: z.array(z.string()),
});
export type VerdictCommon = z.infer<typeof VerdictCommon>;
