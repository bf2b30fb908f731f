/** Source sentences behind an inverted index: one pass to build, a few postings to ask. */
import { splitSentences } from "#lib/guards/text/words";
import { type Term, termsOf } from "#lib/guards/trust/grounding/terms";

export interface SourceSentence {
  document: number;
  start: number;
  end: number;
  text: string;
  terms: readonly Term[];
  stems: ReadonlySet<string>;
}

export interface SourceIndex {
  sentences: readonly SourceSentence[];
  /** Stem → sentences that hold it, ascending. */
  postings: ReadonlyMap<string, readonly number[]>;
}

/** A glued sentence end ("century.First") is one too. */
const GLUED = /(?<=[\p{Ll}\d)][.!?])(?=\p{Lu}\p{Ll})/u;
const MAX_SENTENCE = 1_000;
/** A stem in more sentences than this tells nothing about where to look. */
const MAX_POSTINGS = 2_000;
const MAX_PROBES = 16;

export function buildIndex(documents: readonly string[]): SourceIndex {
  const sentences: SourceSentence[] = [];
  const postings = new Map<string, number[]>();
  for (const [document, text] of documents.entries()) {
    for (const { start, end } of sentencesOf(text)) {
      const part = text.slice(start, end);
      const terms = termsOf(part);
      const stems = new Set(terms.map((term) => term.stem));
      for (const stem of stems) post(postings, stem, sentences.length);
      sentences.push({ document, start, end, text: part, terms, stems });
    }
  }
  return { sentences, postings };
}

function post(postings: Map<string, number[]>, stem: string, sentence: number): void {
  const list = postings.get(stem);
  if (list === undefined) postings.set(stem, [sentence]);
  else list.push(sentence);
}

function sentencesOf(text: string): { start: number; end: number }[] {
  return splitSentences(text).flatMap((piece) => {
    let start = piece.start;
    return piece.text.split(GLUED).flatMap((part) => {
      const places: { start: number; end: number }[] = [];
      for (let offset = 0; offset < part.length; offset += MAX_SENTENCE) {
        places.push({ start: start + offset, end: start + Math.min(part.length, offset + MAX_SENTENCE) });
      }
      start += part.length;
      return places;
    });
  });
}

/** Weight of a stem: rarer in the sources is heavier; unknown ones are the heaviest. */
export function weightOf(index: SourceIndex, term: Term): number {
  if (term.kind === "function") return 0.1;
  const holders = index.postings.get(term.stem)?.length ?? 0;
  const rarity = Math.log(1 + (index.sentences.length + 1) / (holders + 1));
  return (term.kind === "content" ? 1 : 1.5) * (0.5 + rarity);
}

/** The sentences that share most weight with the terms, best first. */
export function closest(index: SourceIndex, terms: readonly Term[], limit: number): SourceSentence[] {
  const scores = new Map<number, number>();
  for (const term of probesFor(index, terms)) {
    const weight = weightOf(index, term);
    for (const sentence of index.postings.get(term.stem) ?? []) {
      scores.set(sentence, (scores.get(sentence) ?? 0) + weight);
    }
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, limit)
    .flatMap(([sentence]) => index.sentences[sentence] ?? []);
}

function probesFor(index: SourceIndex, terms: readonly Term[]): Term[] {
  const distinct = new Map(terms.filter((term) => term.kind !== "function").map((term) => [term.stem, term]));
  const holders = (term: Term) => index.postings.get(term.stem)?.length ?? 0;
  return [...distinct.values()]
    .filter((term) => holders(term) > 0 && holders(term) <= MAX_POSTINGS)
    .sort((a, b) => holders(a) - holders(b))
    .slice(0, MAX_PROBES);
}
