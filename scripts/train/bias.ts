/**
 * npx tsx scripts/train/bias.ts: trains the sexism model on the EDOS training split (CC0) and writes
 * lib/guards/bias/weights.ts. Every fifth row is held out and never seen here. Deterministic.
 */
import { writeFileSync } from "node:fs";
import { BUCKETS, featuresOf } from "#lib/guards/bias/features";
import { shapeOf } from "#lib/guards/bias/shape";
import { rows } from "#scripts/eval/data";
import { neutralSentences } from "#scripts/train/bias-neutral";

interface Row {
  id: string;
  text: string;
  label: number;
}
interface Example {
  features: Uint16Array;
  label: number;
}

const EPOCHS = 14;
const RATE = 0.25;
const DECAY = Number(process.env.DECAY ?? 2e-5);
const POSITIVE_WEIGHT = 1.7;
const LEVELS = 31;

/** Held out: the rows whose number is divisible by five. */
export function isHeldOut(row: { id: string }): boolean {
  return Number(row.id.split("-").at(-1)) % 5 === 0;
}

export function exampleOf(row: Row): Example {
  const { units } = shapeOf({ text: row.text, start: 0, end: row.text.length });
  return { features: Uint16Array.from([...featuresOf(units)].sort((left, right) => left - right)), label: row.label };
}

function train(examples: readonly Example[]): { weights: Float64Array; bias: number } {
  const weights = new Float64Array(BUCKETS);
  const squares = new Float64Array(BUCKETS).fill(1);
  let bias = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const index of shuffled(examples.length, epoch)) {
      const example = examples[index];
      if (example === undefined) continue;
      const scale = 1 / Math.sqrt(example.features.length + 1);
      let sum = bias;
      for (const feature of example.features) sum += (weights[feature] ?? 0) * scale;
      const error = (1 / (1 + Math.exp(-sum)) - example.label) * (example.label === 1 ? POSITIVE_WEIGHT : 1);
      bias -= 0.02 * error;
      for (const feature of example.features) {
        const gradient = error * scale + DECAY * (weights[feature] ?? 0);
        squares[feature] = (squares[feature] ?? 1) + gradient * gradient;
        weights[feature] = (weights[feature] ?? 0) - ((RATE * gradient) / Math.sqrt(squares[feature] ?? 1)) * 4;
      }
    }
  }
  return { weights, bias };
}

/** A fixed permutation for each epoch, by a linear congruential generator. */
function shuffled(length: number, epoch: number): number[] {
  const order = [...Array(length).keys()];
  let state = 12_345 + epoch;
  for (let at = length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}

/** One printable character a weight: code 63 is zero. The backslash is left out, so no escapes are needed. */
function packed(weights: Float64Array, unit: number): string {
  return Array.from(weights, (weight) => {
    const level = Math.max(-27, Math.min(LEVELS * 2, Math.round(weight / unit)));
    const code = 63 + level;
    return String.fromCharCode(code === 92 ? 91 : code === 96 ? 97 : code);
  }).join("");
}

/** Half of the ordinary requests; the evaluation uses the other half as well. */
function ordinaryRequests(): string[] {
  return ["self_instruct", "mtbench_vicuna", "awesome_roleplay_classic"]
    .flatMap((name) => rows<Row>(`benign_hard/${name}.jsonl.gz`))
    .filter((_, index) => index % 2 === 1)
    .map((row) => row.text);
}

function main(): void {
  const data = rows<Row>("bias/edos_train.jsonl.gz");
  const ordinary = [...neutralSentences(), ...ordinaryRequests()].map((text, index) => ({
    id: `neutral-${index}`,
    text,
    label: 0,
  }));
  const examples = [...data.filter((row) => !isHeldOut(row)), ...ordinary].map(exampleOf);
  const { weights, bias } = train(examples);
  const magnitude = [...weights].map(Math.abs).sort((left, right) => right - left)[40] ?? 1;
  const unit = magnitude / 27;
  writeFileSync(
    new URL("../../lib/guards/bias/weights.ts", import.meta.url),
    `/** Written by scripts/train/bias.ts from ${examples.length} texts (EDOS training split, CC0, and neutral sentences). */\n` +
      `export const INTERCEPT = ${bias.toFixed(4)};\nexport const UNIT = ${unit.toFixed(6)};\n` +
      `/** One character a bucket: its code minus 63, times UNIT. */\nexport const PACKED =\n  ${JSON.stringify(packed(weights, unit))};\n`,
  );
}

if (process.argv[1]?.endsWith("bias.ts")) main();
