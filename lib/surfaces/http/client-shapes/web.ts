/** Ready-made parts for a web page. */
import type { Shape } from "#lib/surfaces/http/client-shapes/shape";

const ALERT_TYPES = { info: "info", low: "info", medium: "warning", high: "error", critical: "error" } as const;

export const web: Shape = ({ data }) => ({
  web_compatible: true,
  ui_components: {
    alerts: data.findings.map((finding) => ({
      type: ALERT_TYPES[finding.severity],
      title: finding.category,
      message: finding.message,
      finding_id: finding.id,
    })),
    cards: [
      { title: "Action", value: data.action },
      { title: "Risk", value: data.score },
      { title: "Confidence", value: data.confidence },
      { title: "Findings", value: data.findings.length },
    ],
    charts: [
      { type: "bar", title: "Findings by severity", data: countBy(data.findings.map((finding) => finding.severity)) },
    ],
    tables: [
      {
        title: "Findings",
        columns: ["id", "category", "severity", "score", "message"],
        rows: data.findings.map(({ id, category, severity, score, message }) => [
          id,
          category,
          severity,
          score,
          message,
        ]),
      },
    ],
  },
  user_feedback: { summary: data.summary, issues: data.issues, recommendations: data.recommendations },
});

function countBy(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
