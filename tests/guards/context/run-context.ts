import type { Message } from "#lib/guards/content";
import { context } from "#lib/guards/context/index";
import { ContextData, ContextEffects, type ContextEvidence } from "#lib/guards/context/schema";

/** User and assistant in turns, the user first. */
export function talk(...turns: string[]): Message[] {
  return turns.map((content, index) => ({ role: index % 2 === 0 ? "user" : "assistant", content }));
}

/** Runs the guard and checks the shape of what it answers. */
export function runContext(messages: Message[], options: object = {}, evidence?: ContextEvidence) {
  const { data, effects } = context.run({ messages, targets: [messages.length - 1] }, options, evidence);
  return {
    ...data,
    ...ContextData.parse(data),
    effects: effects === null ? null : ContextEffects.parse(effects),
  };
}

export function memoryOf(messages: Message[], nowMs = 1_000_000): ContextEvidence {
  const turns = messages.map(({ role, content }, at) => ({
    id: `t${at}`,
    role,
    text: content,
    created_at_ms: at * 1_000,
  }));
  return { now_ms: nowMs, session_id: "s1", turns };
}
