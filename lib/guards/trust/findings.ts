/** The examination as findings. */
import type { FindingDraft } from "#lib/guards/guard";
import type { Evidence } from "#lib/guards/trust/constitution/constitute";
import type { Examination } from "#lib/guards/trust/examine";

const VERSION = "1";
const THRESHOLD = 0.5;
/** Per kind; `data` lists them all. */
const MAX_FINDINGS = 200;

export function findingsOf(found: Examination): FindingDraft[] {
  return [...mathFindings(found), ...groundingFindings(found), ...citationFindings(found), ...signalFindings(found)];
}

/** The same facts under the names principles ask for. */
export function evidenceOf(found: Examination): Evidence[] {
  return findingsOf(found).map(({ detector, span, message }) => {
    const [, group = "", name = ""] = detector.split(".");
    const check = ["math", "grounding", "citations"].includes(group) ? group : name;
    return { check, ...span, reason: message };
  });
}

function mathFindings({ math }: Examination): FindingDraft[] {
  return math.errors.slice(0, MAX_FINDINGS).map(({ message, start, end, expression, claimed, actual }) => ({
    detector: "trust.math.wrong_result",
    detectorVersion: VERSION,
    category: "math",
    severity: "high",
    score: 0.9,
    threshold: THRESHOLD,
    span: { message, start, end },
    evidence: `${expression} = ${actual}, not ${claimed}`.slice(0, 200),
    message: "A written calculation has the wrong result.",
    remediation: `The result is ${actual}.`,
  }));
}

function groundingFindings({ grounding }: Examination): FindingDraft[] {
  const claims = grounding?.claims.filter((claim) => !claim.supported) ?? [];
  return claims.map(({ message, start, end, score, reason }) => ({
    detector: "trust.grounding.unsupported_claim",
    detectorVersion: VERSION,
    category: "grounding",
    severity: score < 0.2 ? "high" : "medium",
    score: 1 - score,
    threshold: THRESHOLD,
    span: { message, start, end },
    evidence: reason,
    message: "A statement is not supported by the sources.",
    remediation: "Remove it, or give a source that supports it.",
  }));
}

function citationFindings({ citations }: Examination): FindingDraft[] {
  return citations.suspicious.slice(0, MAX_FINDINGS).map(({ message, start, end, kind, reason }) => ({
    detector: `trust.citations.${kind}`,
    detectorVersion: VERSION,
    category: "hallucination",
    severity: "medium",
    score: 0.7,
    threshold: THRESHOLD,
    span: { message, start, end },
    evidence: reason,
    message: "A citation cannot be right.",
    remediation: "Look the reference up, or remove it.",
  }));
}

function signalFindings({ signals }: Examination): FindingDraft[] {
  return signals.map(({ pattern, name, severity, score, explanation, remediation, start, end, message }) => ({
    detector: `trust.${pattern}.${name}`,
    detectorVersion: VERSION,
    category: pattern,
    severity,
    score,
    threshold: 0.2,
    span: { message, start, end },
    evidence: `${name.replaceAll("_", " ")}, ${end - start} characters`,
    message: explanation,
    remediation,
  }));
}
