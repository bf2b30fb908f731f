/** Whether an answer is whole: JSON that parses, sentences that end, words that do not loop, one language. */

import { type SchemaError, validateSchema } from "#lib/guards/health/json-schema";
import { identifyLanguage } from "#lib/guards/health/language";
import type { HealthData, HealthOptions } from "#lib/guards/health/schema";
import { splitWords } from "#lib/guards/text/words";

export type Validity = HealthData["validity"];

export function checkValidity(text: string, options: HealthOptions): Validity {
  const parsed = parseJson(text, options.expected_schema !== null && options.expected_schema !== undefined);
  return {
    json: parsed.attempted ? parsed.ok : null,
    schema_errors: schemaErrors(parsed, options.expected_schema),
    truncated: isTruncated(text, options.finish_reason, parsed),
    repetition: repetitionOf(text),
    language: identifyLanguage(text),
  };
}

interface Parsed {
  attempted: boolean;
  ok: boolean;
  value: unknown;
  reason: string;
}

const FENCED = /^```(?:json[c5]?)?[ \t]*\n([\s\S]*?)\n?```\s*$/i;

/** Text that opens like an object or array is meant as JSON, also inside one code fence. */
function parseJson(text: string, expected: boolean): Parsed {
  const trimmed = text.trim();
  const body = FENCED.exec(trimmed)?.[1]?.trim() ?? trimmed.replace(/^```json\s*\n/i, "");
  const attempted = expected || /^\{\s*(?:"|\}|$)|^\[\s*(?:[[{"\-\d\]]|true\b|false\b|null\b|$)/.test(body);
  if (!attempted) return { attempted, ok: false, value: null, reason: "" };
  try {
    return { attempted, ok: true, value: JSON.parse(body), reason: "" };
  } catch (error) {
    return {
      attempted,
      ok: false,
      value: null,
      reason: error instanceof SyntaxError ? "Not valid JSON." : "Cannot be read.",
    };
  }
}

function schemaErrors(parsed: Parsed, schema: HealthOptions["expected_schema"]): SchemaError[] {
  if (schema === null || schema === undefined) return [];
  return parsed.ok ? validateSchema(schema, parsed.value) : [{ path: "", message: parsed.reason }];
}

const ENDED = /[.!?…。！？:;)\]}"'”’»`*_>|]\s*$|\p{Extended_Pictographic}\s*$/u;
/** Words no sentence ends with. */
const DANGLING =
  /(?:^|\s)(?:the|a|an|and|or|but|of|to|in|for|with|that|which|because|is|are|was|were|as|by|from|at|their|your|its|my|der|die|das|und|oder|le|la|les|et|ou|el|los|y|de|,)\s*,?$/iu;
const LONG_ENOUGH = 12;

function isTruncated(text: string, finishReason: string | null | undefined, parsed: Parsed): boolean {
  if (
    finishReason !== null &&
    finishReason !== undefined &&
    /^(?:length|max_tokens|max_output_tokens|incomplete)$/i.test(finishReason)
  )
    return true;
  if (parsed.attempted) return !parsed.ok && hasOpenBracket(text);
  if ((text.match(/^\s{0,3}```/gm)?.length ?? 0) % 2 === 1) return true;
  const trimmed = text.trimEnd();
  if (DANGLING.test(trimmed.slice(-30)) || trimmed.endsWith(",") || trimmed.endsWith(" -"))
    return splitWords(trimmed.slice(-400)).length > 3;
  if (ENDED.test(trimmed.slice(-4))) return false;
  const lastLine = trimmed.slice(trimmed.lastIndexOf("\n") + 1);
  const earlierEnds = /[.!?]["”’)]?\s/.test(trimmed.slice(-2_000));
  return earlierEnds && splitWords(lastLine).length >= LONG_ENOUGH;
}

/** Brackets and strings still open at the end, strings respected. */
function hasOpenBracket(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at];
    if (inString) {
      if (unit === "\\") at += 1;
      else if (unit === '"') inString = false;
    } else if (unit === '"') inString = true;
    else if (unit === "{" || unit === "[") depth += 1;
    else if (unit === "}" || unit === "]") depth -= 1;
  }
  return inString || depth > 0;
}

const SHINGLE = 4;
const FEW_WORDS = 12;

/** Share of four-word sequences that were there before; single letters repeated count by character. */
export function repetitionOf(text: string): number {
  const words = splitWords(text).map((word) => word.text.toLowerCase());
  if (words.length < FEW_WORDS) return longestRun(text);
  const seen = new Set<string>();
  let repeated = 0;
  const total = words.length - SHINGLE + 1;
  for (let at = 0; at < total; at += 1) {
    const shingle = words.slice(at, at + SHINGLE).join(" ");
    if (seen.has(shingle)) repeated += 1;
    seen.add(shingle);
  }
  return Math.round((repeated / total) * 10_000) / 10_000;
}

/** Without words to count: how much of the text is one character again and again. */
function longestRun(text: string): number {
  let longest = 0;
  let run = 0;
  for (let at = 1; at < text.length; at += 1) {
    run = text[at] === text[at - 1] && /\S/.test(text[at] ?? "") ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest < 20 ? 0 : Math.round((longest / text.length) * 10_000) / 10_000;
}
