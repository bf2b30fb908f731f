import type { PiiEntity } from "#lib/guards/security/pii/entities";
import type { Severity } from "#lib/guards/verdict";

/** How one kind of personal data looks. */
export interface PiiRule {
  entity: PiiEntity;
  severity: Severity;
  /** Probability that a match is real, with its check digits right but nothing said about it. */
  score: number;
  /** The match is group 1 where there is one. */
  pattern: RegExp;
  /** Check of the letters and digits alone, upper case, without separators. */
  valid?: (bare: string) => boolean;
  /** Words that say what the number is; they raise the score when near. */
  context?: readonly string[];
  /** Without one of the context words near it the match is nothing. */
  contextRequired?: boolean;
  /** How many digits every match has at least; only for rules without literals. Default 6. */
  digits?: 2 | 4;
  /** One of these stands in every match: saves trying. */
  literals?: readonly string[];
}
