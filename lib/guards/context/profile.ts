/** What the drift model knows about one message. */
import type { Role } from "#lib/guards/content";
import { cuesOf } from "#lib/guards/context/cues";
import { addVector, DIMENSIONS } from "#lib/guards/context/meaning";
import type { Reading } from "#lib/guards/context/reading";
import type { TermBag } from "#lib/guards/context/term-bag";
import type { Vocabulary } from "#lib/guards/context/vocabulary";

export interface Profile {
  role: Role;
  words: number;
  /** Numbers of the terms that weigh something, each once. */
  terms: Int32Array;
  /** Weight of the terms, and the sum of their squared weights. */
  mass: number;
  squares: number;
  /** Terms of the last sentence: in chat, where a reply ends and the next topic starts. */
  lastTerms: Int32Array;
  lastMass: number;
  /** Sums of term vectors: what the message, and its last sentence, are about. */
  meaning: Float64Array;
  lastMeaning: Float64Array;
  sentences: number;
  isQuestion: boolean;
  /** A bit for each cue; see {@link cuesOf}. */
  cues: number;
}

const QUESTION = /[?？؟]\s*$/u;
const ENDING = 40;

/** @param bag of the vocabulary; emptied and used. */
export function profileOf(reading: Reading, { weights, vectors }: Vocabulary, bag: TermBag): Profile {
  const { role, head, tail, words, terms, beforeLast, sentences } = reading;
  const meaningOf = (ids: Int32Array) => {
    const sum = new Float64Array(DIMENSIONS);
    for (const id of ids) addVector(sum, vectors[id] ?? -1, weights[id] ?? 0);
    return sum;
  };
  bag.clear();
  for (let at = beforeLast; at < terms.length; at += 1) bag.add(terms[at] ?? 0);
  const lastTerms = bag.ids.slice();
  const lastMass = bag.mass;
  for (let at = 0; at < beforeLast; at += 1) bag.add(terms[at] ?? 0);
  return {
    role,
    words,
    terms: bag.ids.slice(),
    mass: bag.mass,
    squares: bag.squares,
    lastTerms,
    lastMass,
    meaning: meaningOf(bag.ids),
    lastMeaning: meaningOf(lastTerms),
    sentences: sentences.length,
    isQuestion: QUESTION.test((tail || head).slice(-ENDING)),
    cues: cuesOf(head, tail),
  };
}
