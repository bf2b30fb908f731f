/** Shortens a text at one of three levels and checks afterwards that nothing was lost. */
import type { Counter } from "#lib/guards/token/counter";
import { editProse, splitBlocks } from "#lib/guards/token/optimize/blocks";
import {
  ALL_PRESERVED,
  budgetWarnings,
  type Draft,
  lowDraft,
  type Optimize,
  type OptimizeOptions,
} from "#lib/guards/token/optimize/lossless";
import { AGGRESSIVE_PHRASES, MODERATE_PHRASES, TELEGRAM_PHRASES } from "#lib/guards/token/optimize/phrases";
import { factsOf, lossesOf, preservedFacts } from "#lib/guards/token/optimize/preserved";
import { selectSentences, sentencesWithGaps } from "#lib/guards/token/optimize/select";
import { isEnglish, type Rewrite, rewriter } from "#lib/guards/token/optimize/wording";
import type { OptimizationLevel } from "#lib/guards/token/schema";

/** The share of the original's tokens that the aggressive level works towards. */
const AGGRESSIVE_SHARE = 0.6;
const LOWER_LEVELS: Record<OptimizationLevel, OptimizationLevel[]> = {
  low: [],
  moderate: ["low"],
  aggressive: ["moderate", "low"],
};

/** Falls back level by level while facts are lost, unless `preserveQuality` is off. */
export const optimize: Optimize = (text, originalTokens, options, counter) => {
  const facts = once(() => factsOf(text));
  const warnings: string[] = [];
  for (const level of [options.level, ...LOWER_LEVELS[options.level]]) {
    const draft = draftAt(level, text, originalTokens, options, counter);
    if (draft.text === text) break;
    const preserved = preservedFacts(facts(), draft.text);
    const losses = lossesOf(preserved);
    if (level !== "low" && options.preserveQuality && losses.length > 0) {
      warnings.push(`The ${level} level would lose ${losses.join(", ")}: a lower level was used.`);
      continue;
    }
    const tokens = counter.count(draft.text);
    if (tokens > originalTokens) break;
    warnings.push(...budgetWarnings(tokens, level, options));
    return { ...draft, tokens, level, preserved, warnings };
  }
  warnings.push(...budgetWarnings(originalTokens, "low", options));
  return {
    text,
    tokens: originalTokens,
    level: "low",
    techniques: [],
    preserved: ALL_PRESERVED,
    warnings,
  };
};

function once<Value>(compute: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= compute());
}

function draftAt(
  level: OptimizationLevel,
  text: string,
  originalTokens: number,
  options: OptimizeOptions,
  counter: Counter,
): Draft {
  const low = lowDraft(text);
  if (level === "low") return low;
  if (level === "moderate") return reworded(low, rewriteModerate);
  const budget = Math.min(options.maxTokens ?? Number.POSITIVE_INFINITY, Math.floor(originalTokens * AGGRESSIVE_SHARE));
  const short = reworded(low, rewriteAggressive);
  if (counter.count(short.text) <= budget) return short;
  const selection = selectSentences(short.text, options.query, budget, counter, options.preserveQuality);
  const techniques = [...short.techniques, ...(selection.dropped > 0 ? ["sentence_selection"] : [])];
  const kept: Draft = { text: selection.text, techniques };
  const selected = selection.tokens > budget ? reworded(kept, rewriteTelegram) : kept;
  const mustFit = !options.preserveQuality && options.maxTokens !== null;
  return mustFit ? cutToFit(selected, options.maxTokens ?? budget, counter) : selected;
}

const rewriteModerate = rewriter(MODERATE_PHRASES);
const rewriteAggressive = rewriter(AGGRESSIVE_PHRASES);
const rewriteTelegram = rewriter(TELEGRAM_PHRASES);

function reworded(draft: Draft, rewrite: Rewrite): Draft {
  const techniques = new Set(draft.techniques);
  const seen = new Set<string>();
  const blocks = splitBlocks(draft.text).map((block) => {
    if (block.kind === "code") return block.text;
    const paragraphs = block.text.split(/(\n\n+)/).filter((paragraph) => isNew(paragraph, seen, techniques));
    return tidy(paragraphs.map((paragraph) => rewordParagraph(paragraph, rewrite, techniques)).join(""));
  });
  return { text: blocks.join("").replace(/^\n+/, "").trimEnd(), techniques: [...techniques] };
}

const REPEAT_MIN_LENGTH = 60;

function isNew(paragraph: string, seen: Set<string>, techniques: Set<string>): boolean {
  if (paragraph.length < REPEAT_MIN_LENGTH) return true;
  if (seen.has(paragraph.trim())) {
    techniques.add("repeated_paragraphs");
    return false;
  }
  seen.add(paragraph.trim());
  return true;
}

/** Rewords a paragraph, and where that loses a fact, only those of its sentences that lose none. */
function rewordParagraph(paragraph: string, rewrite: Rewrite, techniques: Set<string>): string {
  if (paragraph.trim() === "" || !isEnglish(paragraph)) return paragraph;
  return (
    rewordLossless(paragraph, rewrite, techniques) ??
    sentencesWithGaps(paragraph)
      .map((sentence) => rewordLossless(sentence, rewrite, techniques) ?? sentence)
      .join("")
  );
}

function rewordLossless(text: string, rewrite: Rewrite, techniques: Set<string>): string | null {
  const used = new Set<string>();
  const reworded = editProse(text, (prose) => {
    const wording = rewrite(prose);
    for (const technique of wording.techniques) used.add(technique);
    return wording.text;
  });
  if (lossesOf(preservedFacts(factsOf(text), reworded)).length > 0) return null;
  for (const technique of used) techniques.add(technique);
  return reworded;
}

/** White space that dropped paragraphs and phrases leave behind. */
function tidy(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n");
}

function cutToFit(draft: Draft, maxTokens: number, counter: Counter): Draft {
  let text = draft.text;
  for (let allowed = maxTokens; counter.count(text) > maxTokens && allowed > 0; allowed--) {
    const { ends, tokens } = counter.steps(draft.text);
    const at = tokens.findLastIndex((count) => count <= allowed);
    text = draft.text.slice(0, ends[at] ?? 0).trimEnd();
  }
  return text === draft.text ? draft : { text, techniques: [...draft.techniques, "cut_to_fit"] };
}
