/**
 * npx tsx scripts/train/toxicity.ts: trains the toxicity models on labelled posts (Davidson et al. 2017, MIT) and
 * ordinary requests, and writes lib/guards/health/toxicity-weights.ts. One text in five, by hash, is never seen.
 */
import { writeFileSync } from "node:fs";
import { termsOf } from "#lib/guards/health/terms";
import { BUCKETS, featuresOf } from "#lib/guards/health/toxicity-features";
import { rows } from "#scripts/eval/data";
import { neutralSentences } from "#scripts/train/bias-neutral";
import { type Example, isHeldOut, packed, trainLinear, unitOf } from "#scripts/train/bias-regression";

interface Post {
  text: string;
  category: string;
}

const SETTINGS = { buckets: BUCKETS, epochs: 10, rate: 1, decay: 1e-4 };
/** Longest beginning of an ordinary text: as long as a post. */
const MAX_LENGTH = 300;

function featureList(text: string): Uint32Array {
  return Uint32Array.from([...featuresOf(termsOf(plain(text)))].sort((left, right) => left - right));
}

/** Without HTML entities and links, which no caller's text has and which tell the source. */
function plain(text: string): string {
  return text.replace(/&#?\w{1,8};/g, " ").replace(/https?:\S+/g, " ");
}

function posts(): Post[] {
  const ordinary = ["self_instruct", "mtbench_vicuna", "awesome_roleplay_classic"]
    .flatMap((name) => rows<Post>(`benign_hard/${name}.jsonl.gz`))
    .map(({ text }) => ({ text: text.slice(0, MAX_LENGTH), category: "neither" }));
  const neutral = neutralSentences().map((text) => ({ text, category: "neither" }));
  const labelled = rows<Post>("toxicity/davidson.jsonl.gz");
  return [...labelled, ...ordinary].filter(({ text }) => !isHeldOut("toxicity", text)).concat(neutral);
}

function written(name: string, examples: readonly Example[], positiveWeight: number): string {
  const { weights, intercept } = trainLinear(examples, { ...SETTINGS, positiveWeight });
  const unit = unitOf(weights);
  const model = `  intercept: ${intercept.toFixed(4)},\n  unit: ${unit.toFixed(6)},\n  packed:\n    ${JSON.stringify(packed(weights, unit))},\n`;
  return `export const ${name}: PackedModel = {\n${model}};\n`;
}

function main(): void {
  const read = posts().map(({ text, category }) => ({ features: featureList(text), category }));
  const labelled = (isPositive: (category: string) => boolean) =>
    read.map(({ features, category }) => ({ features, label: isPositive(category) ? 1 : 0 }));
  writeFileSync(
    new URL("../../lib/guards/health/toxicity-weights.ts", import.meta.url),
    `/** Written by scripts/train/toxicity.ts from ${read.length} texts. */\nimport type { PackedModel } from "#lib/guards/health/toxicity-model";\n\n` +
      [
        written(
          "TOXIC",
          labelled((category) => category !== "neither"),
          1,
        ),
        written(
          "HATE",
          labelled((category) => category === "hate_speech"),
          3,
        ),
      ].join("\n"),
  );
}

main();
