/**
 * npx tsx scripts/train/context-vectors.ts: learns a short vector for every stem of term-levels from which
 * stems share short passages of the public data (positive pointwise mutual information, factorised), and
 * writes lib/guards/context/term-vectors.ts. Of the drift data only the training split is read.
 */
import { writeFileSync } from "node:fs";
import { TERM_LEVELS } from "#lib/guards/context/term-levels";
import { termsOf } from "#lib/guards/context/terms";
import { splitWords } from "#lib/guards/text/words";
import { driftRows, heldOut } from "#scripts/eval/context-segmentation";
import { rows } from "#scripts/eval/data";
import { factorise, type SparseMatrix } from "#scripts/train/context-factors";

const TARGET = new URL("../../lib/guards/context/term-vectors.ts", import.meta.url);
const DIMENSIONS = 16;
/** Words and turns of a passage. */
const PASSAGE = 40;
const TURNS = 3;
/** Share of the exponent that keeps rare neighbours from counting too much (Levy and others, 2015). */
const SMOOTHING = 0.75;
/** Passages that must have both stems. */
const LEAST = 2;
/** Steps of a coordinate on either side of zero: four bits. */
const STEPS = 7;

interface Row {
  text?: string | null;
  context?: string | null;
  question?: string | null;
  answer?: string | null;
}

const FILES = [
  "trust_grounding/begin_wow.jsonl.gz",
  "trust_grounding/halueval_general.jsonl.gz",
  "trust_grounding/halueval_qa.jsonl.gz",
  "trust_grounding/factool_kbqa_claims.jsonl.gz",
  "benign_hard/self_instruct.jsonl.gz",
  "benign_hard/mtbench_vicuna.jsonl.gz",
  "benign_hard/awesome_roleplay_classic.jsonl.gz",
  "benign_hard/cse_mitre_frr.jsonl.gz",
  "math/gsm8k_train_corrupt.jsonl.gz",
  "pii/wnut17_train.jsonl.gz",
  "injection/bipia_train.jsonl.gz",
];

const stems = TERM_LEVELS.slice(1).flatMap((words) => words.split(" "));
const numbers = new Map(stems.map((stem, index) => [stem, index]));

const vectors = factorise(mutualInformation(passages()), DIMENSIONS);
const missing = vectors.filter((vector) => vector.every((value) => value === 0)).length;
writeFileSync(
  TARGET,
  `/** ${DIMENSIONS} coordinates of four bits for every stem of term-levels from its second level on; see README.md. */
export const TERM_VECTORS =
  "${packed(vectors)}";
`,
);
console.log(`${stems.length} stems, ${missing} without a vector`);
for (const word of ["databas", "beach", "wedd", "hotel", "recip", "football", "loan", "dog"])
  console.log(word, nearest(word));

function passages(): number[][] {
  const texts = new Set<string>();
  for (const file of FILES) {
    for (const { text, context, question, answer } of rows<Row>(file)) {
      for (const whole of [text ?? "", context ?? "", question ? `${question} ${answer ?? ""}` : ""]) {
        for (const part of cut(whole)) texts.add(part);
      }
    }
  }
  for (const source of ["tiage", "sgd"]) {
    for (const { turns, boundaries } of heldOut(driftRows(rows, source)).train) {
      for (let at = 0; at + 1 < turns.length; at += 1) {
        const end = boundaries.find((boundary) => boundary > at) ?? turns.length;
        const run = turns.slice(at, Math.min(end, at + TURNS));
        texts.add(run.map(({ content }) => content).join(" "));
      }
    }
  }
  return [...texts].map((text) => [...termsOf(text).keys()].flatMap((term) => numbers.get(term) ?? []));
}

function cut(text: string): string[] {
  const words = splitWords(text.slice(0, 20_000));
  const parts: string[] = [];
  for (let from = 0; from < words.length; from += PASSAGE) {
    parts.push(text.slice(words[from]?.start, words[Math.min(words.length, from + PASSAGE) - 1]?.end));
  }
  return parts;
}

function mutualInformation(lists: readonly number[][]): SparseMatrix {
  const together = stems.map(() => new Map<number, number>());
  for (const list of lists) {
    for (const left of list) {
      const row = together[left];
      for (const right of list) if (left !== right) row?.set(right, (row.get(right) ?? 0) + 1);
    }
  }
  const totals = together.map((row) => [...row.values()].reduce((sum, count) => sum + count, 0));
  const all = totals.reduce((sum, count) => sum + count, 0);
  const smoothed = totals.map((count) => count ** SMOOTHING);
  const allSmoothed = smoothed.reduce((sum, count) => sum + count, 0);
  return together.map((row, left) => {
    const columns: number[] = [];
    const values: number[] = [];
    for (const [right, count] of row) {
      const byChance = ((totals[left] ?? 1) / all) * ((smoothed[right] ?? 1) / allSmoothed);
      const information = Math.log(count / all / byChance);
      if (count < LEAST || information <= 0) continue;
      columns.push(right);
      values.push(information);
    }
    return { columns: Int32Array.from(columns), values: Float64Array.from(values) };
  });
}

/** Two coordinates a byte, each 0 to 14 with 7 for zero, in base64. */
function packed(all: readonly Float64Array[]): string {
  const bytes = all.flatMap((vector) => {
    const largest = Math.max(1e-9, ...Array.from(vector, Math.abs));
    const steps = Array.from(vector, (value) => Math.round((value / largest) * STEPS) + STEPS);
    return Array.from({ length: DIMENSIONS / 2 }, (_, at) => ((steps[2 * at] ?? 0) << 4) | (steps[2 * at + 1] ?? 0));
  });
  return Buffer.from(bytes).toString("base64");
}

function nearest(stem: string): string {
  const own = vectors[numbers.get(stem) ?? -1];
  if (own === undefined) return "unknown";
  const similarity = (other: Float64Array) => other.reduce((sum, value, at) => sum + value * (own[at] ?? 0), 0);
  const ranked = vectors.map((vector, at) => ({ stem: stems[at], similarity: similarity(vector) }));
  return ranked
    .sort((left, right) => right.similarity - left.similarity)
    .slice(1, 9)
    .map((each) => each.stem)
    .join(" ");
}
