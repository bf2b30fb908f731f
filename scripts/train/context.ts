/**
 * npx tsx scripts/train/context.ts [--write] [--without-vectors]: fits the drift model on the public drift data and reports it
 * held out (every fifth conversation), afterwards and turn by turn.
 * Deterministic: seeded numbers, a fixed number of epochs.
 */
import { writeFileSync } from "node:fs";
import { decode, type FlatNetwork, flattened, type Network, scoreOf } from "#lib/guards/context/drift-model";
import { AGE, ageFeature, FEATURES, FeatureReader } from "#lib/guards/context/features";
import { transcribe } from "#lib/guards/context/transcript";
import { type Conversation, driftRows, heldOut, quality } from "#scripts/eval/context-segmentation";
import { rows } from "#scripts/eval/data";
import { assembledChats, assembledPairs } from "#scripts/train/context-chats";
import { fitNetwork, type Sample } from "#scripts/train/context-network";
import { spliced } from "#scripts/train/context-splice";

const TARGET = new URL("../../lib/guards/context/drift-weights.ts", import.meta.url);
/** How much each source counts in the loss: real dialogues most. */
const SHARES = { tiage: 30_000, sgd: 30_000, spliced: 10_000, chats: 25_000, pairs: 15_000, prompts: 20_000 };
/** How much a missed boundary weighs against a false alarm: brings the sources to one common threshold. */
const ODDS = { tiage: 1.7, sgd: 0.8, spliced: 1, chats: 2, pairs: 1.5, prompts: 1.5 };
/** Share of single-topic dialogues that may be reported, by networks that have not seen them. */
const FALSE_ALARMS = 0.08;
const PARTS = 3;

type Source = keyof typeof SHARES;
type Sources = Record<Source, Conversation[]>;
const VIEWS = ["afterwards", "live"] as const;
type View = (typeof VIEWS)[number];
/** Features of each turn, as seen afterwards and as seen live; the age of the topic is filled in later. */
const known = new Map<Conversation, Record<View, Float64Array>[]>();

const tiage = heldOut(driftRows(rows, "tiage"));
const sgd = heldOut(driftRows(rows, "sgd"));
const chats = heldOut(assembledChats(rows));
const pairs = heldOut(assembledPairs(rows));
const train: Sources = {
  tiage: tiage.train,
  sgd: sgd.train,
  spliced: spliced(tiage.train, sgd.train),
  chats: chats.train,
  pairs: pairs.train,
  prompts: [...sgd.train, ...chats.train, ...chats.train].map(promptsOf),
};

const withoutVectors = process.argv.includes("--without-vectors");
const unused = new Set(
  withoutVectors ? [...FEATURES.keys()].filter((index) => /like|known/i.test(FEATURES[index] ?? "")) : [],
);

const whole = trained(train);
report(whole);
if (process.argv.includes("--write")) write(whole);

/** The bias is moved so that 0.5 is the threshold found on each part of the data by a network that saw only the others. */
function trained(sources: Sources): Network {
  const judged = Array.from({ length: PARTS }, (_, part) => ({
    unseen: mapSources(sources, (source) => source.filter((_one, index) => index % PARTS === part)),
    network: flattened(fit(mapSources(sources, (source) => source.filter((_one, index) => index % PARTS !== part)))),
  }));
  const threshold = calibrated(judged);
  const network = fit(sources);
  console.log(`threshold ${threshold.toFixed(2)}`);
  return { ...network, bias: network.bias - Math.log(threshold / (1 - threshold)) };
}

function fit(sources: Sources): Network {
  const samples = (Object.keys(sources) as Source[]).flatMap((name) => {
    const own = sources[name].flatMap((conversation) => samplesOf(conversation, ODDS[name]));
    return own.map((sample) => ({ ...sample, weight: (sample.weight * SHARES[name]) / own.length }));
  });
  return fitNetwork(samples, FEATURES);
}

