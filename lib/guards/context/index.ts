/** Contextguard: topic drift, contradictions, escalation, and the memory of a session. */
import type { Content } from "#lib/guards/content";
import { targetText } from "#lib/guards/content";
import { emptyData } from "#lib/guards/context/answer";
import { assessConversation } from "#lib/guards/context/assess-conversation";
import { type Conversation, readConversation } from "#lib/guards/context/conversation";
import { coverageOfMemory } from "#lib/guards/context/coverage";
import { recall } from "#lib/guards/context/recall";
import {
  type ContextData,
  type ContextEffects,
  type ContextEvidence,
  type ContextOperation,
  type ContextOptions,
  contextFacts,
  type Turn,
} from "#lib/guards/context/schema";
import { summarize } from "#lib/guards/context/summarize";
import { approximateTokens } from "#lib/guards/context/tokens";
import { type Assessment, defineGuard, type GuardInput } from "#lib/guards/guard";

const NO_MEMORY: ContextEvidence = { now_ms: 0, session_id: null, turns: [] };

export const context = defineGuard<ContextOptions, ContextData, ContextEvidence>({ ...contextFacts, assess });

function assess({ content, options, evidence = NO_MEMORY }: GuardInput<ContextOptions, ContextEvidence>) {
  const conversation = readConversation(content, options, evidence);
  const data = emptyData(conversation, evidence.session_id);
  const { operation, query } = options;
  if (operation === "analyze")
    return remembering(assessConversation(content, conversation, data, options), conversation, evidence);
  const coverage = coverageOfMemory(operation, content, conversation, query !== undefined);
  return { ...answerFromMemory(operation, content, conversation, data, options, evidence), coverage };
}

function answerFromMemory(
  operation: Exclude<ContextOperation, "analyze">,
  content: Content,
  conversation: Conversation,
  data: ContextData,
  options: ContextOptions,
  evidence: ContextEvidence,
): Assessment<ContextData> {
  switch (operation) {
    case "remember":
      return remembering(
        calm(data, `Remembered ${count(conversation.fresh.length, "message")}.`),
        conversation,
        evidence,
      );
    case "forget":
      return forgetting(data, conversation);
    case "recall":
      return recalling(content, conversation, data, options, evidence);
    case "summarize":
      return calm(
        { ...data, summary_text: summarize(conversation.entries) },
        `Summarised ${count(conversation.entries.length, "message")}.`,
      );
  }
}

function recalling(
  content: Content,
  { remembered }: Conversation,
  data: ContextData,
  { query, top_k }: ContextOptions,
  evidence: ContextEvidence,
): Assessment<ContextData> {
  const recalled = recall(remembered, query ?? targetText(content).text, top_k, evidence.now_ms);
  return calm(
    { ...data, memory: { ...data.memory, recalled } },
    `Recalled ${recalled.length} of ${count(remembered.length, "remembered message")}.`,
  );
}

function forgetting(data: ContextData, { remembered }: Conversation): Assessment<ContextData> {
  const effects: ContextEffects = { append: [], forget: true };
  const memory = { ...data.memory, items: 0, tokens: 0 };
  return { ...calm({ ...data, memory }, `Forgot ${count(remembered.length, "remembered message")}.`), effects };
}

/** Adds the call's new messages to the memory, and to what the answer says of it. */
function remembering(
  assessment: Assessment<ContextData>,
  { fresh }: Conversation,
  evidence: ContextEvidence,
): Assessment<ContextData> {
  const append = fresh.map(
    ({ role, content }): Turn => ({ id: "", role, text: content, created_at_ms: evidence.now_ms }),
  );
  const effects: ContextEffects = { append };
  const { memory } = assessment.data;
  const tokens = append.reduce((sum, turn) => sum + approximateTokens(turn.text), memory.tokens);
  const grown = { ...memory, items: memory.items + append.length, tokens };
  return { ...assessment, data: { ...assessment.data, memory: grown }, effects };
}

function calm(data: ContextData, summary: string): Assessment<ContextData> {
  return { action: "allow", flagged: false, score: 0, confidence: 1, summary, recommendations: [], findings: [], data };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
