/** healthguard: is the text fit to be read, is its writer well, is the answer whole, are the samples clean. */
import { type Content, targetText } from "#lib/guards/content";
import { type Assessment, defineGuard, type FindingDraft, type GuardInput } from "#lib/guards/guard";
import { appropriatenessOf } from "#lib/guards/health/appropriateness";
import { resourcesFor } from "#lib/guards/health/crisis-resources";
import { checkSamples } from "#lib/guards/health/samples";
import {
  type HealthData,
  type HealthOptions,
  healthFacts,
  TOXICITY_CATEGORIES,
  type ToxicityCategory,
} from "#lib/guards/health/schema";
import { findToxicity, type ToxicHit } from "#lib/guards/health/toxicity";
import { checkValidity } from "#lib/guards/health/validity";
import { CRISIS, findSigns, findUrging, indicatorsOf, type Sign } from "#lib/guards/health/wellness";
import { normalise } from "#lib/guards/text/normalise";
import type { Severity } from "#lib/guards/verdict";

export const health = defineGuard({ ...healthFacts, assess });

type Located<Hit> = Hit & { message: number };

interface Read {
  toxic: Located<ToxicHit>[];
  signs: Located<Sign>[];
}

function assess({ content, options }: GuardInput<HealthOptions, unknown>): Assessment<HealthData> {
  const { toxic, signs } = read(content);
  const { text } = targetText(content);
  const toxicity = toxicityOf(toxic);
  const wellness = indicatorsOf(signs);
  const crisis = wellness.self_harm >= CRISIS;
  const validity = checkValidity(text, options);
  const samples = checkSamples(options.samples);
  const risk = toxicRisk(toxicity);
  const fault = faultOf(validity, samples);
  const score = Math.max(risk, crisis ? wellness.self_harm : wellness.self_harm * 0.5, fault);
  const flagged = score >= options.sensitivity_threshold && score > 0;
  return {
    action: flagged ? (risk >= BLOCK ? "block" : "flag") : "allow",
    flagged,
    score,
    confidence: Math.min(0.99, 0.5 + Math.abs(score - options.sensitivity_threshold)),
    summary: summaryOf(crisis, risk, options.sensitivity_threshold, fault),
    recommendations: recommendationsOf(crisis, risk, validity, samples),
    findings: [
      ...toxic.filter(isShown).map((hit) => toxicFinding(hit, options.sensitivity_threshold)),
      ...signs.filter(isCrisis).map(crisisFinding),
    ],
    data: {
      health_score: rounded(1 - score),
      safety_status: risk >= BLOCK ? "unsafe" : flagged ? "caution" : "safe",
      toxicity_level: levelOf(risk),
      toxicity,
      appropriateness: appropriatenessOf(toxicity, options.audience),
      wellness_indicators: wellness,
      crisis: { detected: crisis, resources: crisis ? resourcesFor(options.locale) : [] },
      validity,
      samples,
    },
  };
}

/** Toxicity from which a text should not be passed on. */
const BLOCK = 0.85;
const SHOWN = 0.4;

function read(content: Content): Read {
  const toxic: Located<ToxicHit>[] = [];
  const signs: Located<Sign>[] = [];
  for (const message of content.targets) {
    const plain = normalise(content.messages[message]?.content ?? "");
    const place = <Hit extends { start: number; end: number }>(hit: Hit) => ({
      ...hit,
      ...plain.toOriginal(hit.start, hit.end),
      message,
    });
    toxic.push(...[...findToxicity(plain.text), ...findUrging(plain.text)].map(place));
    signs.push(...findSigns(plain.text).map(place));
  }
  return { toxic, signs };
}

/** The strongest hit of each kind, a little more when there are several. */
function toxicityOf(hits: readonly ToxicHit[]): Record<ToxicityCategory, number> {
  const entries = TOXICITY_CATEGORIES.map((category) => {
    const scores = hits.filter((hit) => hit.category === category).map((hit) => hit.score);
    const best = scores.reduce((left, right) => Math.max(left, right), 0);
    return [category, rounded(best + (1 - best) * Math.min(0.3, 0.08 * Math.max(0, scores.length - 1)))];
  });
  return Object.fromEntries(entries) as Record<ToxicityCategory, number>;
}

