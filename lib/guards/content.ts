/** What is to be checked: the caller's messages and which of them the guard should look at. */
import * as z from "zod";

export const Role = z.enum(["system", "user", "assistant", "tool", "document"]);
export type Role = z.infer<typeof Role>;

export const Message = z.object({
  role: Role.describe("Also provenance: tool and document text is untrusted"),
  content: z.string(),
  id: z.string().max(200).optional(),
});
export type Message = z.infer<typeof Message>;

export const Scope = z.enum(["last_turn", "all"]);

/** The content fields that every guard's payload shares. Unknown keys stay and are reported as warnings. */
export const ContentFields = {
  text: z.string().optional().describe("What to check; `content` is an alias"),
  content: z.string().optional(),
  messages: z.array(Message).min(1).max(2_000).optional(),
  scope: Scope.default("last_turn").describe("last_turn checks the newest turn, all checks every message"),
};

/** Normalised content. Offsets count UTF-16 units inside one message. */
export interface Content {
  messages: Message[];
  /** Indexes of the messages to assess, ascending; never empty. */
  targets: number[];
}

interface ContentPayload {
  text?: string | undefined;
  content?: string | undefined;
  messages?: Message[] | undefined;
  scope?: z.infer<typeof Scope> | undefined;
}

/**
 * Reads the content out of a payload: `text` (or `content`) becomes one user message, `messages`
 * stay as they are. The last turn is everything after the last assistant message, or that message
 * itself when nothing follows it. Null when there is nothing but white space.
 */
export function readContent(payload: ContentPayload): Content | null {
  const text = payload.text ?? payload.content;
  const messages = payload.messages ?? (text === undefined ? [] : [{ role: "user" as const, content: text }]);
  if (!messages.some((message) => message.content.trim() !== "")) return null;
  const all = [...messages.keys()];
  return { messages, targets: payload.scope === "all" ? all : lastTurn(messages) };
}

function lastTurn(messages: Message[]): number[] {
  const last = messages.length - 1;
  if (messages[last]?.role === "assistant") return [last];
  const lastAnswer = messages.findLastIndex((message) => message.role === "assistant");
  const turn = [...messages.keys()].filter((index) => index > lastAnswer && messages[index]?.role !== "system");
  return turn.length > 0 ? turn : [last];
}

/** The text of the newest targeted message: what single-text guards work on. */
export function targetText(content: Content): { message: number; text: string } {
  const message = content.targets.at(-1) ?? content.messages.length - 1;
  return { message, text: content.messages[message]?.content ?? "" };
}
