/** Links that run code, carry credentials, pretend to be another host, or point inside the network. */
import type { Hit, ScanContext } from "#lib/guards/security/hit";
import { CONFUSABLES } from "#lib/guards/text/confusables";
import { mask } from "#lib/guards/text/mask";
import { type Pattern, patternFinder } from "#lib/guards/text/match";
import type { Severity } from "#lib/guards/verdict";

const THRESHOLD = 0.5;

interface Threat {
  category: string;
  severity: Severity;
  score: number;
  message: string;
}

const THREATS = {
  script: { category: "script_url", severity: "high", score: 0.85, message: "A link runs a script when it is opened." },
  data: {
    category: "data_url",
    severity: "high",
    score: 0.8,
    message: "A link carries an executable document in itself.",
  },
  credentials: {
    category: "credentials_in_url",
    severity: "high",
    score: 0.8,
    message: "A link carries a user name and password.",
  },
  metadata: {
    category: "metadata_address",
    severity: "high",
    score: 0.9,
    message: "A link points at a cloud metadata service.",
  },
  internal: {
    category: "private_address",
    severity: "low",
    score: 0.55,
    message: "A link points at a private or local address.",
  },
  homograph: {
    category: "homograph_host",
    severity: "high",
    score: 0.85,
    message: "A host name mixes lookalike letters of several scripts.",
  },
  disguised: {
    category: "obfuscated_address",
    severity: "high",
    score: 0.8,
    message: "A link hides its address behind an unusual number form.",
  },
} as const satisfies Record<string, Threat>;

export const URL_PATTERNS: readonly Pattern<"script" | "data" | "web">[] = [
  { value: "script", literals: ["script:"], pattern: /(?<![\w-])(?:java|vb)script:(?=\s{0,5}[^\s"'<>]{0,200}[(=`])/i },
  {
    value: "data",
    literals: ["data:"],
    pattern:
      /(?<![\w-])data:(?:text\/html|application\/(?:xhtml\+xml|javascript|x-javascript)|text\/javascript|image\/svg\+xml)[;,][^\s"'<>)]{1,2000}/i,
  },
  { value: "web", literals: ["://"], pattern: /(?<![\w+-])(?:https?|ftp|wss?):\/\/[^\s"'<>`{}|\\^[\]]{1,2000}/i },
];

const find = patternFinder(URL_PATTERNS);

export function detectUrls(text: string, _context: Pick<ScanContext, "strict">): Hit[] {
  return find(text).flatMap(({ value, match, start, end }) => {
    const threat = value === "web" ? webThreat(match[0]) : THREATS[value];
    return threat === null ? [] : [toHit(threat, text, start, end)];
  });
}

function webThreat(link: string): Threat | null {
  const authority = /^[a-z]+:\/\/([^/?#]*)/i.exec(link)?.[1] ?? "";
  const at = authority.lastIndexOf("@");
  const host = authority
    .slice(at + 1)
    .replace(/:\d{1,5}$/, "")
    .toLowerCase();
  if (at > 0 && /^[^:]+:[^:]+$/.test(authority.slice(0, at))) return THREATS.credentials;
  if (at > 0 && /\w\.\w{2,}/.test(authority.slice(0, at))) return THREATS.disguised;
  return hostThreat(host);
}

const METADATA = /^(?:169\.254\.169\.254|metadata\.google\.internal|100\.100\.100\.200|169\.254\.170\.2)$/;
const PRIVATE = /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|0\.0\.0\.0)/;

function hostThreat(host: string): Threat | null {
  if (METADATA.test(host)) return THREATS.metadata;
  if (/^(?:0x[0-9a-f]{1,8}|\d{8,10}|0\d{2,3}(?:\.\d+){3})$/.test(host)) return THREATS.disguised;
  if (PRIVATE.test(host) && /^[\d.]+$/.test(host)) return THREATS.internal;
  if (/[^\0-\x7f]/.test(host) && host.split(".").some((label) => isLookalike(label, host))) return THREATS.homograph;
  return null;
}

/** Scripts mixed in one label, or a label of nothing but lookalikes under a Latin top-level domain. */
function isLookalike(label: string, host: string): boolean {
  const letters = Array.from(label).filter((char) => /\p{L}/u.test(char));
  const foreign = letters.filter((char) => CONFUSABLES.has(char));
  const all = foreign.length > 0 && /\.[a-z]+$/.test(host) && letters.every((char) => CONFUSABLES.has(char));
  return all || (foreign.length > 0 && letters.some((char) => /[a-z]/.test(char)));
}

function toHit(threat: Threat, text: string, start: number, end: number): Hit {
  return {
    scan: "url",
    detector: `security.url.${threat.category}`,
    category: threat.category,
    severity: threat.severity,
    score: threat.score,
    threshold: THRESHOLD,
    start,
    end,
    evidence: mask(text.slice(start, end), "URL"),
    message: threat.message,
    remediation: "Do not open or render the link; remove it or show it as plain text.",
    label: null,
  };
}
