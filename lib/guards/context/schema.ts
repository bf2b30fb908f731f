/** What contextguard is asked, what it answers, and the memory it reads and appends to. */
import * as z from "zod";
import { Message, Role } from "#lib/guards/content";
import { Severity } from "#lib/guards/verdict";

export const ContextOperation = z.enum(["analyze", "remember", "recall", "forget", "summarize"]);
export type ContextOperation = z.infer<typeof ContextOperation>;

export const PriorContent = z.union([z.string(), z.array(z.union([z.string(), Message])).max(2_000), z.null()]);
export type PriorContent = z.infer<typeof PriorContent>;

/** Payload of contextguard besides the content fields. Token budgets are approximate counts. */
export const ContextOptions = z.object({
  operation: ContextOperation.default("analyze"),
  previous_content: PriorContent.optional().describe("Earlier text, list of texts, or earlier version of the code"),
  previous_context: PriorContent.optional().describe("Alias of previous_content"),
  previous_code: PriorContent.optional().describe("Alias of previous_content"),
  drift_threshold: z.number().min(0).max(1).default(0.5).describe("Drift score from which drift is reported"),
  context_window: z.int().min(1).max(1_000_000).default(8_000).describe("Tokens of earlier content to compare with"),
  memory_limit: z.int().min(1).max(1_000_000).default(32_000).describe("Tokens of the memory that are looked at"),
  query: z.string().max(10_000).optional().describe("What to recall; without it the text itself"),
  top_k: z.int().min(1).max(100).default(5),
});
export type ContextOptions = z.infer<typeof ContextOptions>;

/** One remembered message. `id` is empty until the service has stored the turn. */
export const Turn = z.object({ id: z.string(), role: Role, text: z.string(), created_at_ms: z.int().min(0) });
export type Turn = z.infer<typeof Turn>;

/** What the service loads: newest turn last, at most 200 of them. */
export const ContextEvidence = z.object({
  now_ms: z.int().min(0),
  session_id: z.string().nullable(),
  turns: z.array(Turn).max(200),
});
export type ContextEvidence = z.infer<typeof ContextEvidence>;

/** What the service keeps: turns to add at the end, after dropping everything when `forget` is set. */
export const ContextEffects = z.object({ append: z.array(Turn), forget: z.boolean().optional() });
export type ContextEffects = z.infer<typeof ContextEffects>;

export const DriftType = z.enum(["none", "topic_shift", "semantic_drift", "contradiction", "escalation"]);
export type DriftType = z.infer<typeof DriftType>;

export const RecommendedAction = z.enum(["continue", "clarify", "redirect_to_original_topic"]);
export type RecommendedAction = z.infer<typeof RecommendedAction>;

export const Contradiction = z.object({
  message: z.int().min(0).describe("Index of the message that contradicts"),
  earlier_message: z
    .int()
    .min(0)
    .nullable()
    .describe("Index of the message contradicted; null when it is not in the call"),
  earlier_turn: z.string().nullable().describe("Id of the remembered turn contradicted"),
  reason: z.string(),
});
export type Contradiction = z.infer<typeof Contradiction>;

export const Recalled = z.object({
  id: z.string(),
  text: z.string(),
  score: z.number().min(0).describe("BM25 with recency; only the order matters"),
  created_at: z.iso.datetime(),
});
export type Recalled = z.infer<typeof Recalled>;

export const ContextMetrics = z.object({
  messages: z.int().describe("Messages in this call"),
  history: z.int().describe("Earlier turns they were compared with"),
  segments: z.int().describe("Topics in a row, the first one included"),
  message_scores: z.array(z.number()).describe("How likely each message opens a new topic, 0 to 1"),
  escalation_levels: z.array(z.int()).describe("Harm level of each user message, 0 to 4"),
  input_tokens: z.int(),
  history_tokens: z.int(),
  token_count: z.literal("approximate"),
});
export type ContextMetrics = z.infer<typeof ContextMetrics>;

export const ContextData = z.object({
  drift_detected: z.boolean(),
  drift_score: z.number().min(0).max(1),
  context_coherence: z.number().min(0).max(1).describe("1 - drift_score"),
  drift_type: DriftType,
  severity: Severity,
  boundaries: z.array(z.int()).describe("Index of each message that opens a new topic"),
  recommended_action: RecommendedAction,
  suggested_response: z.string().nullable(),
  contradictions: z.array(Contradiction),
  memory: z.object({
    session_id: z.string().nullable(),
    items: z.int(),
    tokens: z.int().describe("Approximate"),
    recalled: z.array(Recalled),
  }),
  summary_text: z.string().nullable().describe("Extractive summary, for operation summarize"),
  metrics: ContextMetrics,
});
export type ContextData = z.infer<typeof ContextData>;

/** Everything about the guard except how it works. */
export const contextFacts = {
  id: "context",
  service: "contextguard",
  engine: "context-rules",
  version: "0.2.0",
  ruleset: "2026-11",
  title: "Context guard",
  description: "Finds topic drift, contradictions and escalation in a conversation, and keeps its memory.",
  options: ContextOptions,
  data: ContextData,
} as const;
