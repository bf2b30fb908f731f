/** From evidence to trust: a Beta posterior, capped by hard faults, with an interval as wide as the evidence is thin. */
import type { Grounding, TrustData } from "#lib/guards/trust/schema";

/**
 * Share of answers without a human-marked hallucination among open-domain model answers (HaluEval
 * general data: 3,692 of 4,507), worth this many observations.
 */
const PRIOR = { mean: 0.82, strength: 3 };
/** An answer with such a fault earns no more trust than this, however much else is right. */
const CAPS = { math: 0.45, citation: 0.55 };
const MAX_CLAIM_WEIGHT = 20;

export interface TrustEvidence {
  grounding: Grounding | null;
  math: { checked: number; errors: number };
  citations: { checked: number; suspicious: number };
  /** Risk of the strongest failure patterns, 0 to 1. */
  patternRisk: number;
  /** Highest risk of a finding that is wrong by itself, 0 to 1. */
  gravest: number;
}

export interface TrustScore {
  trust: number;
  interval: [number, number];
  reliability: TrustData["reliability"];
}

export function scoreTrust(evidence: TrustEvidence): TrustScore {
  const observed = observations(evidence);
  const weight = PRIOR.strength + observed.reduce((sum, item) => sum + item.weight, 0);
  const kept = PRIOR.mean * PRIOR.strength + observed.reduce((sum, item) => sum + item.weight * item.kept, 0);
  const trust = Math.min(kept / weight, cap(evidence));
  const interval = wilson(trust, weight);
  const width = interval[1] - interval[0];
  return { trust: round(trust), interval, reliability: width < 0.3 ? "high" : width < 0.5 ? "medium" : "low" };
}

/** What was seen, and which share of it was in order. Unassessed parts add nothing. */
function observations(evidence: TrustEvidence): { weight: number; kept: number }[] {
  const { grounding, math, citations } = evidence;
  const observed = [{ weight: 1, kept: 1 - evidence.patternRisk }];
  if (grounding !== null)
    observed.push({ weight: Math.min(MAX_CLAIM_WEIGHT, grounding.claims.length + 2), kept: grounding.score });
  if (math.checked > 0)
    observed.push({ weight: Math.min(MAX_CLAIM_WEIGHT, math.checked), kept: 1 - math.errors / math.checked });
  if (citations.checked > 0) {
    observed.push({ weight: Math.min(5, citations.checked / 2), kept: 1 - citations.suspicious / citations.checked });
  }
  return observed;
}

function cap(evidence: TrustEvidence): number {
  const caps = [1 - evidence.gravest * 0.7];
  if (evidence.math.errors > 0) caps.push(CAPS.math);
  if (evidence.citations.suspicious > 0) caps.push(CAPS.citation);
  if (evidence.grounding !== null && evidence.grounding.score < 0.5) caps.push(evidence.grounding.score);
  return Math.min(...caps);
}

/** Wilson score interval at 95 % for a share `mean` of `count` observations (Wilson 1927). */
export function wilson(mean: number, count: number): [number, number] {
  const z = 1.96;
  const scale = 1 + (z * z) / count;
  const centre = (mean + (z * z) / (2 * count)) / scale;
  const half = (z * Math.sqrt((mean * (1 - mean)) / count + (z * z) / (4 * count * count))) / scale;
  return [round(Math.max(0, centre - half)), round(Math.min(1, centre + half))];
}

/** @param risk 0 to 1 */
export function riskLevel(risk: number): TrustData["risk_level"] {
  const levels = [
    [0.25, "none"],
    [0.4, "low"],
    [0.6, "medium"],
    [0.8, "high"],
  ] as const;
  return levels.find(([limit]) => risk < limit)?.[1] ?? "critical";
}

export function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
