/** The request model: sentences of clean documents against requests planted in such documents. */
import type { Features } from "#lib/guards/security/injection/model/linear";
import { requestFeatures } from "#lib/guards/security/injection/model/request-features";
import { sentencesOf } from "#lib/guards/security/injection/model/requests";
import { hashWords } from "#lib/guards/text/hashed-words";
import { type Example, type Fit, score } from "#scripts/train/security/logistic";
import { seeded } from "#scripts/train/security/random";
import type { Labelled } from "#scripts/train/security/sources";

export interface ReadDocument extends Labelled {
  sentences: { features: Features; planted: boolean }[];
}

export function readDocument(labelled: Labelled): ReadDocument {
  const words = hashWords(labelled.text);
  const counts = new Map<number, number>();
  for (const hash of words.hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const [from, to] = labelled.planted ?? [0, 0];
  const sentences = sentencesOf(labelled.text, words).map((sentence) => {
    const start = words.starts[sentence.first] ?? 0;
    return { features: requestFeatures(words, sentence, counts), planted: start >= from && start < to };
  });
  return { ...labelled, sentences };
}

export function documentScore(fit: Fit, { sentences }: ReadDocument): number {
  return Math.max(-20, ...sentences.map(({ features }) => score(fit, features)));
}

/** Puts each request into a clean document, at the start, at the end or between two lines. */
export function plant(requests: readonly { text: string; source: string }[], into: readonly Labelled[]): Labelled[] {
  const random = seeded(21);
  return requests.flatMap(({ text, source }): Labelled[] => {
    const host = into[Math.floor(random() * into.length)]?.text ?? "";
    const breaks = [0, host.length, ...Array.from(host.matchAll(/\n|(?<=[.!?]) /g), (match) => match.index)];
    const at = breaks[Math.floor(random() * Math.min(breaks.length, 12))] ?? 0;
    const before = at === 0 ? "" : `${host.slice(0, at)}\n`;
    const planted = [before.length, before.length + text.length] as const;
    return [{ text: `${before}${text}\n${host.slice(at)}`, label: 1, source, document: true, planted }];
  });
}

const PER_DOCUMENT = 40;

export function examplesOf(documents: readonly ReadDocument[]): Example[] {
  const sentences = documents.flatMap(({ sentences: all, label, source }) =>
    (label === 1 ? all.filter((sentence) => sentence.planted) : all.slice(0, PER_DOCUMENT)).map(({ features }) => ({
      features,
      label,
      source,
    })),
  );
  const sizes = new Map<string, number>();
  for (const { source, label } of sentences)
    sizes.set(`${source} ${label}`, (sizes.get(`${source} ${label}`) ?? 0) + 1);
  const raw = sentences.map(({ features, label, source }) => ({
    features,
    label,
    weight: 1 / Math.sqrt(sizes.get(`${source} ${label}`) ?? 1),
  }));
  const totals = [0, 1].map((label) => raw.reduce((sum, one) => sum + (one.label === label ? one.weight : 0), 0));
  return raw.map((one) => ({ ...one, weight: (one.weight / (totals[one.label] ?? 1)) * (raw.length / 2) }));
}
