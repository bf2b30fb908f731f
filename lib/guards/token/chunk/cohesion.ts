/**
 * Topic changes by lexical cohesion, after TextTiling (Hearst 1997): the words of the sentences before
 * a gap against those after it; a gap clearly less alike than its neighbours opens a new topic.
 */
import { splitSentences, splitWords } from "#lib/guards/text/words";

const WINDOW = 3;
const MIN_WORD_LENGTH = 4;

/** @returns offsets at which a new topic starts, ascending. */
export function cohesionBreaks(text: string): number[] {
  const sentences = splitSentences(text);
  const bags = sentences.map((sentence) => contentWords(sentence.text));
  const likeness = sentences.map((_, gap) =>
    gap === 0 ? 1 : cosine(bags.slice(Math.max(0, gap - WINDOW), gap), bags.slice(gap, gap + WINDOW)),
  );
  const depths = likeness.map((value, gap) => (gap === 0 ? 0 : depthAt(likeness, gap, value)));
  const mean = depths.reduce((sum, depth) => sum + depth, 0) / Math.max(1, depths.length);
  const deviation = Math.sqrt(depths.reduce((sum, depth) => sum + (depth - mean) ** 2, 0) / Math.max(1, depths.length));
  return sentences.flatMap((sentence, gap) =>
    (depths[gap] ?? 0) > Math.max(0.05, mean + deviation) ? [sentence.start] : [],
  );
}

/** How far likeness falls into the gap from the peaks nearby on either side. */
function depthAt(likeness: number[], gap: number, value: number): number {
  const before = Math.max(value, ...likeness.slice(Math.max(1, gap - WINDOW), gap));
  const after = Math.max(value, ...likeness.slice(gap + 1, gap + 1 + WINDOW));
  return before - value + after - value;
}

function contentWords(sentence: string): string[] {
  return splitWords(sentence.toLowerCase()).flatMap(({ text }) =>
    text.length >= MIN_WORD_LENGTH ? [text.slice(0, 6)] : [],
  );
}

function cosine(before: string[][], after: string[][]): number {
  const left = frequencies(before);
  const right = frequencies(after);
  let dot = 0;
  for (const [word, count] of left) dot += count * (right.get(word) ?? 0);
  return dot === 0 ? 0 : dot / (norm(left) * norm(right));
}

function frequencies(bags: string[][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const bag of bags) for (const word of bag) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function norm(counts: Map<string, number>): number {
  return Math.sqrt([...counts.values()].reduce((sum, count) => sum + count * count, 0));
}
