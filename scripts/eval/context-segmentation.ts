/** Conversations with known topic boundaries, and the two usual measures of a segmentation. */
import type { Role } from "#lib/guards/content";
import type { RowReader } from "#scripts/eval/metric";

export interface Conversation {
  turns: { role: Role; content: string }[];
  /** Index of each turn that opens a new topic, ascending. */
  boundaries: number[];
}

export function driftRows(rows: RowReader, source: string): Conversation[] {
  return rows<Conversation>(`drift/${source}_train.jsonl.gz`);
}

/** Every fifth conversation is never trained on. */
export function heldOut<Row>(all: readonly Row[]): { train: Row[]; test: Row[] } {
  return { train: all.filter((_, index) => index % 5 !== 0), test: all.filter((_, index) => index % 5 === 0) };
}

/**
 * Pk of Beeferman et al. (1999), lower is better: the share of pairs of turns, half a mean segment
 * apart, that the guess puts wrongly together or apart. Null when the conversation is too short.
 */
export function pk(truth: readonly number[], guess: readonly number[], length: number): number | null {
  const apart = Math.max(1, Math.round(length / (truth.length + 1) / 2));
  const pairs = length - apart;
  if (pairs <= 0) return null;
  const right = segmentIds(truth, length);
  const guessed = segmentIds(guess, length);
  let wrong = 0;
  for (let index = 0; index < pairs; index += 1) {
    const together = right[index] === right[index + apart];
    if (together !== (guessed[index] === guessed[index + apart])) wrong += 1;
  }
  return wrong / pairs;
}

function segmentIds(boundaries: readonly number[], length: number): number[] {
  const opens = new Set(boundaries);
  let segment = 0;
  return Array.from({ length }, (_, index) => (opens.has(index) ? ++segment : segment));
}

export interface SegmentationQuality {
  pk: number;
  precision: number;
  recall: number;
  f1: number;
  /** Share of turns that open no topic and were reported. */
  falsePositiveRate: number;
}

/** Micro-averaged over turns; Pk is the mean over conversations. */
export function quality(
  conversations: readonly Conversation[],
  guess: (conversation: Conversation) => number[],
): SegmentationQuality {
  const pks: number[] = [];
  const count = { hits: 0, wrong: 0, missed: 0, quiet: 0 };
  for (const conversation of conversations) {
    const guessed = guess(conversation);
    const truth = new Set(conversation.boundaries);
    const length = conversation.turns.length;
    const hits = guessed.filter((index) => truth.has(index)).length;
    count.hits += hits;
    count.wrong += guessed.length - hits;
    count.missed += truth.size - hits;
    count.quiet += length - 1 - truth.size;
    const error = pk(conversation.boundaries, guessed, length);
    if (error !== null) pks.push(error);
  }
  const precision = ratio(count.hits, count.hits + count.wrong);
  const recall = ratio(count.hits, count.hits + count.missed);
  return {
    pk: ratio(
      pks.reduce((sum, value) => sum + value, 0),
      pks.length,
    ),
    precision,
    recall,
    f1: ratio(2 * precision * recall, precision + recall),
    falsePositiveRate: ratio(count.wrong, count.quiet),
  };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
