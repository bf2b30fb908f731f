/**
 * npx tsx scripts/train/trust.ts: fits the groundedness model and writes lib/guards/trust/grounding/weights.ts.
 * Before that it prints balanced accuracy with each source left out in turn. Deterministic: full-batch descent
 * from zero, no random numbers but a seeded generator for the made-up contradictions.
 */
import { writeFileSync } from "node:fs";
import { splitClaims } from "#lib/guards/trust/grounding/claims";
import { compareClaim, FEATURES } from "#lib/guards/trust/grounding/features";
import { overall } from "#lib/guards/trust/grounding/ground";
import { OPPOSITES } from "#lib/guards/trust/grounding/opposites";
import { buildIndex } from "#lib/guards/trust/grounding/source-index";
import { rows } from "#scripts/eval/data";

interface Row {
  context: string;
  question: string;
  answer: string;
  label: number;
}
/** One answer: the features of each claim, and whether the sources support all of them. */
interface Bag {
  claims: number[][];
  label: number;
  weight: number;
}
interface Model {
  bias: number;
  weights: number[];
}

/** Nothing may speak for a claim by being wrong with it, and no single sign may decide alone. */
const CEILING = 2.5;

const SOURCES: Record<string, Bag[]> = {
  begin_wow: bags(rows<Row>("trust_grounding/begin_wow.jsonl.gz")),
  halueval_qa: bags(rows<Row>("trust_grounding/halueval_qa.jsonl.gz")),
  "begin_wow altered": bags(alteredRows(rows<Row>("trust_grounding/begin_wow.jsonl.gz"))),
  "halueval_qa altered": bags(alteredRows(rows<Row>("trust_grounding/halueval_qa.jsonl.gz"))),
};

for (const held of ["begin_wow", "halueval_qa"]) {
  const isHeld = (name: string) => name.startsWith(held);
  const model = fit(balanced(Object.entries(SOURCES).filter(([name]) => !isHeld(name))));
  for (const [name, all] of Object.entries(SOURCES).filter(([name]) => isHeld(name))) {
    console.log(`held out ${name.padEnd(20)} balanced accuracy ${balancedAccuracy(model, all).toFixed(4)}`);
  }
}
const model = fit(balanced(Object.entries(SOURCES)));
for (const [name, all] of Object.entries(SOURCES)) {
  console.log(`fitted on all ${name.padEnd(20)} ${balancedAccuracy(model, all).toFixed(4)}`);
}
for (const [at, name] of FEATURES.entries()) console.log(name.padEnd(24), (model.weights[at] ?? 0).toFixed(3));
writeModel(model);

function bags(all: readonly Row[]): Bag[] {
  return all.map(({ context, question, answer, label }) => {
    const index = buildIndex([context]);
    const claims = splitClaims(answer).map(({ text }) => vector(text, index, question));
    return { claims: claims.length > 0 ? claims : [vector(answer, index, question)], label, weight: 1 };
  });
}

function vector(text: string, index: ReturnType<typeof buildIndex>, question: string): number[] {
  const { features } = compareClaim(text, index, question);
  return FEATURES.map((name) => features[name]);
}

/** Source sentences as their own claim, unchanged (supported) and with one fact altered (unsupported). */
function alteredRows(all: readonly Row[]): Row[] {
  const next = generator(7);
  const contexts = [...new Set(all.map((row) => row.context))].filter((text) => text.length > 40 && text.length < 600);
  return contexts.flatMap((context, at) => {
    const shortened = next() < 0.5 ? context : context.replace(/,[^,]*$/, "");
    const kept = { context, question: "", answer: shortened, label: 0 };
    const other = contexts[(at * 7 + 3) % contexts.length] ?? "";
    const answer = alter(shortened, other, next);
    return answer === null || answer === shortened ? [kept] : [kept, { context, question: "", answer, label: 1 }];
  });
}

function alter(text: string, other: string, next: () => number): string | null {
  const kinds = [alterNumber, alterName, alterPolarity, alterOpposite, alterWord];
  const start = Math.floor(next() * kinds.length);
  for (let step = 0; step < kinds.length; step += 1) {
    const altered = kinds[(start + step) % kinds.length]?.(text, other, next);
    if (altered !== undefined && altered !== text) return altered;
  }
  return null;
}

function alterNumber(text: string, _other: string, next: () => number): string {
  return text.replace(/\b\d{1,4}\b/, (digits) => String(Number(digits) + 1 + Math.floor(next() * 9)));
}

