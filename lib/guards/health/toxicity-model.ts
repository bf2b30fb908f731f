/**
 * Two linear models with integer weights, trained on public posts (Davidson et al. 2017, MIT): is a stretch of
 * text toxic at all, and is it hateful. Their labels carry the annotators' bias against African American English;
 * see toxicity-features.ts for what the models are kept from seeing. They only weigh what words and structure found.
 */
import type { Term } from "#lib/guards/health/terms";
import { BUCKETS, featuresOf } from "#lib/guards/health/toxicity-features";
import { HATE, TOXIC } from "#lib/guards/health/toxicity-weights";
import { lazy } from "#lib/guards/text/lazy";

export interface PackedModel {
  intercept: number;
  /** What one level weighs. */
  unit: number;
  /** One character a bucket: its code minus 63 is the level. */
  packed: string;
}

export interface Judgement {
  /** Probabilities, 0 to 1. */
  toxic: number;
  hate: number;
}

interface Model {
  intercept: number;
  unit: number;
  levels: Int8Array;
}

const toxic = lazy(() => unpacked(TOXIC));
const hate = lazy(() => unpacked(HATE));

function unpacked({ intercept, unit, packed }: PackedModel): Model {
  return { intercept, unit, levels: Int8Array.from({ length: BUCKETS }, (_, at) => packed.charCodeAt(at) - 63) };
}

/** Words read together around a hit: about the length of the posts the models learned from. */
const STEP = 12;

/** Judges the surroundings of a word, each stretch once. */
export function judgeOf(terms: readonly Term[]): (index: number) => Judgement {
  const known = new Map<number, Judgement>();
  return (index) => {
    const stretch = Math.floor(index / STEP);
    const judged = known.get(stretch) ?? judge(terms.slice(Math.max(0, (stretch - 1) * STEP), (stretch + 2) * STEP));
    known.set(stretch, judged);
    return judged;
  };
}

function judge(terms: readonly Term[]): Judgement {
  const features = featuresOf(terms);
  return { toxic: probability(toxic(), features), hate: probability(hate(), features) };
}

function probability({ intercept, unit, levels }: Model, features: ReadonlySet<number>): number {
  let sum = 0;
  for (const feature of features) sum += levels[feature] ?? 0;
  return 1 / (1 + Math.exp(-(intercept + (sum * unit) / Math.sqrt(features.size + 1))));
}
