/** Puts memory, earlier content and the messages of the call into one line of entries. */
import type { Content, Message, Role } from "#lib/guards/content";
import type { ContextEvidence, ContextOptions, PriorContent, Turn } from "#lib/guards/context/schema";
import { newestWithin } from "#lib/guards/context/tokens";

export interface Entry {
  role: Role;
  text: string;
  /** Index of the message in the call; null for earlier content. */
  message: number | null;
  /** Id of the remembered turn; null for everything else. */
  turn: string | null;
}

export interface Conversation {
  /** Earlier content, then the messages of the call; system messages are left out, they open no topic. */
  entries: Entry[];
  /** How many entries come before the first message of the call. */
  earlier: number;
  /** The remembered turns that fit into the memory limit. */
  remembered: Turn[];
  /** Messages of the call that are not in the memory yet. */
  fresh: Message[];
  /** How many earlier messages the two budgets leave out. */
  beyond: { memoryLimit: number; contextWindow: number };
}

export function readConversation(content: Content, options: ContextOptions, evidence: ContextEvidence): Conversation {
  const remembered = newestWithin(evidence.turns, options.memory_limit, (turn) => turn.text);
  const spoken = [...content.messages.entries()].filter(
    ([, { role, content: text }]) => role !== "system" && text.trim() !== "",
  );
  const known = alreadyRemembered(
    remembered,
    spoken.map(([, message]) => message),
  );
  const history: Entry[] = [
    ...remembered.slice(0, remembered.length - known).map(ofTurn),
    ...priorMessages(options.previous_content ?? options.previous_context ?? options.previous_code ?? null).map(
      ofPrior,
    ),
  ];
  const window = newestWithin(history, options.context_window, (entry) => entry.text);
  const current = spoken.map(([message, { role, content: text }]): Entry => ({ role, text, message, turn: null }));
  return {
    entries: [...window, ...current],
    earlier: window.length,
    remembered,
    fresh: spoken.slice(known).map(([, message]) => message),
    beyond: {
      memoryLimit: evidence.turns.length - remembered.length,
      contextWindow: history.length - window.length,
    },
  };
}

/**
 * How many of the first messages repeat the end of the memory: callers may send the whole conversation
 * each time. A single message is always new, since people do say "yes" twice.
 */
function alreadyRemembered(turns: readonly Turn[], messages: readonly Message[]): number {
  if (messages.length < 2) return 0;
  for (let known = messages.length; known > 0; known -= 1) {
    if (endsAlike(turns, messages, known)) return known;
  }
  return 0;
}

/** Whether the last turn is `messages[known - 1]`, and so on backwards until either list ends. */
function endsAlike(turns: readonly Turn[], messages: readonly Message[], known: number): boolean {
  const length = Math.min(turns.length, known);
  if (length === 0) return false;
  for (let back = 1; back <= length; back += 1) {
    const turn = turns[turns.length - back];
    const message = messages[known - back];
    if (turn?.text !== message?.content || turn?.role !== message?.role) return false;
  }
  return true;
}

function priorMessages(prior: PriorContent): Message[] {
  const list = typeof prior === "string" ? [prior] : (prior ?? []);
  return list
    .map((item): Message => (typeof item === "string" ? { role: "user", content: item } : item))
    .filter((message) => message.content.trim() !== "");
}

function ofTurn({ id, role, text }: Turn): Entry {
  return { role, text, message: null, turn: id };
}

function ofPrior({ role, content }: Message): Entry {
  return { role, text: content, message: null, turn: null };
}
