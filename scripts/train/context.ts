/**
 * npx tsx scripts/train/context.ts [--write]: fits the drift model on the public drift data and reports
 * it held out (every fifth conversation) and across sources (fitted on one, measured on the other).
 * Deterministic: no random numbers, a convex loss, a fixed number of Newton steps.
 */
import { writeFileSync } from "node:fs";
import { decode, scoreOf, siteAt, type Weights } from "#lib/guards/context/drift-model";
import { ageFeature, featuresOf } from "#lib/guards/context/features";
import { profileOf } from "#lib/guards/context/profile";
import { type Conversation, driftRows, heldOut, quality } from "#scripts/eval/context-segmentation";
import { rows } from "#scripts/eval/data";
import { fitLogistic, type Sample } from "#scripts/train/context-logistic";
import { spliced } from "#scripts/train/context-splice";

const TARGET = new URL("../../lib/guards/context/drift-weights.ts", import.meta.url);

const tiage = heldOut(driftRows(rows, "tiage"));
const sgd = heldOut(driftRows(rows, "sgd"));
/** Features of each turn, as seen afterwards and as seen live; the age of the topic is filled in later. */
const known = new Map<Conversation, Record<string, number>[][]>();

report("tiage only", trained([tiage.train]));
report("sgd only", trained([sgd.train]));
const all = trained([tiage.train, sgd.train, spliced(tiage.train, sgd.train)]);
report("both and splices", all);
if (process.argv.includes("--write")) write(all);

function trained(sources: Conversation[][]): Weights {
  const samples = sources.flatMap((source) => {
    const own = source.flatMap(samplesOf);
    return own.map((sample) => ({ ...sample, weight: 10_000 / own.length }));
  });
  return centred(fitLogistic(samples), sources.flat());
}

/** Each turn twice: as seen afterwards, and as seen live, when nothing follows yet. */
function samplesOf(conversation: Conversation): Sample[] {
  const opens = new Set(conversation.boundaries);
  let opened = 0;
  return featuresOfTurns(conversation).flatMap((views, index) => {
    const age = ageFeature(Math.max(1, index - opened));
    if (opens.has(index)) opened = index;
    return views.map((view) => ({ features: { ...view, age }, label: opens.has(index) ? 1 : 0, weight: 1 }));
  });
}

function featuresOfTurns(conversation: Conversation): Record<string, number>[][] {
  const found = known.get(conversation);
  if (found !== undefined) return found;
  const profiles = conversation.turns.map((turn) => profileOf(turn.role, turn.content));
  const features = profiles.map((_, index) => {
    const site = siteAt(profiles, index, index - 1);
    return site === null ? [] : [featuresOf(site), featuresOf({ ...site, after: [] })];
  });
  known.set(conversation, features);
  return features;
}

/** Moves the bias so that 0.5 is the threshold with the lowest Pk over the training conversations. */
function centred(weights: Weights, conversations: Conversation[]): Weights {
  let best = { pk: 1, threshold: 0.5 };
  for (let threshold = 0.2; threshold < 0.8; threshold += 0.02) {
    const { pk } = quality(conversations, (conversation) => guess(conversation, threshold, weights));
    if (pk < best.pk) best = { pk, threshold };
  }
  const shift = Math.log(best.threshold / (1 - best.threshold));
  return { ...weights, bias: (weights.bias ?? 0) - shift };
}

function guess(conversation: Conversation, threshold: number, weights: Weights): number[] {
  const turns = featuresOfTurns(conversation);
  return decode(turns.length, threshold, (index, opened) => {
    const view = turns[index]?.[0];
    return view === undefined ? 0 : scoreOf({ ...view, age: ageFeature(index - opened) }, weights);
  }).boundaries;
}

function report(name: string, weights: Weights): void {
  for (const [source, test] of Object.entries({ tiage: tiage.test, sgd: sgd.test })) {
    const whole = quality(test, (conversation) => guess(conversation, 0.5, weights));
    const none = quality(test, () => []);
    console.log(
      `${name.padEnd(18)} ${source.padEnd(6)} Pk ${whole.pk.toFixed(3)} (none ${none.pk.toFixed(3)}) F1 ${whole.f1.toFixed(3)} P ${whole.precision.toFixed(3)} R ${whole.recall.toFixed(3)} FPR ${whole.falsePositiveRate.toFixed(3)}`,
    );
  }
}

function write(weights: Weights): void {
  const lines = Object.entries(weights).map(
    ([name, value]) => `  ${/^\w+$/.test(name) ? name : `"${name}"`}: ${value.toFixed(4)},`,
  );
  writeFileSync(
    TARGET,
    `/** Weights of the drift model, written by scripts/train/context.ts. */
export const DRIFT_WEIGHTS: Readonly<Record<string, number>> = {
${lines.join("\n")}
};
`,
  );
}
