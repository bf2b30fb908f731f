/** The answer before anything was found. */
import type { Conversation } from "#lib/guards/context/conversation";
import type { ContextData } from "#lib/guards/context/schema";
import { approximateTokens } from "#lib/guards/context/tokens";

export function emptyData({ entries, earlier, remembered }: Conversation, sessionId: string | null): ContextData {
  const tokensOf = (texts: { text: string }[]) => texts.reduce((sum, { text }) => sum + approximateTokens(text), 0);
  const messages = entries.length - earlier;
  return {
    drift_detected: false,
    drift_score: 0,
    context_coherence: 1,
    drift_type: "none",
    severity: "info",
    boundaries: [],
    recommended_action: "continue",
    suggested_response: null,
    contradictions: [],
    memory: { session_id: sessionId, items: remembered.length, tokens: tokensOf(remembered), recalled: [] },
    summary_text: null,
    metrics: {
      messages,
      history: earlier,
      segments: 1,
      message_scores: Array.from({ length: messages }, () => 0),
      escalation_levels: [],
      input_tokens: tokensOf(entries.slice(earlier)),
      history_tokens: tokensOf(entries.slice(0, earlier)),
      token_count: "approximate",
    },
  };
}
