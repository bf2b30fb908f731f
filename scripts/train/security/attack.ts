/** The attack model: examples from texts, and the score of a text. */
import { gatherEvidence } from "#lib/guards/security/injection/evidence";
import { attackStretches } from "#lib/guards/security/injection/model/attack-features";
import type { Features } from "#lib/guards/security/injection/model/linear";
import { hashWords } from "#lib/guards/text/hashed-words";
import { normalise } from "#lib/guards/text/normalise";
import { type Example, type Fit, score } from "#scripts/train/security/logistic";
import type { Labelled } from "#scripts/train/security/sources";

export interface Bag extends Labelled {
  stretches: Features[];
}

const MAX_STRETCHES = 8;

export function bagOf(labelled: Labelled): Bag {
  const { text } = normalise(labelled.text);
  const { tags, signals } = gatherEvidence(text, labelled.document);
  const stretches = attackStretches(hashWords(text), tags, signals).map(({ features }) => features);
  return { ...labelled, stretches: stretches.slice(0, MAX_STRETCHES) };
}

export function bagScore(fit: Fit, { stretches }: Bag): number {
  return Math.max(-20, ...stretches.map((features) => score(fit, features)));
}

/** Sources weigh the square root of their size, and attacks as a whole as much as harmless texts. */
export function examplesOf(bags: readonly Bag[]): Example[] {
  const sizes = new Map<string, number>();
  for (const bag of bags) sizes.set(keyOf(bag), (sizes.get(keyOf(bag)) ?? 0) + 1);
  const total = [0, 1].map((label) => sum(bags.filter((bag) => bag.label === label).map((bag) => shareOf(bag, sizes))));
  return bags.flatMap((bag) =>
    bag.stretches.map((features) => ({
      features,
      label: bag.label,
      weight: (shareOf(bag, sizes) / (total[bag.label] ?? 1) / bag.stretches.length) * (bags.length / 2),
    })),
  );
}

const keyOf = ({ source, label }: Labelled): string => `${source} ${label}`;
const shareOf = (bag: Labelled, sizes: ReadonlyMap<string, number>): number =>
  1 / Math.sqrt(sizes.get(keyOf(bag)) ?? 1);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
