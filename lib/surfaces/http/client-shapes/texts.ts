/** The texts that spans of an answer point into, and positions in them as editors count them. */
import type { ProcessRequest } from "#lib/contract/process";
import type { Finding, OffsetUnit } from "#lib/guards/verdict";

/** UTF-16 units, as in the Language Server Protocol. */
export interface Position {
  line: number;
  character: number;
}

export function textsOf({ payload }: ProcessRequest): string[] {
  if (Array.isArray(payload.messages)) {
    return payload.messages.map((message) => String((message as { content?: unknown }).content ?? ""));
  }
  const text = [payload.text, payload.content, payload.output_text].find((value) => typeof value === "string");
  return [typeof text === "string" ? text : ""];
}

export function positionsOf(finding: Finding, texts: string[]): { start: Position; end: Position } {
  const { message, start, end, unit } = finding.span;
  const text = texts[message] ?? "";
  return { start: positionAt(text, utf16(text, start, unit)), end: positionAt(text, utf16(text, end, unit)) };
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const line = before.split("\n").length - 1;
  return { line, character: offset - (before.lastIndexOf("\n") + 1) };
}

function utf16(text: string, offset: number, unit: OffsetUnit): number {
  if (unit === "utf16") return offset;
  if (unit === "utf8") return new TextDecoder().decode(new TextEncoder().encode(text).slice(0, offset)).length;
  return Array.from(text).slice(0, offset).join("").length;
}
