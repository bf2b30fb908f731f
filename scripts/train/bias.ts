/**
 * npx tsx scripts/train/bias.ts: trains the sexism model on the EDOS training split (CC0) and writes
 * lib/guards/bias/weights.ts. One text in five, by hash, is held out. Deterministic.
 */
import { writeFileSync } from "node:fs";
import { BUCKETS, featuresOf } from "#lib/guards/bias/features";
import { shapeOf } from "#lib/guards/bias/shape";
import { normalise } from "#lib/guards/text/normalise";
import { rows } from "#scripts/eval/data";
import { neutralSentences } from "#scripts/train/bias-neutral";
import { type Example, isHeldOut, packed, trainLinear, unitOf } from "#scripts/train/bias-regression";

interface Row {
  text: string;
  label: number;
}
const SETTINGS = { buckets: BUCKETS, epochs: 3, rate: 0.7, decay: 5e-5, positiveWeight: 1.7, scaled: true };
const RANK_OF_LARGEST = 200;
const LEAST_LEVEL = 2;
/** The probability at which the guard's macro-F1 was best on a fifth of the training texts; the model answers one half there. */
const BALANCE = 0.31;

function exampleOf(row: Row): Example {
  const { text } = normalise(row.text);
  const shape = shapeOf({ text, start: 0, end: text.length });
  return { features: Uint32Array.from([...featuresOf(shape)].sort((left, right) => left - right)), label: row.label };
}

/** The ordinary requests that are not held out; the evaluation uses those as well. */
function ordinaryRequests(): string[] {
  return ["self_instruct", "mtbench_vicuna", "awesome_roleplay_classic"]
    .flatMap((name) => rows<Row>(`benign_hard/${name}.jsonl.gz`))
    .filter((row) => !isHeldOut("bias", row.text))
    .map((row) => row.text);
}

function main(): void {
  const data = rows<Row>("bias/edos_train.jsonl.gz");
  const ordinary = [...neutralSentences(), ...ordinaryRequests()].map((text) => ({ text, label: 0 }));
  const examples = [...data.filter((row) => !isHeldOut("bias", row.text)), ...ordinary].map(exampleOf);
  const { weights, intercept } = trainLinear(examples, SETTINGS);
  const unit = unitOf(weights, RANK_OF_LARGEST);
  const balanced = intercept - Math.log(BALANCE / (1 - BALANCE));
  writeFileSync(
    new URL("../../lib/guards/bias/weights.ts", import.meta.url),
    `/** Written by scripts/train/bias.ts from ${examples.length} texts (EDOS training split, CC0, and neutral sentences). */\n` +
      `export const INTERCEPT = ${balanced.toFixed(4)};\nexport const UNIT = ${unit.toFixed(6)};\n` +
      `/** One character a bucket: its code minus 63, times UNIT. */\nexport const PACKED =\n  ${JSON.stringify(packed(weights, unit, LEAST_LEVEL))};\n`,
  );
}

main();
