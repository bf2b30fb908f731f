/** Ranks remembered turns against a query: BM25 (Robertson and Zaragoza, 2009) with a mild preference for recent turns. */
import type { Recalled, Turn } from "#lib/guards/context/schema";
import { type Terms, termsOf, termsOfWord, weightOf } from "#lib/guards/context/terms";
import { splitWords } from "#lib/guards/text/words";

const K1 = 1.2;
const B = 0.75;
/** Part of the score that fades with age, and the age at which half of that part is gone. */
const FADING = 0.25;
const HALF_LIFE_MS = 7 * 24 * 3_600_000;

interface Document {
  turn: Turn;
  counts: Map<string, number>;
  length: number;
}

export function recall(turns: readonly Turn[], query: string, topK: number, nowMs: number): Recalled[] {
  const documents = turns.map(documentOf);
  const averageLength = documents.reduce((sum, { length }) => sum + length, 0) / Math.max(1, documents.length);
  const rarity = inverseFrequencies(termsOf(query), documents);
  return documents
    .map((document) => ({ document, score: bm25(document, rarity, averageLength) * freshness(document.turn, nowMs) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.document.turn.created_at_ms - a.document.turn.created_at_ms)
    .slice(0, topK)
    .map(({ document: { turn }, score }) => ({
      id: turn.id,
      text: turn.text,
      score: Math.round(score * 10_000) / 10_000,
      created_at: new Date(turn.created_at_ms).toISOString(),
    }));
}

function documentOf(turn: Turn): Document {
  const terms = splitWords(turn.text).flatMap((word) => termsOfWord(word.text));
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { turn, counts, length: terms.length };
}

/** The memory's own rarity times the language's: in a short memory every word is rare. */
function inverseFrequencies(query: Terms, documents: readonly Document[]): Map<string, number> {
  return new Map(
    [...query.keys()].map((term) => {
      const having = documents.filter(({ counts }) => counts.has(term)).length;
      const idf = Math.log(1 + (documents.length - having + 0.5) / (having + 0.5));
      return [term, idf * weightOf(term)];
    }),
  );
}

function bm25({ counts, length }: Document, rarity: ReadonlyMap<string, number>, averageLength: number): number {
  let score = 0;
  for (const [term, idf] of rarity) {
    const count = counts.get(term) ?? 0;
    if (count > 0) score += (idf * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / averageLength));
  }
  return score;
}

function freshness(turn: Turn, nowMs: number): number {
  const age = Math.max(0, nowMs - turn.created_at_ms);
  return 1 - FADING + FADING * 0.5 ** (age / HALF_LIFE_MS);
}