function alterName(text: string, other: string): string {
  const name = /(?<=[a-z,] )\p{Lu}\p{Ll}{3,}/u.exec(other)?.[0];
  return name === undefined ? text : text.replace(/(?<=[a-z,] )\p{Lu}\p{Ll}{3,}/u, name);
}

function alterPolarity(text: string): string {
  return text.replace(/\b(is|was|are|were|can|has been)\b/, "$1 not");
}

function alterOpposite(text: string): string {
  return text.replace(/\b[a-z]{4,}\b/g, (word) => OPPOSITES.get(word)?.[0] ?? word);
}

/** Exchanges the longest word for the longest of another source. */
function alterWord(text: string, other: string): string {
  const longest = (from: string) =>
    (from.match(/\b[a-z]{5,}\b/g) ?? []).reduce((a, b) => (b.length > a.length ? b : a), "");
  return text.replace(longest(text), longest(other));
}

/** Every source, and both labels within it, weigh the same. */
function balanced(sources: readonly (readonly [string, Bag[]])[]): Bag[] {
  return sources.flatMap(([name, all]) => {
    const count = (label: number) => all.filter((bag) => bag.label === label).length;
    const share = name.endsWith("altered") ? 0.2 : 1;
    return all.map((bag) => ({ ...bag, weight: (share * 1_000) / Math.max(1, count(bag.label)) }));
  });
}

/** Logistic regression; of an unsupported answer only the worst claim counts, found anew in each round. */
function fit(all: readonly Bag[]): Model {
  let model: Model = { bias: 0, weights: FEATURES.map(() => 0) };
  for (let round = 0; round < 3; round += 1) {
    const examples = all.flatMap((bag) => {
      const chosen = bag.label === 0 || round === 0 ? bag.claims : [worst(model, bag)];
      return chosen.map((claim) => ({ claim, label: bag.label, weight: bag.weight / chosen.length }));
    });
    model = descend(examples);
  }
  return model;
}

function descend(examples: readonly { claim: number[]; label: number; weight: number }[]): Model {
  const model: Model = { bias: 0, weights: FEATURES.map(() => 0) };
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const velocity = new Array<number>(FEATURES.length + 1).fill(0);
  for (let step = 0; step < 400; step += 1) {
    const gradient = new Array<number>(FEATURES.length + 1).fill(0);
    for (const { claim, label, weight } of examples) {
      const error = ((risk(model, claim) - label) * weight) / total;
      for (const [at, value] of claim.entries()) gradient[at] = (gradient[at] ?? 0) + error * value;
      gradient[FEATURES.length] = (gradient[FEATURES.length] ?? 0) + error;
    }
    for (const [at, slope] of gradient.entries()) {
      const weight = model.weights[at] ?? 0;
      velocity[at] = 0.9 * (velocity[at] ?? 0) - 0.6 * (slope + (at < FEATURES.length ? 0.0005 * weight : 0));
      if (at < FEATURES.length) model.weights[at] = Math.min(CEILING, Math.max(0, weight + (velocity[at] ?? 0)));
      else model.bias += velocity[at] ?? 0;
    }
  }
  return model;
}

function risk(model: Model, claim: readonly number[]): number {
  const sum = claim.reduce((before, value, at) => before + value * (model.weights[at] ?? 0), model.bias);
  return 1 / (1 + Math.exp(-sum));
}

function worst(model: Model, bag: Bag): number[] {
  return bag.claims.reduce((a, b) => (risk(model, b) > risk(model, a) ? b : a));
}

function balancedAccuracy(model: Model, all: readonly Bag[]): number {
  const rate = (label: number) => {
    const some = all.filter((bag) => bag.label === label);
    const right = some.filter(
      (bag) => Number(overall(bag.claims.map((claim) => 1 - risk(model, claim))) < 0.5) === label,
    );
    return right.length / Math.max(1, some.length);
  };
  return (rate(0) + rate(1)) / 2;
}

function writeModel(fitted: Model): void {
  const lines = FEATURES.map((name, at) => `    ${name}: ${(fitted.weights[at] ?? 0).toFixed(4)},`);
  const text = `/** Weights of the groundedness model, written by scripts/train/trust.ts. Positive weights speak against a claim. */
import type { FeatureName } from "#lib/guards/trust/grounding/features";

export const GROUNDING_MODEL: { bias: number; weights: Record<FeatureName, number> } = {
  bias: ${fitted.bias.toFixed(4)},
  weights: {
${lines.join("\n")}
  },
};
`;
  writeFileSync(new URL("../../lib/guards/trust/grounding/weights.ts", import.meta.url), text);
}

/** mulberry32 */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