/** What is left when a caller keeps only the user's messages. */
function promptsOf({ turns, boundaries }: Conversation): Conversation {
  const kept = [...turns.keys()].filter((index) => turns[index]?.role === "user");
  const opens = boundaries.map((boundary) => kept.findIndex((index) => index >= boundary)).filter((at) => at > 0);
  return { turns: kept.flatMap((index) => turns[index] ?? []), boundaries: [...new Set(opens)] };
}

function mapSources<From, To>(sources: Record<Source, From>, map: (source: From) => To): Record<Source, To> {
  return Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, map(source)])) as Record<Source, To>;
}

/** Each turn twice: as seen afterwards, and as seen live, when nothing follows yet. */
function samplesOf(conversation: Conversation, odds: number): Sample[] {
  const opens = new Set(conversation.boundaries);
  let opened = 0;
  return viewsOf(conversation).flatMap(({ afterwards, live }, at) => {
    const index = at + 1;
    const age = ageFeature(Math.max(1, index - opened));
    if (opens.has(index)) opened = index;
    return [afterwards, live].map((view) => ({
      features: aged(view, age),
      label: opens.has(index) ? 1 : 0,
      weight: opens.has(index) ? odds : 1,
    }));
  });
}

function aged(view: Float64Array, age: number): Float64Array {
  const features = view.slice();
  features[AGE] = age;
  return features;
}

/** From the second turn on. */
function viewsOf(conversation: Conversation): Record<View, Float64Array>[] {
  const found = known.get(conversation);
  if (found !== undefined) return found;
  const entries = conversation.turns.map(({ role, content }) => ({ role, text: content, message: null, turn: null }));
  const { profiles, vocabulary } = transcribe({ entries, earlier: 0 });
  const reader = new FeatureReader(profiles, vocabulary);
  const views = profiles.slice(1).map((_, at) => ({
    afterwards: masked(reader.read(at + 1, 1)),
    live: masked(reader.read(at + 1, 1, 0)),
  }));
  known.set(conversation, views);
  return views;
}

function masked(view: Float64Array): Float64Array {
  return view.map((value, index) => (unused.has(index) ? 0 : value));
}

/** The lowest threshold at which few enough single-topic dialogues are reported, in both views. */
function calibrated(judged: readonly { unseen: Sources; network: FlatNetwork }[]): number {
  for (let threshold = 0.2; threshold < 0.9; threshold += 0.02) {
    const rates = judged.flatMap(({ unseen, network }) =>
      VIEWS.map((view) => alarmRate(unseen.sgd, network, threshold, view)),
    );
    if (rates.reduce((sum, rate) => sum + rate, 0) / rates.length <= FALSE_ALARMS) return threshold;
  }
  return 0.9;
}

function alarmRate(all: readonly Conversation[], network: FlatNetwork, threshold: number, view: View): number {
  const controls = all.filter(({ boundaries }) => boundaries.length === 0);
  const reported = controls.filter((conversation) => guess(conversation, threshold, network, view).length > 0);
  return reported.length / Math.max(1, controls.length);
}

/** Live, the view of a turn changes once others follow; here it is kept, which is what the caller was told. */
function guess(conversation: Conversation, threshold: number, network: FlatNetwork, view: View): number[] {
  const views = viewsOf(conversation);
  return decode(views.length + 1, threshold, (index, opened) => {
    const features = views[index - 1]?.[view];
    return features === undefined ? 0 : scoreOf(aged(features, ageFeature(index - opened)), network);
  }).boundaries;
}

function report(weights: Network): void {
  const network = flattened(weights);
  for (const [source, { test }] of Object.entries({
    tiage,
    sgd,
    chats,
    pairs,
    prompts: { test: [...sgd.test, ...chats.test].map(promptsOf) },
  })) {
    const none = quality(test, () => []);
    for (const view of VIEWS) {
      const { pk, f1, precision, recall } = quality(test, (conversation) => guess(conversation, 0.5, network, view));
      console.log(
        `${source.padEnd(6)} ${view.padEnd(10)} Pk ${pk.toFixed(3)} (none ${none.pk.toFixed(3)}) F1 ${f1.toFixed(3)} P ${precision.toFixed(3)} R ${recall.toFixed(3)} controls ${alarmRate(test, network, 0.5, view).toFixed(3)}`,
      );
    }
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
