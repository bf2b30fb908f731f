/**
 * Contextguard: topic boundaries on the held-out fifth of the public dialogues, beside two baselines and on
 * single-topic controls; contradictions, escalation and drift on the project's own conversations.
 */
import { readFileSync } from "node:fs";
import type { Content } from "#lib/guards/content";
import { context } from "#lib/guards/context/index";
import type { ContextData } from "#lib/guards/context/schema";
import { type Terms, termsOf } from "#lib/guards/context/terms";
import { type Conversation, driftRows, heldOut, quality } from "#scripts/eval/context-segmentation";
import { tokenEstimate } from "#scripts/eval/context-tokens";
import type { Evaluate, Metric, RowReader } from "#scripts/eval/metric";

interface Labelled {
  label: 0 | 1;
  turns: string[];
}

export const evaluate: Evaluate = (rows) => [
  ...["tiage", "sgd"].flatMap((source) => segmentation(rows, source)),
  ...["contradiction", "escalation", "drift"].flatMap(ownCorpus),
  ...["drift", "short-chats"].flatMap(liveCorpus),
  ...tokenEstimate(rows),
];

function segmentation(rows: RowReader, source: string): Metric[] {
  const { train, test } = heldOut(driftRows(rows, source));
  if (test.length === 0) return [];
  const guard = quality(test, (conversation) => verdictOf(conversation).boundaries);
  const live = quality(test, liveBoundaries);
  const words = quality(test, wordOverlap(train));
  const controls = test.filter(({ boundaries }) => boundaries.length === 0);
  const named = (name: string, value: number, better: Metric["better"], n = test.length): Metric => ({
    name: `context.drift.${name} [${source}]`,
    value,
    better,
    n,
  });
  return [
    named("pk", guard.pk, "lower"),
    named("f1", guard.f1, "higher"),
    named("recall", guard.recall, "higher"),
    named("message_fpr", guard.falsePositiveRate, "lower"),
    named("live_f1", live.f1, "higher"),
    named("live_pk", live.pk, "lower"),
    named("baseline_pk no boundary", quality(test, () => []).pk, "lower"),
    named("baseline_pk bag of words", words.pk, "lower"),
    named("baseline_f1 bag of words", words.f1, "higher"),
    named(
      "single_topic_fpr",
      share(controls, (one) => verdictOf(one).boundaries.length > 0),
      "lower",
      controls.length,
    ),
    named(
      "live_single_topic_fpr",
      share(controls, (one) => liveBoundaries(one).length > 0),
      "lower",
      controls.length,
    ),
  ];
}

function verdictOf({ turns }: Pick<Conversation, "turns">): ContextData {
  const content: Content = { messages: turns, targets: [turns.length - 1] };
  return context.run(content, {}, undefined).data as unknown as ContextData;
}

/** Turn by turn, the earlier ones as memory. */
function liveBoundaries({ turns }: Conversation): number[] {
  const remembered = turns.map(({ role, content }, at) => ({ id: `t${at}`, role, text: content, created_at_ms: at }));
  return turns.flatMap((turn, index) => {
    const evidence = { now_ms: index, session_id: "s", turns: remembered.slice(0, index) };
    const { data } = context.run({ messages: [turn], targets: [0] }, {}, evidence);
    return (data as unknown as ContextData).boundaries.length > 0 ? [index] : [];
  });
}

/** A new topic wherever the cosine of neighbouring blocks is low; the limit is the best one on the other conversations. */
function wordOverlap(train: readonly Conversation[]): (conversation: Conversation) => number[] {
  const guessAt = (limit: number) => (conversation: Conversation) => lowOverlap(conversation, limit);
  const sample = train.filter((_, index) => index % 4 === 0);
  const limits = [0, 0.02, 0.05, 0.1, 0.2];
  const scored = limits.map((limit) => ({ limit, pk: quality(sample, guessAt(limit)).pk }));
  const best = scored.sort((a, b) => a.pk - b.pk)[0]?.limit ?? 0;
  return guessAt(best);
}

function lowOverlap({ turns }: Conversation, limit: number): number[] {
  const terms = turns.map(({ content }) => termsOf(content));
  return turns.flatMap((_, index) => {
    const before = union(terms.slice(Math.max(0, index - 3), index));
    const after = union(terms.slice(index, index + 3));
    return index > 0 && cosine(before, after) <= limit ? [index] : [];
  });
}

function union(parts: readonly Terms[]): Map<string, number> {
  return new Map(parts.flatMap((part) => [...part]));
}

function cosine(left: Terms, right: Terms): number {
  const dot = (terms: Terms) => [...left].reduce((sum, [term, weight]) => sum + weight * (terms.get(term) ?? 0), 0);
  const norm = (terms: Terms) => Math.hypot(...terms.values());
  return left.size === 0 || right.size === 0 ? 0 : dot(right) / (norm(left) * norm(right));
}

function readCorpus(kind: string): Labelled[] {
  const url = new URL(`../../tests/corpus/context/${kind}.jsonl`, import.meta.url);
  const lines = readFileSync(url, "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Labelled);
}

function ownCorpus(kind: string): Metric[] {
  const all = readCorpus(kind);
  const rate = (label: 0 | 1) => {
    const chosen = all.filter((row) => row.label === label);
    return { n: chosen.length, value: chosen.filter((row) => isReported(kind, row)).length / chosen.length };
  };
  return [
    { name: `context.${kind}.recall [own]`, better: "higher", ...rate(1) },
    { name: `context.${kind}.fpr [own]`, better: "lower", ...rate(0) },
  ];
}

/** Turn by turn, and by the user's messages only, as callers send them who keep a session of prompts. */
function liveCorpus(kind: string): Metric[] {
  const all = readCorpus(kind).map(({ label, turns }) => ({ label, turns: asTurns(turns) }));
  const views = {
    live: all,
    prompts: all.map(({ label, turns }) => ({ label, turns: turns.filter(({ role }) => role === "user") })),
  };
  return Object.entries(views).flatMap(([view, talks]) =>
    ([1, 0] as const).map((label): Metric => {
      const chosen = talks.filter((one) => one.label === label);
      const value = share(chosen, ({ turns }) => liveBoundaries({ turns, boundaries: [] }).length > 0);
      const [name, better] = label === 1 ? (["recall", "higher"] as const) : (["fpr", "lower"] as const);
      return { name: `context.${kind}.${view}_${name} [own]`, value, better, n: chosen.length };
    }),
  );
}

function asTurns(turns: readonly string[]): Conversation["turns"] {
  return turns.map((content, index) => ({ role: index % 2 === 0 ? "user" : "assistant", content }));
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.filter(holds).length / Math.max(1, items.length);
}

function isReported(kind: string, { turns }: Labelled): boolean {
  const data = verdictOf({ turns: asTurns(turns) });
  if (kind === "contradiction") return data.contradictions.length > 0;
  return kind === "escalation" ? data.drift_type === "escalation" : data.boundaries.length > 0;
}
