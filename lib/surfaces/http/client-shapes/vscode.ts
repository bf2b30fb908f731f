/** Diagnostics and quick fixes for the editor plug-in. */
import type { Finding, Severity } from "#lib/guards/verdict";
import type { Shape, Shaped } from "#lib/surfaces/http/client-shapes/shape";
import { positionsOf } from "#lib/surfaces/http/client-shapes/texts";

/** DiagnosticSeverity of the editor: 0 error, 1 warning, 2 information, 3 hint. */
const SEVERITIES: Record<Severity, number> = { critical: 0, high: 0, medium: 1, low: 2, info: 3 };

export const vscode: Shape = (shaped) => ({
  vscode_compatible: true,
  diagnostics: shaped.data.findings.map((finding) => ({
    range: positionsOf(finding, shaped.texts),
    severity: SEVERITIES[finding.severity],
    message: finding.message,
    source: "AI Guardian",
    code: finding.detector,
  })),
  quick_fixes: [...mask(shaped), ...edits(shaped)],
  notifications:
    shaped.data.action === "allow"
      ? []
      : [{ type: shaped.data.action === "block" ? "error" : "warning", message: shaped.data.summary }],
});

/** One fix for each finding that is redacted: put its category in its place. */
function mask({ data, texts }: Shaped) {
  const redactable = data.findings.filter((finding) => /^security\.(pii|secrets?)\./.test(finding.detector));
  return redactable.map((finding) => ({
    title: `Redact ${finding.category}`,
    description: finding.remediation,
    action: "replace",
    range: positionsOf(finding, texts),
    newText: `[${finding.category.toUpperCase().replace(/[^A-Z0-9]+/g, "_")}]`,
  }));
}

interface Edit {
  start: number;
  end: number;
  to: string;
  reason: string;
}

/** The rewordings a guard proposes, as biasguard does. */
function edits({ data, texts, unit }: Shaped) {
  const proposed = Array.isArray(data.edits) ? (data.edits as Edit[]) : [];
  return proposed.map(({ start, end, to, reason }) => ({
    title: `Replace with “${to}”`,
    description: reason,
    action: "replace",
    range: positionsOf({ span: { message: texts.length - 1, start, end, unit } } as Finding, texts),
    newText: to,
  }));
}
