/** Whether an answer has anything to do with what it answers. */
import { termsOf } from "#lib/guards/trust/grounding/terms";
import type { Signal } from "#lib/guards/trust/patterns/signal";

const MIN_ASKED = 6;
const MIN_ANSWER = 25;

export interface Drift {
  /** 0 = on topic; null when there is too little text to tell. */
  score: number | null;
  signals: Signal[];
}

export function findDrift(text: string, input: string): Drift {
  const asked = contentStems(input);
  if (asked.size < MIN_ASKED) return { score: null, signals: [] };
  const answered = contentStems(text);
  if (answered.size < MIN_ANSWER) return { score: null, signals: [] };
  const shared = [...asked].filter((stem) => answered.has(stem)).length;
  const score = Math.max(0, 1 - shared / Math.min(3, asked.size)) * 0.6;
  if (shared > 0) return { score, signals: [] };
  return {
    score,
    signals: [
      {
        pattern: "drift",
        name: "off_topic",
        severity: "low",
        score,
        start: 0,
        end: text.length,
        explanation: "The answer shares no subject with the question.",
        remediation: "Ask again, or check that the answer belongs to this question.",
      },
    ],
  };
}

function contentStems(text: string): Set<string> {
  return new Set(
    termsOf(text)
      .filter((term) => term.kind !== "function")
      .map((term) => term.stem),
  );
}
