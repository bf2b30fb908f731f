/** From hits to a verdict: score, risk, action. */
import type { Hit } from "#lib/guards/security/hit";
import type { RiskLevel, ScanType, SecurityData, SecurityOptions, ThreatDetail } from "#lib/guards/security/schema";
import { ScanType as ScanTypes } from "#lib/guards/security/schema";
import type { Action, Severity } from "#lib/guards/verdict";

/** What a certain hit of this severity weighs against a certain attack. */
const WEIGHT: Readonly<Record<Severity, number>> = { info: 0.2, low: 0.4, medium: 0.65, high: 0.9, critical: 1 };
/** Suspicion that is enough when the text also hides something or carries a dangerous link. */
const COMBINED_THRESHOLD = 0.3;

/** Independent threats add up as probabilities do: 1 − Π(1 − p), one factor a scan type. */
export function threatScore(hits: readonly Hit[], injection: number): number {
  const worst = ScanTypes.options.map((scan) =>
    scan === "injection"
      ? injection
      : Math.max(0, ...ofScan(hits, scan).map((hit) => hit.score * WEIGHT[hit.severity])),
  );
  return 1 - worst.reduce((left, risk) => left * (1 - risk), 1);
}

export function riskLevel(hits: readonly Hit[], score: number): RiskLevel {
  if (hits.length === 0) return "none";
  if (score < 0.4) return "low";
  if (score < 0.7) return "medium";
  return score < 0.92 ? "high" : "critical";
}

export function decideAction(hits: readonly Hit[], injection: number, options: SecurityOptions): Action {
  if (hits.some((hit) => hit.scan === "injection")) return "block";
  const suspicious = hits.some((hit) => (hit.scan === "unicode" || hit.scan === "url") && hit.severity !== "low");
  if (suspicious && injection >= COMBINED_THRESHOLD) return "block";
  if (hits.some((hit) => hit.label !== null)) return options.redaction === "none" ? "flag" : "redact";
  return hits.length > 0 ? "flag" : "allow";
}

export function threatDetails(hits: readonly Hit[], injection: number): SecurityData["threat_details"] {
  const detail = (scan: ScanType): ThreatDetail => {
    const own = ofScan(hits, scan);
    const score = scan === "injection" ? injection : Math.max(0, ...own.map((hit) => hit.score));
    return { score: rounded(score), count: own.length, types: [...new Set(own.map((hit) => hit.category))].sort() };
  };
  return {
    injection: detail("injection"),
    pii: detail("pii"),
    secrets: detail("secrets"),
    code: detail("code"),
    url: detail("url"),
    unicode: detail("unicode"),
  };
}

export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function ofScan(hits: readonly Hit[], scan: ScanType): Hit[] {
  return hits.filter((hit) => hit.scan === scan);
}
