/** What the drift model knows about one message. */
import type { Role } from "#lib/guards/content";
import { cuesOf } from "#lib/guards/context/cues";
import type { Reading } from "#lib/guards/context/reading";
import type { Vocabulary } from "#lib/guards/context/vocabulary";

export interface Profile {
  role: Role;
  words: number;
  /** Numbers of all terms in the {@link Vocabulary}, each once. */
  all: Int32Array;
  /** Of these the ones that weigh something. */
  terms: Int32Array;
  /** Weight of the terms, and the sum of their squared weights. */
  mass: number;
  squares: number;
  /** Terms of the last sentence: in chat, where a reply ends and the next topic starts. */
  lastTerms: Int32Array;
  lastMass: number;
  sentences: number;
  isQuestion: boolean;
  /** A bit for each cue; see {@link cueBit}. */
  cues: number;
}

const QUESTION = /[?？؟]\s*$/u;
const ENDING = 40;

export function profileOf(reading: Reading, vocabulary: Vocabulary): Profile {
  const { words, sentences } = reading;
  const { weights } = vocabulary;
  const lastStart = sentences.at(-1)?.start ?? 0;
  const all = new Set<number>();
  const last = new Set<number>();
  for (const { text, start } of words) {
    for (const id of vocabulary.idsOf(text)) {
      all.add(id);
      if (start >= lastStart && (weights[id] ?? 0) > 0) last.add(id);
    }
  }
  const terms = Int32Array.from(all).filter((id) => (weights[id] ?? 0) > 0);
  const lastTerms = Int32Array.from(last);
  return {
    role: reading.role,
    words: words.length,
    all: Int32Array.from(all),
    terms,
    mass: sum(terms, (id) => weights[id] ?? 0),
    squares: sum(terms, (id) => (weights[id] ?? 0) ** 2),
    lastTerms,
    lastMass: sum(lastTerms, (id) => weights[id] ?? 0),
    sentences: sentences.length,
    isQuestion: QUESTION.test((reading.tail || reading.head).slice(-ENDING)),
    cues: cuesOf(reading.head, reading.tail),
  };
}

function sum(ids: Int32Array, amountOf: (id: number) => number): number {
  let total = 0;
  for (const id of ids) total += amountOf(id);
  return total;
}
