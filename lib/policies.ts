/** What is done with a verdict. Built-in policies; a project's own come from its settings. */
import type { Action } from "#lib/guards/verdict";

export interface Policy {
  id: string;
  version: number;
  title: string;
  /** No stronger action than this is ever recommended. */
  strongestAction: Action;
  /** Lower thresholds where a guard offers them. */
  strict: boolean;
  /** What a caller is told to do when a guard could not run. */
  onError: "allow" | "block";
  /** What `service_type: "all"` does to the text it passes on. */
  pipeline: { redact: boolean; neutralise: boolean; optimise: "low" | "moderate" | "aggressive" | null };
}

const standard: Policy = {
  id: "default",
  version: 1,
  title: "Balanced",
  strongestAction: "block",
  strict: false,
  onError: "allow",
  pipeline: { redact: true, neutralise: false, optimise: null },
};

export const POLICIES: Record<string, Policy> = {
  default: standard,
  strict: {
    ...standard,
    id: "strict",
    title: "Strict: lower thresholds, and block when a guard cannot run",
    strict: true,
    onError: "block",
  },
  monitor: {
    ...standard,
    id: "monitor",
    title: "Monitor: report, never redact or block",
    strongestAction: "flag",
    pipeline: { redact: false, neutralise: false, optimise: null },
  },
};

const STRENGTH: Record<Action, number> = { allow: 0, flag: 1, redact: 2, block: 3 };

export function strongest(actions: Action[]): Action {
  return actions.reduce<Action>((worst, action) => (STRENGTH[action] > STRENGTH[worst] ? action : worst), "allow");
}

/** The action the policy lets through. */
export function capped(policy: Policy, action: Action): Action {
  return STRENGTH[action] > STRENGTH[policy.strongestAction] ? policy.strongestAction : action;
}
