/** What a detector of bias reports, and how several reports make one score. */
import type { BiasCategory } from "#lib/guards/bias/schema";
import type { Unit } from "#lib/guards/bias/shape";
import type { Stance } from "#lib/guards/bias/stance";
import type { Severity } from "#lib/guards/verdict";

export interface BiasHit {
  detector: string;
  category: BiasCategory;
  severity: Severity;
  score: number;
  explanation: string;
  start: number;
  end: number;
}

/** @param category where it is known; else that of the first group named. */
export function hitOf(
  detector: string,
  units: readonly Unit[],
  score: number,
  explanation: string,
  span: { start: number; end: number },
  stance: Stance = "asserted",
  category = units.flatMap((unit) => unit.categories)[0] ?? "gender",
): BiasHit {
  return {
    detector,
    category,
    severity: severityOf(score),
    score,
    explanation: stance === "asserted" ? explanation : `${explanation.slice(0, -1)} (${stance}, not asserted).`,
    start: span.start,
    end: span.end,
  };
}

function severityOf(score: number): Severity {
  if (score >= 0.9) return "critical";
  if (score >= 0.75) return "high";
  if (score >= 0.6) return "medium";
  return score >= 0.4 ? "low" : "info";
}

/** Noisy-or of the strongest hit of each detector: several kinds of evidence add up, repetition does not. */
export function scoreOf(hits: readonly BiasHit[]): number {
  const best = new Map<string, number>();
  for (const { detector, score } of hits) best.set(detector, Math.max(best.get(detector) ?? 0, score));
  const kept = [...best.values()].sort((left, right) => right - left);
  return Math.min(1, (kept[0] ?? 0) + (1 - (kept[0] ?? 0)) * Math.min(0.5, (kept[1] ?? 0) * 0.25));
}
