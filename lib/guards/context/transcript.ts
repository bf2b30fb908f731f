/** The entries of a conversation as the detectors read them, each one once. */
import type { Conversation, Entry } from "#lib/guards/context/conversation";
import { type Profile, profileOf } from "#lib/guards/context/profile";
import { type Reading, read } from "#lib/guards/context/reading";
import { TermBag } from "#lib/guards/context/term-bag";
import { createVocabulary, type Vocabulary } from "#lib/guards/context/vocabulary";

export interface Transcript {
  entries: readonly Entry[];
  /** How many entries come before the first message of the call. */
  earlier: number;
  /** One for each entry, as are `profiles`. */
  readings: readonly Reading[];
  profiles: readonly Profile[];
  vocabulary: Vocabulary;
}

export function transcribe({ entries, earlier }: Pick<Conversation, "entries" | "earlier">): Transcript {
  const vocabulary = createVocabulary();
  const readings = entries.map(({ role, text }) => read(role, text, vocabulary));
  const bag = new TermBag(vocabulary.weights);
  const profiles = readings.map((reading) => profileOf(reading, vocabulary, bag));
  return { entries, earlier, readings, profiles, vocabulary };
}
