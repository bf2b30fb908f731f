/** Findings of healthguard: which hits are shown, in what words, and what to do about them. */
import type { FindingDraft } from "#lib/guards/guard";
import { GRAVITY } from "#lib/guards/health/rating";
import { healthFacts, type ToxicityCategory } from "#lib/guards/health/schema";
import type { ToxicHit } from "#lib/guards/health/toxicity";
import { CRISIS, type Sign } from "#lib/guards/health/wellness";
import type { Severity } from "#lib/guards/verdict";

/** A hit in one of the messages. */
export type Located<Hit> = Hit & { message: number };

/** Hits weaker than this are not worth showing. */
const SHOWN = 0.4;

export function findingsOf(
  toxic: readonly Located<ToxicHit>[],
  signs: readonly Located<Sign>[],
  threshold: number,
): FindingDraft[] {
  return [
    ...toxic.filter(isShown).map((hit) => toxicFinding(hit, threshold)),
    ...signs.filter(isCrisis).map(crisisFinding),
  ];
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
