/** Weighs drift, contradictions and escalation into one verdict about a conversation. */
import type { Content } from "#lib/guards/content";
import { type Clash, findContradictions } from "#lib/guards/context/contradictions";
import type { Conversation } from "#lib/guards/context/conversation";
import { coverageOfAnalysis } from "#lib/guards/context/coverage";
import { type Drift, measureDrift } from "#lib/guards/context/drift";
import { type Escalation, findEscalation } from "#lib/guards/context/escalation";
import { clashFinding, escalationFinding, shiftFinding } from "#lib/guards/context/findings";
import { topicPhrase } from "#lib/guards/context/original-topic";
import type { ContextData, ContextOptions, DriftType, RecommendedAction } from "#lib/guards/context/schema";
import { transcribe } from "#lib/guards/context/transcript";
import type { Assessment, FindingDraft } from "#lib/guards/guard";
import type { Severity } from "#lib/guards/verdict";

interface Found {
  drift: Drift;
  clashes: Clash[];
  /** Escalation that a message of this call completes. */
  escalation: Escalation | null;
}

const CLASH_SCORE = 0.7;

export function assessConversation(
  content: Content,
  conversation: Conversation,
  data: ContextData,
  options: ContextOptions,
): Assessment<ContextData> {
  const { entries, earlier } = conversation;
  const transcript = transcribe(conversation);
  const drift = measureDrift(transcript, options.drift_threshold);
  const clashes = findContradictions(transcript);
  const users = [...entries.keys()].filter((index) => entries[index]?.role === "user");
  const climb = findEscalation(
    users.map((index) => entries[index]?.text ?? ""),
    users.filter((index) => index < earlier).length,
  );
  const climbed = climb.escalation === null ? -1 : (users[climb.escalation.at] ?? -1);
  const found: Found = { drift, clashes, escalation: climb.escalation };
  const type = typeOf(found);
  const score = round(scoreOf(found));
  const findings = findingsOf(found, conversation, climbed, options.drift_threshold);
  return {
    action: type === "none" ? "allow" : (found.escalation?.level ?? 0) >= 4 ? "block" : "flag",
    flagged: type !== "none",
    score,
    confidence: confidenceOf(found, entries.length, options.drift_threshold),
    summary: SUMMARIES[type],
    recommendations: [...new Set(findings.map((finding) => finding.remediation))],
    findings,
    coverage: coverageOfAnalysis(content, conversation, transcript),
    data: {
      ...data,
      drift_detected: type !== "none",
      drift_score: score,
      context_coherence: round(1 - score),
      drift_type: type,
      severity: severityOf(type, found),
      boundaries: drift.boundaries.flatMap((index) => entries[index]?.message ?? []),
      recommended_action: ACTIONS[type],
      suggested_response: suggestionOf(type, found, conversation),
      contradictions: clashes.map((clash) => ({
        message: entries[clash.entry]?.message ?? 0,
        earlier_message: entries[clash.earlierEntry]?.message ?? null,
        earlier_turn: entries[clash.earlierEntry]?.turn ?? null,
        reason: clash.reason,
      })),
      metrics: {
        ...data.metrics,
        segments: drift.segments,
        message_scores: drift.scores.map(round),
        escalation_levels: climb.levels,
      },
    },
  };
}

const SUMMARIES: Readonly<Record<DriftType, string>> = {
  none: "The conversation keeps to its topic.",
  topic_shift: "The conversation moved to another topic.",
  semantic_drift: "The content moved away from what it started with.",
  contradiction: "A message contradicts an earlier one.",
  escalation: "The requests move step by step towards something harmful.",
};

const ACTIONS: Readonly<Record<DriftType, RecommendedAction>> = {
  none: "continue",
  topic_shift: "redirect_to_original_topic",
  semantic_drift: "redirect_to_original_topic",
  contradiction: "clarify",
  escalation: "redirect_to_original_topic",
};

/** The gravest of what was found names the verdict. */
function typeOf({ drift, clashes, escalation }: Found): DriftType {
  if (escalation !== null) return "escalation";
  return clashes.length > 0 ? "contradiction" : drift.kind;
}

function scoreOf({ drift, clashes, escalation }: Found): number {
  return Math.max(drift.score, clashes.length > 0 ? CLASH_SCORE : 0, escalation?.score ?? 0);
}

function severityOf(type: DriftType, { drift, escalation }: Found): Severity {
  if (type === "escalation") return (escalation?.level ?? 0) >= 4 ? "critical" : "high";
  if (type === "contradiction") return "medium";
  if (type === "none") return "info";
  return drift.score >= 0.75 ? "medium" : "low";
}

/** Far from the threshold is sure; with nothing to compare there is nothing to doubt. */
function confidenceOf({ drift, clashes, escalation }: Found, entries: number, threshold: number): number {
  if (entries < 2) return 1;
  if (escalation !== null) return escalation.score;
  if (clashes.length > 0) return CLASH_SCORE;
  const room = drift.score >= threshold ? 1 - threshold : threshold;
  return 0.5 + 0.5 * Math.min(1, Math.abs(drift.score - threshold) / Math.max(room, 0.01));
}

function findingsOf(found: Found, conversation: Conversation, climbed: number, threshold: number): FindingDraft[] {
  const entryAt = (index: number) => conversation.entries[index];
  const shifts = found.drift.boundaries.map((index) =>
    shiftFinding(entryAt(index), found.drift.scores[index - conversation.earlier] ?? 0, threshold),
  );
  const clashes = found.clashes.map((clash) => clashFinding(entryAt(clash.entry), clash, CLASH_SCORE));
  return [...(found.escalation ? [escalationFinding(entryAt(climbed), found.escalation)] : []), ...clashes, ...shifts];
}

function suggestionOf(type: DriftType, { clashes }: Found, { entries }: Conversation): string | null {
  if (type === "none") return null;
  if (type === "escalation")
    return "I can't help with where this is going. Is there a safe part of it I can help with?";
  if (type === "contradiction") {
    const earlier = clashes[0]?.earlierText.slice(0, 160) ?? "";
    return `Earlier it was said: “${earlier}”. That does not fit the latest message. Which of the two holds?`;
  }
  const topic = entries
    .slice(0, 4)
    .map((entry) => topicPhrase(entry.text))
    .find((phrase) => phrase !== null);
  return topic ? `We started with “${topic}”. Shall we finish that first, or go on with the new topic?` : null;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
