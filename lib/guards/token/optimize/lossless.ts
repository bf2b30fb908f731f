/** Optimisation that changes no meaning: all the table-free engine offers, and the first step of every level. */
import type { Counter } from "#lib/guards/token/counter";
import { splitBlocks } from "#lib/guards/token/optimize/blocks";
import { LOW_EDITS } from "#lib/guards/token/optimize/low";
import type { OptimizationLevel, Preserved } from "#lib/guards/token/schema";

export interface OptimizeOptions {
  level: OptimizationLevel;
  preserveQuality: boolean;
  maxTokens: number | null;
  query: string;
}

export interface Optimized {
  text: string;
  tokens: number;
  level: OptimizationLevel;
  techniques: string[];
  preserved: Preserved;
  warnings: string[];
}

export interface Draft {
  text: string;
  techniques: string[];
}

export type Optimize = (text: string, originalTokens: number, options: OptimizeOptions, counter: Counter) => Optimized;

/** Answers every level with the lossless one, and says so. */
export const optimizeLossless: Optimize = (text, originalTokens, options, counter) => {
  const draft = lowDraft(text);
  const tokens = Math.min(originalTokens, counter.count(draft.text));
  const warnings = options.level === "low" ? [] : ["This engine has only the low level: it was used."];
  warnings.push(...budgetWarnings(tokens, "low", options));
  return { ...draft, tokens, level: "low", preserved: ALL_PRESERVED, warnings };
};

export function lowDraft(text: string): Draft {
  const techniques = new Set<string>();
  const edited = splitBlocks(text).map((block) => {
    if (block.kind === "code") return block.text;
    return LOW_EDITS.reduce((prose, edit) => {
      const next = edit.apply(prose);
      if (next !== prose) techniques.add(edit.technique);
      return next;
    }, block.text);
  });
  return { text: edited.join("").replace(/^\n+/, "").trimEnd(), techniques: [...techniques] };
}

export const ALL_PRESERVED: Preserved = { numbers: 1, entities: 1, code: 1, negations: 1, urls: 1, quotations: 1 };

export function budgetWarnings(
  tokens: number,
  level: OptimizationLevel,
  { maxTokens, preserveQuality }: OptimizeOptions,
): string[] {
  if (maxTokens === null || tokens <= maxTokens) return [];
  const reason =
    level === "aggressive"
      ? "what is left holds facts that must stay; turn preserve_quality off, or use operation chunk"
      : `the ${level} level keeps every sentence; use level aggressive, or operation chunk`;
  return [
    `max_tokens ${maxTokens} cannot be met (${tokens} tokens${preserveQuality ? "" : ", quality not preserved"}): ${reason}.`,
  ];
}
