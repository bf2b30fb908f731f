/** The exact answer cache: the key of a text, and what a lookup or a store means. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Content } from "#lib/guards/content";
import type { TokenData, TokenEffects, TokenEvidence, TokenOptions } from "#lib/guards/token/schema";

type CacheAnswer = NonNullable<TokenData["cache"]>;

/** @returns SHA-256, hex, of the model and the text; Unicode form, line ends and outer white space do not matter. */
export function cacheKey(text: string, model: string): string {
  const normalised = text.normalize("NFC").replace(/\r\n?/g, "\n").trim();
  return bytesToHex(sha256(utf8ToBytes(`${model.toLowerCase().trim()}\n${normalised}`)));
}

/** What an answer depends on: a single text is itself, a conversation is all of its messages with their roles. */
export function promptText({ messages }: Content): string {
  const [only] = messages;
  if (messages.length === 1 && only !== undefined) return only.content;
  return messages.map(({ role, content }) => `${role}\n${content}`).join("\n\n");
}

/** A hit needs evidence under this very key; its age is null when the service told no time. */
export function lookUp(key: string, evidence: TokenEvidence | undefined): CacheAnswer {
  const cached = evidence?.cached;
  if (!cached || cached.key !== key) {
    return { hit: false, kind: "exact", key, similarity: null, response: null, age_s: null };
  }
  const age = evidence.now_ms === undefined ? null : Math.max(0, (evidence.now_ms - cached.stored_at_ms) / 1000);
  return { hit: true, kind: "exact", key, similarity: 1, response: cached.response, age_s: age };
}

export function storeEffect(key: string, options: TokenOptions): TokenEffects {
  return options.response === null ? {} : { store: { key, response: options.response, ttl_s: options.ttl_s } };
}
