/** Signs that an answer was cut off. */
import type { Signal } from "#lib/guards/trust/patterns/signal";

const MIN_LENGTH = 120;
const DANGLING = /(?:,|\b(?:and|or|the|a|an|of|to|in|with|for|by|that|which|because|but|from|is|are|was))$/i;

export function findTruncation(text: string): Signal[] {
  const body = text.trimEnd();
  const fences = body.match(/^```/gm)?.length ?? 0;
  if (fences % 2 === 1) return [truncated("open_code_block", body.lastIndexOf("```"), body.length, 0.6)];
  if (body.length < MIN_LENGTH) return [];
  const start = body.lastIndexOf("\n") + 1;
  const line = body.slice(start);
  const isProse = line.split(" ").length >= 4 && !/^(?:[|#>-]|\d+[.)])/.test(line);
  if (!isProse || /```$/.test(body)) return [];
  return DANGLING.test(line) ? [truncated("cut_off", Math.max(start, body.length - 60), body.length, 0.5)] : [];
}

function truncated(name: string, start: number, end: number, score: number): Signal {
  return {
    pattern: "stub_syndrome",
    name,
    severity: "low",
    score,
    start,
    end,
    explanation: "The text seems to be cut off.",
    remediation: "Ask for the rest or raise the output limit.",
  };
}
