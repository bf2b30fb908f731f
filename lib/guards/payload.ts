/** Splits a caller's payload into content and options, against the schema of the guard it is for. */
import * as z from "zod";
import { CATALOGUE, type CatalogueEntry } from "#lib/guards/catalogue";
import { type Content, ContentFields, readContent } from "#lib/guards/content";
import type { GuardId } from "#lib/guards/guard";

export interface ReadPayload {
  content: Content;
  options: Record<string, unknown>;
  /** Keys this guard does not know: ignored, but the caller is told. */
  unknownKeys: string[];
}

const ContentPart = z.object(ContentFields);

/**
 * @returns null when there is no text and the guard needs one.
 * @throws {z.ZodError} when a field does not fit the schema.
 */
export function readPayload(guard: GuardId, payload: Record<string, unknown>): ReadPayload | null {
  const facts = CATALOGUE[guard];
  const options = facts.options.parse(payload);
  const content = readContent(ContentPart.parse(withAlias(facts, payload)));
  const known = new Set([...Object.keys(ContentFields), ...Object.keys(facts.options.shape), ...facts.textAliases]);
  const unknownKeys = Object.keys(payload).filter((key) => !known.has(key));
  if (content !== null) return { content, options, unknownKeys };
  return facts.textOptional(options) ? { content: EMPTY, options, unknownKeys } : null;
}

const EMPTY: Content = { messages: [{ role: "user", content: "" }], targets: [0] };

function withAlias(facts: CatalogueEntry, payload: Record<string, unknown>): Record<string, unknown> {
  const alias = facts.textAliases.find((name) => typeof payload[name] === "string");
  return alias === undefined || payload.text !== undefined || payload.content !== undefined
    ? payload
    : { ...payload, text: payload[alias] };
}
