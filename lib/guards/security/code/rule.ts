/** One unsafe call: how it looks in one line of code, and which weakness it is. */
import { ADVICE } from "#lib/guards/security/code/advice";
import type { CodeLanguage } from "#lib/guards/security/code/languages";
import type { Severity } from "#lib/guards/verdict";

export interface CodeRule {
  id: string;
  cwe: number;
  languages: readonly CodeLanguage[];
  severity: Severity;
  /** Precision on the development data and on ordinary code, roughly. */
  score: number;
  literals: readonly string[];
  /** Matched within one line. */
  pattern: RegExp;
  message: string;
  remediation: string;
}

type Row = readonly [id: string, cwe: number, severity: Severity, score: number, literals: string, pattern: RegExp];

export const codeRules = (languages: readonly CodeLanguage[], rows: readonly Row[]): CodeRule[] =>
  rows.map(([id, cwe, severity, score, literals, pattern]) => {
    const [message, remediation] = ADVICE[cwe] ?? ["Unsafe code.", "Use a safer construction."];
    return { id, cwe, languages, severity, score, literals: literals.split("|"), pattern, message, remediation };
  });

/** A call whose only argument is not a constant. */
export const NOT_LITERAL = String.raw`(?!\s{0,4}(?:["'][^"'\n]{0,200}["']|\d{1,20}|)\s{0,4}[),])`;
