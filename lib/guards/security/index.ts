/** Security guard: injection, personal data, secrets, unsafe code, links and hidden text in one pass. */
import type { Content } from "#lib/guards/content";
import { type Assessment, defineGuard, type FindingDraft, type GuardInput } from "#lib/guards/guard";
import { allowList } from "#lib/guards/security/allow";
import { decideAction, riskLevel, rounded, threatDetails, threatScore } from "#lib/guards/security/decide";
import type { Hit } from "#lib/guards/security/hit";
import { redact, replacer } from "#lib/guards/security/redact";
import { type MessageScan, scanMessage } from "#lib/guards/security/scan";
import {
  type ScanType,
  type SecurityData,
  type SecurityEffects,
  type SecurityEvidence,
  type SecurityOptions,
  securityFacts,
} from "#lib/guards/security/schema";

interface TargetScan extends MessageScan {
  message: number;
}

function assess({
  content,
  options,
  evidence,
}: GuardInput<SecurityOptions, SecurityEvidence>): Assessment<SecurityData> {
  const allowed = allowList(options.allow);
  const scans = content.targets.map((message) => ({
    message,
    ...scanMessage(messageAt(content, message), options, allowed),
  }));
  const hits = scans.flatMap((scan) => scan.hits);
  const injection = Math.max(0, ...scans.map((scan) => scan.injection));
  const score = threatScore(hits, injection);
  const action = decideAction(hits, injection, options);
  const redacted = redactLast(content, scans, options, evidence);
  return {
    action,
    flagged: action !== "allow",
    score,
    confidence: hits.length > 0 ? Math.max(...hits.map((hit) => hit.score)) : 1 - score,
    summary: summarise(hits),
    recommendations: [...new Set(hits.map((hit) => hit.remediation))],
    findings: scans.flatMap(({ message, hits: own }) => own.map((hit) => toFinding(hit, message))),
    degraded: redacted.degraded,
    data: {
      threats_detected: hits.length > 0,
      threat_score: rounded(score),
      threat_types: [...new Set(hits.map((hit) => hit.scan))].sort(),
      threat_details: threatDetails(hits, injection),
      risk_level: riskLevel(hits, score),
      redacted_text: redacted.text,
      vault_id: redacted.effects === null ? null : (evidence?.vault_id ?? null),
      decoded: scans.flatMap(({ message, decoded }) => decoded.map((view) => ({ message, ...view }))),
    },
    ...(redacted.text === null ? {} : { safeText: redacted.text }),
    ...(redacted.effects === null ? {} : { effects: redacted.effects }),
  };
}

interface Redacted {
  text: string | null;
  effects: SecurityEffects | null;
  degraded: string[];
}

/** The last of the targeted messages is the one that goes on. */
function redactLast(
  content: Content,
  scans: TargetScan[],
  options: SecurityOptions,
  evidence: SecurityEvidence | undefined,
): Redacted {
  const last = scans.at(-1);
  if (options.redaction === "none" || last === undefined) return { text: null, effects: null, degraded: [] };
  const original = messageAt(content, last.message).content;
  const chosen = replacer(options.redaction, evidence?.hash_key, original);
  const text = redact(original, last.hits, chosen);
  const keyless = options.redaction === "hash" && evidence?.hash_key === undefined && text !== null;
  return {
    text: text === original ? null : text,
    effects: Object.keys(chosen.entries).length > 0 ? { vault: { entries: chosen.entries } } : null,
    degraded: keyless ? ["redaction: no hash key was available, so the kind was written instead of a digest"] : [],
  };
}

function messageAt(content: Content, index: number): Content["messages"][number] {
  return content.messages[index] ?? { role: "user", content: "" };
}

function toFinding(hit: Hit, message: number): FindingDraft {
  const { detector, category, severity, score, threshold, evidence, remediation } = hit;
  return {
    detector,
    detectorVersion: securityFacts.version,
    category,
    severity,
    score,
    threshold,
    span: { message, start: hit.start, end: hit.end },
    evidence,
    message: hit.message,
    remediation,
  };
}

const NAMES: Readonly<Record<ScanType, string>> = {
  injection: "prompt injection",
  pii: "personal data",
  secrets: "secrets",
  code: "unsafe code",
  url: "dangerous links",
  unicode: "hidden text",
};

function summarise(hits: readonly Hit[]): string {
  if (hits.length === 0) return "No threats found.";
  const kinds = [...new Set(hits.map((hit) => hit.scan))].map((scan) => NAMES[scan]);
  return `Found ${kinds.length > 1 ? `${kinds.slice(0, -1).join(", ")} and ${kinds.at(-1)}` : kinds[0]}.`;
}

export const security = defineGuard({ ...securityFacts, assess });
