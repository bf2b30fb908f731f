/** What a pattern detector reports. */

import type { TrustPattern } from "#lib/guards/trust/schema";
import type { Severity } from "#lib/guards/verdict";

export interface Signal {
  /** One of the seven patterns, or a further one that has no score of its own. */
  pattern: TrustPattern | "prompt_leakage" | "contradiction";
  /** Stable name of the detector inside the pattern. */
  name: string;
  severity: Severity;
  /** Risk, 0 to 1. */
  score: number;
  start: number;
  end: number;
  /** Plain sentence without the caller's text. */
  explanation: string;
  remediation: string;
}
