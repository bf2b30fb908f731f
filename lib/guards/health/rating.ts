/** How toxic a text is as a whole: each kind by its strongest hit, the risk by how much harm the kind does. */
import { type HealthData, TOXICITY_CATEGORIES, type ToxicityCategory } from "#lib/guards/health/schema";
import type { ToxicHit } from "#lib/guards/health/toxicity";

type Toxicity = Readonly<Record<ToxicityCategory, number>>;

/** The strongest hit of each kind, a little more when there are several. */
export function toxicityOf(hits: readonly ToxicHit[]): Record<ToxicityCategory, number> {
  const entries = TOXICITY_CATEGORIES.map((category) => {
    const scores = hits.filter((hit) => hit.category === category).map((hit) => hit.score);
    const best = scores.reduce((left, right) => Math.max(left, right), 0);
    return [category, rounded(best + (1 - best) * Math.min(0.3, 0.08 * Math.max(0, scores.length - 1)))];
  });
  return Object.fromEntries(entries) as Record<ToxicityCategory, number>;
}

/** How much each kind counts: swearing offends, hate and threats harm. */
export const GRAVITY: Readonly<Record<ToxicityCategory, number>> = {
  hate: 1,
  harassment: 1,
  violence: 1,
  sexual: 0.85,
  self_harm: 1,
  profanity: 0.75,
};

export function toxicRisk(toxicity: Toxicity): number {
  return Math.max(...TOXICITY_CATEGORIES.map((category) => toxicity[category] * GRAVITY[category]));
}

export function levelOf(risk: number): HealthData["toxicity_level"] {
  if (risk >= 0.75) return "high";
  if (risk >= 0.5) return "medium";
  return risk >= 0.2 ? "low" : "none";
}

export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
