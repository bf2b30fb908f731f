/** What of the call and of earlier content was not looked at. */
import type { Content, Message } from "#lib/guards/content";
import { LONGEST_CLAIM } from "#lib/guards/context/claims";
import type { Conversation } from "#lib/guards/context/conversation";
import { LONGEST_REQUEST } from "#lib/guards/context/escalation";
import { charactersRead } from "#lib/guards/context/reading";
import type { ContextOperation } from "#lib/guards/context/schema";
import type { Transcript } from "#lib/guards/context/transcript";
import type { Coverage } from "#lib/guards/verdict";

/** For `analyze`; the numbers are of the call's messages, what was left out also of earlier content. */
export function coverageOfAnalysis(
  { messages }: Content,
  conversation: Conversation,
  transcript: Transcript,
): Coverage {
  const { readings, entries } = transcript;
  const cut = (isEarlier: boolean) =>
    entries.some(({ text, message }) => (message === null) === isEarlier && charactersRead(text) < text.length);
  const isRequestCut = entries.some(({ role, text }) => role === "user" && text.length > LONGEST_REQUEST);
  const hasLongSentence = readings.some(({ sentences }) => sentences.some(({ text }) => text.length > LONGEST_CLAIM));
  return {
    scanned: lengthOf(messages.filter(isSpoken), charactersRead),
    total: lengthOf(messages),
    skipped: named([
      ["system messages", !messages.every(isSpoken)],
      ["the middle of very long messages", cut(false)],
      ["the middle of very long earlier messages", cut(true)],
      ["the middle of long requests (escalation)", isRequestCut],
      ["very long sentences (contradictions)", hasLongSentence],
      ...leftOut(conversation),
    ]),
  };
}

/** For the operations on the memory. */
export function coverageOfMemory(
  operation: Exclude<ContextOperation, "analyze">,
  { messages, targets }: Content,
  conversation: Conversation,
  hasQuery: boolean,
): Coverage {
  const spoken = messages.filter(isSpoken);
  const query = hasQuery ? [] : messages.filter((_, index) => index === targets.at(-1));
  const looked = { remember: spoken, summarize: spoken, recall: query, forget: [] }[operation];
  const scanned = lengthOf(looked);
  const total = lengthOf(messages);
  const isWhole = operation === "remember" || operation === "summarize";
  return {
    scanned,
    total,
    skipped: named([
      ["system messages", isWhole && !messages.every(isSpoken)],
      ["messages that are not the query", operation === "recall" && scanned < total],
      ["messages (the memory is only emptied)", operation === "forget"],
      ...(operation === "summarize" || operation === "recall" ? leftOut(conversation) : []),
    ]),
  };
}

function leftOut({ beyond }: Conversation): [string, boolean][] {
  return [
    ["remembered messages beyond payload.memory_limit", beyond.memoryLimit > 0],
    ["earlier messages beyond payload.context_window", beyond.contextWindow > 0],
  ];
}

function isSpoken({ role }: Message): boolean {
  return role !== "system";
}

function lengthOf(messages: readonly Message[], measure = (text: string) => text.length): number {
  return messages.reduce((sum, { content }) => sum + measure(content), 0);
}

function named(parts: readonly (readonly [string, boolean])[]): string[] {
  return parts.flatMap(([name, isSkipped]) => (isSkipped ? [name] : []));
}
