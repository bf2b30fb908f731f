/** The sources an answer is compared with. */
import type { Content } from "#lib/guards/content";
import type { TrustOptions } from "#lib/guards/trust/schema";

const TEXT_KEYS = ["text", "content", "page_content", "body", "snippet", "passage", "document", "value"];
const LIST_KEYS = ["documents", "sources", "results", "passages", "chunks", "items"];
/** A shorter context is a label such as "webpage-content", not a source. */
const MIN_WORDS = 4;
const MAX_DEPTH = 5;

/**
 * Source texts in the order evidence spans count them: `context` first, then the document and tool
 * messages of the conversation.
 */
export function sourceDocuments(context: TrustOptions["context"], content: Content): string[] {
  const messages = content.messages.filter((message, index) => {
    return (message.role === "document" || message.role === "tool") && !content.targets.slice(-1).includes(index);
  });
  return [...readContext(context, 0), ...messages.map((message) => message.content)].filter(isSource);
}

function readContext(context: unknown, depth: number): string[] {
  if (typeof context === "string") return [context];
  if (depth > MAX_DEPTH || typeof context !== "object" || context === null) return [];
  if (Array.isArray(context)) return context.flatMap((entry) => readContext(entry, depth + 1));
  const record = context as Record<string, unknown>;
  const text = TEXT_KEYS.map((key) => record[key]).find((value) => typeof value === "string");
  if (typeof text === "string") return [text];
  const list = LIST_KEYS.map((key) => record[key]).find((value) => value !== undefined);
  if (list !== undefined) return readContext(list, depth + 1);
  return Object.values(record).flatMap((value) => readContext(value, depth + 1));
}

function isSource(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu);
  return words !== null && words.length >= MIN_WORDS;
}