/** How much each kind counts: swearing offends, hate and threats harm. */
const GRAVITY: Readonly<Record<ToxicityCategory, number>> = {
  hate: 1,
  harassment: 1,
  violence: 1,
  sexual: 0.85,
  self_harm: 1,
  profanity: 0.75,
};

function toxicRisk(toxicity: Readonly<Record<ToxicityCategory, number>>): number {
  return Math.max(...TOXICITY_CATEGORIES.map((category) => toxicity[category] * GRAVITY[category]));
}

function levelOf(risk: number): HealthData["toxicity_level"] {
  if (risk >= 0.75) return "high";
  if (risk >= 0.5) return "medium";
  return risk >= 0.2 ? "low" : "none";
}

/** What is wrong with the answer or the samples, as risk. */
function faultOf(validity: HealthData["validity"], samples: HealthData["samples"]): number {
  const poisoned = samples.filter((sample) => sample.is_poisoned).map((sample) => sample.confidence);
  return Math.max(
    0,
    ...poisoned,
    validity.schema_errors.length > 0 ? 0.7 : 0,
    validity.json === false ? 0.55 : 0,
    validity.repetition > 0.5 ? validity.repetition : 0,
    validity.truncated ? 0.3 : 0,
  );
}

function isShown(hit: ToxicHit): boolean {
  return hit.score * GRAVITY[hit.category] >= SHOWN;
}

function isCrisis(sign: Sign): boolean {
  return sign.indicator === "self_harm" && sign.score >= CRISIS;
}

const MESSAGE: Readonly<Record<ToxicityCategory, string>> = {
  hate: "Attacks a group of people.",
  harassment: "Insults or harasses somebody.",
  violence: "Threatens or calls for violence.",
  sexual: "Has explicit sexual content.",
  self_harm: "Urges somebody to harm themselves.",
  profanity: "Uses strong language.",
};

function toxicFinding(hit: Located<ToxicHit>, threshold: number): FindingDraft {
  return {
    detector: `health.toxicity.${hit.category}`,
    detectorVersion: healthFacts.version,
    category: hit.category,
    severity: severityOf(hit.score * GRAVITY[hit.category]),
    score: hit.score * GRAVITY[hit.category],
    threshold,
    span: { message: hit.message, start: hit.start, end: hit.end },
    evidence: `${hit.end - hit.start} characters (${hit.category})`,
    message: MESSAGE[hit.category],
    remediation: hit.category === "profanity" ? "Choose a milder word." : "Remove it or put it respectfully.",
  };
}

function crisisFinding(sign: Located<Sign>): FindingDraft {
  return {
    detector: "health.wellness.crisis",
    detectorVersion: healthFacts.version,
    category: "self_harm",
    severity: "critical",
    score: sign.score,
    threshold: CRISIS,
    span: { message: sign.message, start: sign.start, end: sign.end },
    evidence: "words of a person who may be in crisis",
    message: "Somebody may be in danger of harming themselves.",
    remediation: "Answer with care and offer the crisis resources; do not block the person.",
  };
}

function severityOf(score: number): Severity {
  if (score >= 0.9) return "critical";
  if (score >= 0.75) return "high";
  return score >= 0.55 ? "medium" : "low";
}

function summaryOf(crisis: boolean, risk: number, threshold: number, fault: number): string {
  if (crisis) return "The writer may be in crisis: offer help.";
  if (risk >= threshold && risk > 0) return `Toxicity is ${levelOf(risk)}.`;
  return fault >= threshold && fault > 0 ? "The answer or a sample is not sound." : "Nothing unhealthy found.";
}

function recommendationsOf(
  crisis: boolean,
  risk: number,
  validity: HealthData["validity"],
  samples: HealthData["samples"],
): string[] {
  const advice: string[] = [];
  if (crisis) advice.push("Answer kindly, take it seriously and offer the crisis resources.");
  if (risk >= 0.5) advice.push("Soften or remove the toxic passages.");
  if (validity.schema_errors.length > 0 || validity.json === false) advice.push("Ask the model again for valid JSON.");
  if (validity.truncated) advice.push("Ask the model to finish its answer.");
  if (validity.repetition > 0.5) advice.push("Cut the repeated part or ask again.");
  if (samples.some((sample) => sample.is_poisoned))
    advice.push("Take the poisoned samples out and check where they came from.");
  return advice;
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
