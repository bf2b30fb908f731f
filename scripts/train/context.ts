/**
 * npx tsx scripts/train/context.ts [--write]: fits the drift model on the public drift data and reports
 * it held out (every fifth conversation) and across sources (fitted on one, measured on the other).
 * Deterministic: seeded numbers, a fixed number of epochs.
 */
import { writeFileSync } from "node:fs";
import { decode, type Network, scoreOf, siteAt } from "#lib/guards/context/drift-model";
import { ageFeature, featuresOf } from "#lib/guards/context/features";
import { profileOf } from "#lib/guards/context/profile";
import { type Conversation, driftRows, heldOut, quality } from "#scripts/eval/context-segmentation";
import { rows } from "#scripts/eval/data";
import { assembledChats, assembledPairs } from "#scripts/train/context-chats";
import { fitNetwork, type Sample } from "#scripts/train/context-network";
import { spliced } from "#scripts/train/context-splice";

const TARGET = new URL("../../lib/guards/context/drift-weights.ts", import.meta.url);

const tiage = heldOut(driftRows(rows, "tiage"));
const sgd = heldOut(driftRows(rows, "sgd"));
const chats = heldOut(assembledChats(rows));
const pairs = heldOut(assembledPairs(rows));
/** How much each source counts in the loss: real dialogues most. */
const SHARES = [30_000, 30_000, 10_000, 25_000, 15_000];
const F1_SHARE = 0.3;
/** Features of each turn, as seen afterwards and as seen live; the age of the topic is filled in later. */
const known = new Map<Conversation, Record<string, number>[][]>();

report("tiage only", trained([tiage.train]));
report("sgd only", trained([sgd.train]));
const all = trained([tiage.train, sgd.train, spliced(tiage.train, sgd.train), chats.train, pairs.train]);
report("all", all);
if (process.argv.includes("--write")) write(all);

function trained(sources: Conversation[][]): Network {
  const samples = sources.flatMap((source, rank) => {
    const own = source.flatMap(samplesOf);
    return own.map((sample) => ({ ...sample, weight: (SHARES[rank] ?? 1) / own.length }));
  });
  return centred(fitNetwork(samples), sources);
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

/** Moves the bias so that 0.5 is the threshold with the lowest mean Pk, less a part of F1, over the training sources. */
function centred(weights: Network, sources: Conversation[][]): Network {
  let best = { loss: 1, threshold: 0.5 };
  for (let threshold = 0.1; threshold < 0.8; threshold += 0.02) {
    const measured = sources.map((source) =>
      quality(source, (conversation) => guess(conversation, threshold, weights)),
    );
    const loss = measured.reduce((sum, { pk, f1 }) => sum + pk - F1_SHARE * f1, 0) / measured.length;
    if (loss < best.loss) best = { loss, threshold };
  }
  const shift = Math.log(best.threshold / (1 - best.threshold));
  return { ...weights, bias: weights.bias - shift };
}

function guess(conversation: Conversation, threshold: number, weights: Network): number[] {
  const turns = featuresOfTurns(conversation);
  return decode(turns.length, threshold, (index, opened) => {
    const view = turns[index]?.[0];
    return view === undefined ? 0 : scoreOf({ ...view, age: ageFeature(index - opened) }, weights);
  }).boundaries;
}

function report(name: string, weights: Network): void {
  for (const [source, test] of Object.entries({
    tiage: tiage.test,
    sgd: sgd.test,
    chats: chats.test,
    pairs: pairs.test,
  })) {
    const whole = quality(test, (conversation) => guess(conversation, 0.5, weights));
    const none = quality(test, () => []);
    console.log(
      `${name.padEnd(18)} ${source.padEnd(6)} Pk ${whole.pk.toFixed(3)} (none ${none.pk.toFixed(3)}) F1 ${whole.f1.toFixed(3)} P ${whole.precision.toFixed(3)} R ${whole.recall.toFixed(3)} FPR ${whole.falsePositiveRate.toFixed(3)}`,
    );
  }
}

function write(network: Network): void {
  const list = (values: readonly number[]) => `[${values.map((value) => Math.round(value * 1_000)).join(", ")}]`;
  writeFileSync(
    TARGET,
    `/** The trained drift model in thousandths, written by scripts/train/context.ts. */
import type { Network } from "#lib/guards/context/drift-model";

export const DRIFT_NETWORK: Network = {
  names: ${JSON.stringify(network.names)},
  mean: ${list(network.mean)},
  scale: ${list(network.scale)},
  units: [${network.units.map(list).join(",")}],
  output: ${list(network.output)},
  bias: ${Math.round(network.bias * 1_000)},
};
`,
  );
}
