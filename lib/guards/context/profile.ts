/** What the drift model knows about one message. */
import type { Role } from "#lib/guards/content";
import { type Cue, cuesOf } from "#lib/guards/context/cues";
import { mass, type Terms, termsOf, union } from "#lib/guards/context/terms";
import { splitSentences, splitWords } from "#lib/guards/text/words";

export interface Profile {
  role: Role;
  words: number;
  terms: Terms;
  mass: number;
  /** Terms of the last sentence: in chat, where a reply ends and the next topic starts. */
  lastTerms: Terms;
  sentences: number;
  isQuestion: boolean;
  cues: ReadonlySet<Cue>;
}

/** Of a very long message the two ends are read. Characters. */
const HEAD = 12_000;
const TAIL = 4_000;

export function profileOf(role: Role, text: string): Profile {
  const read = text.length > HEAD + TAIL ? `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}` : text;
  const terms = termsOf(read);
  const sentences = splitSentences(read);
  return {
    role,
    words: splitWords(read).length,
    terms,
    mass: mass(terms),
    lastTerms: termsOf(sentences.at(-1)?.text ?? ""),
    sentences: sentences.length,
    isQuestion: /[?？؟]\s*$/u.test(read),
    cues: cuesOf(read),
  };
}

export function profileTerms(profiles: readonly Profile[]): Terms {
  return union(profiles.map((profile) => profile.terms));
}
