/** Risk of unbounded consumption: a prompt that overflows the window, or floods it with repetition. */
import type { FindingDraft } from "#lib/guards/guard";

export interface Load {
  promptTokens: number;
  contextWindow: number | null;
  text: string;
  textTokens: number;
  message: number;
}

/** Tokens from which repetition is worth a look; below, refrains and lists repeat innocently. */
const FLOOD_MIN_TOKENS = 1_000;
/** Share of distinct windows; running prose is above 0.6, one line pasted over and over near 0. */
const FLOOD_DISTINCT_SHARE = 0.15;
const WINDOW_LENGTH = 24;
const WINDOW_FULL_SHARE = 0.9;
const THRESHOLD = 0.5;

export interface Risk {
  score: number;
  findings: FindingDraft[];
}

/** The score grows smoothly: with the fill of the window above one half, and with repetition in long texts. */
export function assessRisk(load: Load): Risk {
  const fill = load.contextWindow === null ? 0 : load.promptTokens / load.contextWindow;
  const overflow = logistic((fill - WINDOW_FULL_SHARE) * 20);
  const distinct = distinctShare(load.text);
  const length = Math.min(1, load.textTokens / FLOOD_MIN_TOKENS);
  const flood = length * logistic((FLOOD_DISTINCT_SHARE - distinct) * 20);
  const findings: FindingDraft[] = [];
  if (fill > 1) findings.push(overflowFinding(load, overflow));
  if (flood >= THRESHOLD) findings.push(floodFinding(load, flood));
  return { score: Math.max(fill > 0.5 ? overflow : 0, flood), findings };
}

/** Distinct windows of 24 characters starting at every seventh: 1 when none repeats. */
export function distinctShare(text: string): number {
  const seen = new Set<string>();
  let windows = 0;
  for (let at = 0; at + WINDOW_LENGTH <= text.length; at += 7) {
    seen.add(text.slice(at, at + WINDOW_LENGTH));
    windows++;
  }
  return windows === 0 ? 1 : seen.size / windows;
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

function overflowFinding(load: Load, score: number): FindingDraft {
  return {
    detector: "token.window.overflow",
    detectorVersion: "1",
    category: "context_window",
    severity: "medium",
    score,
    threshold: THRESHOLD,
    span: { message: load.message, start: 0, end: load.text.length },
    evidence: `${load.promptTokens} of ${load.contextWindow} tokens`,
    message: "The prompt is longer than the model's context window.",
    remediation: "Shorten it with optimization_level aggressive and max_tokens, or split it with operation chunk.",
  };
}

function floodFinding(load: Load, score: number): FindingDraft {
  return {
    detector: "token.flood.repetition",
    detectorVersion: "1",
    category: "unbounded_consumption",
    severity: "medium",
    score,
    threshold: THRESHOLD,
    span: { message: load.message, start: 0, end: load.text.length },
    evidence: `${load.textTokens} tokens of mostly repeated text`,
    message: "The text repeats itself at length and burns tokens without saying more.",
    remediation: "Remove the repetition, or set max_tokens.",
  };
}
