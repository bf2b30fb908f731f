/** Names the topic of a text in its own words. */
import { termsOfWord, weightOf } from "#lib/guards/context/terms";
import { type Piece, splitWords } from "#lib/guards/text/words";

const LONGEST = 6;
const READ = 400;

/** The run of at most six words, within one clause, that carries the most weight; null when no word carries any. */
export function topicPhrase(text: string): string | null {
  const start = text.slice(0, READ);
  const words = splitWords(start);
  const weights = words.map((word) => Math.max(0, ...termsOfWord(word.text).map(weightOf)));
  let best = { sum: 0, from: 0, to: 0 };
  for (const from of words.keys()) {
    let sum = 0;
    for (let to = from; to < Math.min(words.length, from + LONGEST); to += 1) {
      if (to > from && breaks(start, words[to - 1], words[to])) break;
      sum += weights[to] ?? 0;
      if (sum > best.sum + 1e-9) best = { sum, from, to };
    }
  }
  if (best.sum === 0) return null;
  let { from } = best;
  while (from < best.to && (weights[from] ?? 0) === 0) from += 1;
  return start.slice(words[from]?.start, words[best.to]?.end);
}

function breaks(text: string, left: Piece | undefined, right: Piece | undefined): boolean {
  return /[.,;:!?\n()]/.test(text.slice(left?.end, right?.start));
}
