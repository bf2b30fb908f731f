/** For programs: the verdict once more, sorted into analysis, metrics and scores. */
import type { Shape } from "#lib/surfaces/http/client-shapes/shape";

export const api: Shape = ({ data }) => ({
  api_compatible: true,
  raw_data: data,
  structured_output: {
    analysis: { action: data.action, flagged: data.flagged, summary: data.summary, issues: data.issues },
    metrics: { findings: data.findings.length, scanned: data.coverage.scanned, total: data.coverage.total },
    confidence_scores: { overall: data.confidence, risk: data.score },
  },
});
