/** Trust guard: can this answer be relied on? */
import { type Assessment, defineGuard, type FindingDraft, type GuardInput } from "#lib/guards/guard";
import { constitute } from "#lib/guards/trust/constitution/constitute";
import { type Examination, examine } from "#lib/guards/trust/examine";
import { evidenceOf, findingsOf } from "#lib/guards/trust/findings";
import { MAX_CLAIMS } from "#lib/guards/trust/grounding/claims";
import { patternScore } from "#lib/guards/trust/patterns/detect";
import {
  type Assessed,
  type TrustData,
  type TrustOptions,
  type TrustPattern,
  trustFacts,
} from "#lib/guards/trust/schema";
import { riskLevel, round, scoreTrust, type TrustEvidence, type TrustScore } from "#lib/guards/trust/score";

export const trust = defineGuard({ ...trustFacts, assess });

function assess({ content, options }: GuardInput<TrustOptions, never>): Assessment<TrustData> {
  const found = examine(content, options);
  const findings = findingsOf(found);
  const patterns = scorePatterns(found, options);
  const scored = scoreTrust(evidenceFor(found, patterns));
  const flagged = scored.trust < options.trust_threshold || findings.some((finding) => isGrave(finding.severity));
  const [low, high] = scored.interval;
  return {
    action: flagged ? "flag" : "allow",
    flagged,
    score: 1 - scored.trust,
    confidence: 1 - (high - low),
    summary: summarise(found, findings),
    recommendations: [...new Set(findings.map((finding) => finding.remediation))].slice(0, 10),
    findings,
    warnings: found.grounding?.claims.length === MAX_CLAIMS ? [`Only ${MAX_CLAIMS} statements were compared`] : [],
    data: dataOf(found, options, patterns, scored),
  };
}

function evidenceFor(found: Examination, patterns: TrustData["pattern_detections"]): TrustEvidence {
  const grave = found.signals.filter((signal) => isGrave(signal.severity)).map((signal) => signal.score);
  const further = [strongest(found, "contradiction"), strongest(found, "prompt_leakage")];
  return {
    grounding: found.grounding,
    math: { checked: found.math.checked, errors: found.math.errors.length },
    citations: { checked: found.citations.checked, suspicious: found.citations.suspicious.length },
    patternRisk: Math.max(...Object.values(patterns), ...further),
    gravest: Math.max(0, ...grave),
  };
}

function dataOf(
  found: Examination,
  options: TrustOptions,
  patterns: TrustData["pattern_detections"],
  { trust: trustScore, interval, reliability }: TrustScore,
): TrustData {
  const validation = validate(found, patterns, options);
  return {
    trust_score: trustScore,
    overall_score: overallScore(validation, found, trustScore),
    reliability,
    risk_level: riskLevel(1 - trustScore),
    pattern_detections: patterns,
    failure_patterns: found.signals.map(({ severity: _, explanation: __, remediation: ___, ...pattern }) => pattern),
    grounding: found.grounding,
    math: found.math,
    citations: found.citations,
    constitution: constitute(options, found.text, found.message, evidenceOf(found)),
    validation_results: validation,
    confidence_interval: interval,
  };
}

function isGrave(severity: FindingDraft["severity"]): boolean {
  return severity === "medium" || severity === "high" || severity === "critical";
}

/** Wrong sums, impossible citations and unsupported statements are hallucinations too. */
function scorePatterns(found: Examination, options: TrustOptions): TrustData["pattern_detections"] {
  const score = (pattern: TrustPattern) =>
    options.patterns.includes(pattern) ? patternScore(found.signals, pattern) : 0;
  const invented = 1 - 0.5 ** Math.min(4, found.citations.suspicious.length + found.math.errors.length);
  const unsupported = found.grounding === null || found.grounding.score >= 0.5 ? 0 : 1 - found.grounding.score;
  const hallucination = 1 - (1 - score("hallucination")) * (1 - invented) * (1 - unsupported);
  return {
    hallucination: options.patterns.includes("hallucination") ? round(hallucination) : 0,
    drift: options.patterns.includes("drift") ? round(Math.max(found.drift ?? 0, score("drift"))) : 0,
    bias: score("bias"),
    deception: score("deception"),
    security_theater: score("security_theater"),
    duplication: score("duplication"),
    stub_syndrome: score("stub_syndrome"),
  };
}

function strongest(found: Examination, pattern: string): number {
  return Math.max(0, ...found.signals.filter((signal) => signal.pattern === pattern).map((signal) => signal.score));
}

function validate(
  found: Examination,
  patterns: TrustData["pattern_detections"],
  options: TrustOptions,
): TrustData["validation_results"] {
  const { grounding, citations, math } = found;
  const sums = math.checked === 0 ? 1 : 1 - math.errors.length / math.checked;
  const hasSentences = /[.!?。\n]\s{0,4}\S/.test(found.text);
  const inconsistent = Math.max(patterns.duplication, strongest(found, "contradiction"));
  return {
    factual_accuracy: grounding === null ? "not_assessed" : round(Math.min(grounding.score, sums)),
    source_credibility:
      citations.checked === 0 ? "not_assessed" : round(1 - citations.suspicious.length / citations.checked),
    consistency: hasSentences ? round(1 - inconsistent) : "not_assessed",
    bias_detection: options.patterns.includes("bias") ? round(1 - patterns.bias) : "not_assessed",
  };
}

/** Mean of the parts that were assessed, arithmetic included. */
function overallScore(validation: TrustData["validation_results"], found: Examination, trustScore: number): number {
  const parts: Assessed[] = Object.values(validation);
  if (found.math.checked > 0) parts.push(1 - found.math.errors.length / found.math.checked);
  const numbers = [...parts.filter((part) => part !== "not_assessed"), trustScore];
  return round(numbers.reduce((sum, part) => sum + part, 0) / numbers.length);
}

function summarise(found: Examination, findings: readonly FindingDraft[]): string {
  const checks = [
    found.grounding === null
      ? null
      : `${found.grounding.claims.length} statements against ${found.grounding.documents} sources`,
    found.math.checked === 0 ? null : `${found.math.checked} calculations`,
    found.citations.checked === 0 ? null : `${found.citations.checked} citations`,
    "wording",
  ].filter((check) => check !== null);
  const result = findings.length === 0 ? "nothing wrong found" : `${findings.length} problems found`;
  return `Checked ${checks.join(", ")}: ${result}.`;
}
