/** Loops, repeated sentences and repeated passages. */
import { type Piece, splitSentences, splitWords } from "#lib/guards/text/words";
import type { Signal } from "#lib/guards/trust/patterns/signal";

const GRAM = 6;
const MIN_WORDS = 60;
const MIN_SENTENCE_WORDS = 5;

export function findRepetition(text: string): Signal[] {
  const words = splitWords(text);
  return [...loop(text, words), ...repeatedSentences(text), ...repeatedPassages(words)];
}

/** The same word four times in a row, letters apart from case. */
function loop(text: string, words: readonly Piece[]): Signal[] {
  let run = 1;
  for (let index = 1; index <= words.length; index += 1) {
    const [before, word] = [words[index - 1], words[index]];
    const isSame = before !== undefined && word !== undefined && before.text.toLowerCase() === word.text.toLowerCase();
    const isPlain = isSame && /\p{L}/u.test(word.text) && !/[|;\n]/.test(text.slice(before.end, word.start));
    if (isPlain) run += 1;
    else if (run >= 5)
      return [
        duplication("word_loop", words[index - run]?.start ?? 0, before?.end ?? 0, Math.min(0.9, 0.4 + run / 20)),
      ];
    else run = 1;
  }
  return [];
}

function repeatedSentences(text: string): Signal[] {
  const seen = new Map<string, number>();
  let [first, repeats, total]: [Piece | null, number, number] = [null, 0, 0];
  for (const sentence of splitSentences(text)) {
    const words = sentence.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length < MIN_SENTENCE_WORDS) continue;
    total += 1;
    const key = words.join(" ");
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    if (times === 1) continue;
    repeats += 1;
    first ??= sentence;
  }
  if (first === null || (repeats < 2 && total > 4 && repeats / total < 0.25)) return [];
  return [duplication("repeated_sentence", first.start, first.end, Math.min(0.95, 0.35 + repeats / total))];
}

/** Share of six-word sequences that were there before. */
function repeatedPassages(words: readonly Piece[]): Signal[] {
  if (words.length < MIN_WORDS) return [];
  const seen = new Set<string>();
  let [repeats, first, last] = [0, -1, 0];
  const lower = words.map((word) => word.text.toLowerCase());
  for (let index = 0; index + GRAM <= lower.length; index += 1) {
    const key = lower.slice(index, index + GRAM).join(" ");
    if (seen.has(key)) {
      repeats += 1;
      if (first < 0) first = index;
      last = index + GRAM - 1;
    } else seen.add(key);
  }
  const share = repeats / (lower.length - GRAM + 1);
  if (share < 0.25) return [];
  return [
    duplication("repeated_passage", words[first]?.start ?? 0, words[last]?.end ?? 0, Math.min(0.95, 0.3 + share)),
  ];
}

function duplication(name: string, start: number, end: number, score: number): Signal {
  return {
    pattern: "duplication",
    name,
    severity: score >= 0.6 ? "medium" : "low",
    score,
    start,
    end,
    explanation: "The text repeats itself.",
    remediation: "Remove the repetition or generate the answer again.",
  };
}
