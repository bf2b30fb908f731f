/** Findings of contextguard: what an end user reads about each thing found. */
import type { Clash } from "#lib/guards/context/contradictions";
import type { Entry } from "#lib/guards/context/conversation";
import type { Escalation } from "#lib/guards/context/escalation";
import { contextFacts } from "#lib/guards/context/schema";
import type { FindingDraft } from "#lib/guards/guard";

const detectorVersion = contextFacts.version;

export function shiftFinding(entry: Entry | undefined, score: number, threshold: number): FindingDraft {
  return {
    detector: "context.drift.topic",
    detectorVersion,
    category: "topic_shift",
    severity: score >= 0.75 ? "medium" : "low",
    score,
    threshold,
    span: wholeOf(entry),
    evidence: "message opens a new topic",
    message: "The message opens a new topic.",
    remediation: "Return to the original topic, or start a new session for the new one.",
  };
}

export function clashFinding(entry: Entry | undefined, clash: Clash, score: number): FindingDraft {
  const { start, end } = clash.sentence;
  return {
    detector: "context.consistency.contradiction",
    detectorVersion,
    category: "contradiction",
    severity: "medium",
    score,
    threshold: score,
    span: { message: entry?.message ?? 0, start, end },
    evidence: clash.reason,
    message: "The message contradicts an earlier one.",
    remediation: "Ask which of the two statements holds.",
  };
}

export function escalationFinding(entry: Entry | undefined, { level, score, theme }: Escalation): FindingDraft {
  return {
    detector: "context.escalation.requests",
    detectorVersion,
    category: "escalation",
    severity: level >= 4 ? "critical" : "high",
    score,
    threshold: 0.6,
    span: wholeOf(entry),
    evidence: theme,
    message: "The requests move step by step towards something harmful.",
    remediation: "Decline the harmful step and judge the conversation as a whole.",
  };
}

function wholeOf(entry: Entry | undefined): FindingDraft["span"] {
  return { message: entry?.message ?? 0, start: 0, end: entry?.text.length ?? 0 };
}
