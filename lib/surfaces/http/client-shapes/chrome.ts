/** What the browser extension shows: badge, popup, highlights in the page. */
import type { Shape } from "#lib/surfaces/http/client-shapes/shape";

const BADGES = { allow: "OK", flag: "!", redact: "!!", block: "STOP" } as const;
const COLOURS = { info: "#8ab4f8", low: "#fdd663", medium: "#fcad70", high: "#f28b82", critical: "#d93025" } as const;

export const chrome: Shape = ({ data }) => ({
  chrome_compatible: true,
  badge_text: BADGES[data.action],
  popup_data: {
    summary: data.summary,
    issues: data.issues,
    recommendations: data.recommendations,
    confidence: data.confidence,
    ...("bias_score" in data ? { bias_score: data.bias_score } : {}),
  },
  content_script_data: {
    highlights: data.findings.map(({ id, span, severity }) => ({ id, ...span, severity, color: COLOURS[severity] })),
    tooltips: data.findings.map(({ id, message, remediation }) => ({ id, text: `${message} ${remediation}` })),
    overlay_data: { action: data.action, score: data.score, summary: data.summary },
  },
});
