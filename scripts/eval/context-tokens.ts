/** How far the token estimate is off, on the held-out fifth of the public counts. */
import { approximateTokens } from "#lib/guards/context/tokens";
import { heldOut } from "#scripts/eval/context-segmentation";
import type { Metric, RowReader } from "#scripts/eval/metric";

const ENCODINGS = ["o200k_base", "cl100k_base"] as const;

export interface CountedText {
  text: string;
  counts: Record<(typeof ENCODINGS)[number], number>;
}

export function countedTexts(rows: RowReader): CountedText[] {
  return rows<Partial<CountedText>>("tokens/tiktoken_counts_train.jsonl.gz").flatMap(({ text, counts }) =>
    text && counts ? [{ text, counts }] : [],
  );
}

export function tokenEstimate(rows: RowReader): Metric[] {
  const { test } = heldOut(countedTexts(rows));
  if (test.length === 0) return [];
  return ENCODINGS.flatMap((encoding) => {
    const errors = test
      .map(({ text, counts }) => Math.abs(approximateTokens(text) / counts[encoding] - 1))
      .sort((left, right) => left - right);
    return [0.5, 0.9].map(
      (share): Metric => ({
        name: `context.tokens.relative_error@${share} [${encoding}]`,
        value: errors[Math.floor(errors.length * share)] ?? 0,
        better: "lower",
        n: errors.length,
      }),
    );
  });
}
