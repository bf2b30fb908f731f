/** Finds citations in a text and says which of them cannot be right. No network: only shape and check digits. */
import { arxivFault, doiFault, isIsbn, isIssn } from "#lib/guards/trust/citations/identifiers";
import { urlFault } from "#lib/guards/trust/citations/urls";
import type { SuspiciousCitation } from "#lib/guards/trust/schema";

export interface CitationReport {
  checked: number;
  suspicious: Omit<SuspiciousCitation, "message">[];
}

type Kind = SuspiciousCitation["kind"];
interface Rule {
  kind: Kind;
  expression: RegExp;
  fault(groups: string[]): string | null;
}

const RULES: readonly Rule[] = [
  {
    kind: "doi",
    expression: /(?<![\d.])10\.(\d{1,9}(?:\.\d{1,9}){0,3})\/([^\s"<>,;]{1,200})/g,
    fault: ([registrant = "", suffix = ""]) => doiFault(registrant, suffix.replace(/[.)\]]+$/, "")),
  },
  {
    kind: "isbn",
    expression: /\bISBN(?:-1[03])?:?\s?((?:97[89][- ]?)?\d(?:[- ]?\d){8}[- ]?[\dXx])(?![\d-])/g,
    fault: ([digits = ""]) => (isIsbn(digits.replace(/[- ]/g, "")) ? null : "The ISBN's check digit is wrong"),
  },
  {
    kind: "issn",
    expression: /\be?ISSN:?\s?(\d{4}-\d{3}[\dXx])\b/g,
    fault: ([digits = ""]) => (isIssn(digits.replace("-", "")) ? null : "The ISSN's check digit is wrong"),
  },
  {
    kind: "arxiv",
    expression: /\barXiv:?\s?(\d{2})(\d{2})\.(\d{4,6})(?:v\d{1,2})?\b/gi,
    fault: ([year = "", month = "", serial = ""]) => arxivFault(year, month, serial),
  },
  {
    kind: "pmid",
    expression: /\bPMID:?\s?(\d{1,12})\b/g,
    fault: ([digits = ""]) => (digits.length > 8 || /^0/.test(digits) ? "No PubMed record has this number" : null),
  },
  {
    kind: "url",
    expression: /\b(https?:\/\/[^\s"'<>`\])}]{1,500})/gi,
    fault: ([url = ""]) => urlFault(url.replace(/[.,;:!?*_]+$/, "")),
  },
  {
    kind: "year",
    expression: /\(\p{Lu}[\p{L}'’-]{1,30}(?: et al\.| (?:and|&) \p{Lu}[\p{L}'’-]{1,30})?,? (\d{4})[a-z]?\)/gu,
    fault: ([year = ""]) =>
      Number(year) > 2100 || Number(year) < 1450 ? "The year of the reference is impossible" : null,
  },
];
const MAX_EACH = 500;

export function checkCitations(text: string): CitationReport {
  const report: CitationReport = { checked: 0, suspicious: [] };
  for (const { kind, expression, fault } of RULES) {
    let count = 0;
    for (const match of text.matchAll(expression)) {
      count += 1;
      if (count > MAX_EACH) break;
      const reason = fault(match.slice(1));
      const place = { start: match.index, end: match.index + match[0].length };
      if (reason !== null) report.suspicious.push({ ...place, kind, reason });
    }
    report.checked += Math.min(count, MAX_EACH);
  }
  const numbered = numberedReferences(text);
  report.checked += numbered.checked;
  report.suspicious.push(...numbered.suspicious);
  report.suspicious.sort((a, b) => a.start - b.start);
  return report;
}

/** A `[7]` in the text although the list of references ends at 5. */
function numberedReferences(text: string): CitationReport {
  const listed = new Set(Array.from(text.matchAll(/^\s{0,4}\[(\d{1,3})\][:.]? \S/gm), (match) => match[1]));
  if (listed.size < 2) return { checked: 0, suspicious: [] };
  const cited = Array.from(text.matchAll(/(?<=[^\s\n]\s?)\[(\d{1,3})\](?!\()/g)).slice(0, MAX_EACH);
  const missing = cited.filter((match) => !listed.has(match[1]));
  return {
    checked: cited.length,
    suspicious: missing.map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      kind: "numbered",
      reason: "The list of references has no such number",
    })),
  };
}
