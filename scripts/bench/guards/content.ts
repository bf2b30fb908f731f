import type { Content } from "#lib/guards/content";

/** One message of a user, as every client sends it. */
export function message(text: string): Content {
  return { messages: [{ role: "user", content: text }], targets: [0] };
}
