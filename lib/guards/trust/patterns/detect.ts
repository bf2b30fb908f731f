/** Runs the failure-pattern detectors and turns their signals into one score a pattern. */
import { assertionMap } from "#lib/guards/trust/patterns/assertion";
import { findContradictions } from "#lib/guards/trust/patterns/contradiction";
import { PHRASE_RULES } from "#lib/guards/trust/patterns/phrases";
import { findRepetition } from "#lib/guards/trust/patterns/repetition";
import type { Signal } from "#lib/guards/trust/patterns/signal";
import { findTruncation } from "#lib/guards/trust/patterns/truncation";
import type { TrustPattern } from "#lib/guards/trust/schema";

const MAX_PER_RULE = 20;

export function detectPatterns(text: string): Signal[] {
  return [...findPhrases(text), ...findRepetition(text), ...findTruncation(text), ...findContradictions(text)];
}

function findPhrases(text: string): Signal[] {
  const map = assertionMap(text);
  const looksLikeCode = /[{};][ \t]{0,20}\n|^[ \t]{0,40}(?:def|class|import|function|const|return)\b/m.test(text);
  return PHRASE_RULES.flatMap(({ expression, where, ...rule }) => {
    const signals: Signal[] = [];
    for (const match of text.matchAll(expression)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const fits = where === "any" || (where === "code" ? looksLikeCode || map.isCode(start) : map.isAsserted(start));
      if (fits) signals.push({ ...rule, start, end });
      if (signals.length >= MAX_PER_RULE) break;
    }
    return signals;
  });
}

/** Independent signs add up: 1 − Π(1 − score), with repeats of one detector counting a third. */
export function patternScore(signals: readonly Signal[], pattern: TrustPattern): number {
  const seen = new Set<string>();
  let innocent = 1;
  for (const signal of signals.filter((candidate) => candidate.pattern === pattern)) {
    innocent *= 1 - (seen.has(signal.name) ? signal.score / 3 : signal.score);
    seen.add(signal.name);
  }
  return Math.round((1 - innocent) * 10_000) / 10_000;
}
