/** What a detector reports, before it becomes a finding of the answer. */
import type { Role } from "#lib/guards/content";
import type { ScanType } from "#lib/guards/security/schema";
import type { Span } from "#lib/guards/text/mapped";
import type { Severity } from "#lib/guards/verdict";

export interface Hit extends Span {
  scan: ScanType;
  /** `security.<scan>.<name>`. */
  detector: string;
  /** Kind within the scan, e.g. `email`, `instruction_override`, `CWE-89`. */
  category: string;
  severity: Severity;
  /** Risk, 0 to 1. */
  score: number;
  threshold: number;
  /** Already masked. */
  evidence: string;
  message: string;
  remediation: string;
  /** What stands for the hit in redacted text; null when it is reported and left standing. */
  label: string | null;
}

export interface ScanContext {
  role: Role;
  strict: boolean;
  language: string | null;
}

/** Offsets are those of `text`, which may be a decoded view. */
export type Detector = (text: string, context: ScanContext) => Hit[];
