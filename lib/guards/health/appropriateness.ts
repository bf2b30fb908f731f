/** Whom a text is fit for, from its toxicity. */
import {
  AUDIENCES,
  type Audience,
  type HealthData,
  TOXICITY_CATEGORIES,
  type ToxicityCategory,
} from "#lib/guards/health/schema";

type Tolerance = Readonly<Record<ToxicityCategory, number>>;

/** Toxicity each audience puts up with before the text is unsuitable. */
const TOLERANCE: Readonly<Record<Audience, Tolerance>> = {
  children: { hate: 0.2, harassment: 0.2, violence: 0.2, sexual: 0.1, self_harm: 0.1, profanity: 0.2 },
  teens: { hate: 0.3, harassment: 0.35, violence: 0.4, sexual: 0.3, self_harm: 0.2, profanity: 0.5 },
  general: { hate: 0.4, harassment: 0.5, violence: 0.5, sexual: 0.5, self_harm: 0.3, profanity: 0.6 },
  professional: { hate: 0.3, harassment: 0.3, violence: 0.5, sexual: 0.25, self_harm: 0.3, profanity: 0.25 },
  adults: { hate: 0.5, harassment: 0.6, violence: 0.6, sexual: 0.9, self_harm: 0.4, profanity: 0.95 },
};

const SUITABLE = 0.5;

export function appropriatenessOf(
  toxicity: Readonly<Record<ToxicityCategory, number>>,
  audience: Audience,
): HealthData["appropriateness"] {
  const entries = AUDIENCES.map((name) => [name, fitness(toxicity, TOLERANCE[name])]);
  const byAudience = Object.fromEntries(entries) as Record<Audience, number>;
  const score = byAudience[audience];
  return { audience, suitable: score > SUITABLE, score, by_audience: byAudience };
}

/** 1 without toxicity, one half at the audience's tolerance, falling to 0 above it. */
function fitness(toxicity: Readonly<Record<ToxicityCategory, number>>, tolerance: Tolerance): number {
  const worst = Math.max(...TOXICITY_CATEGORIES.map((category) => toxicity[category] / (2 * tolerance[category])));
  return Math.round(Math.max(0, 1 - worst) * 10_000) / 10_000;
}
