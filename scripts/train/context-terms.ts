/**
 * npx tsx scripts/train/context-terms.ts: counts how many short texts of the public data use each
 * stem and writes lib/guards/context/term-levels.ts. Drift data is left out, so that it stays unseen.
 */
import { writeFileSync } from "node:fs";
import { termsOfWord } from "#lib/guards/context/terms";
import { splitWords } from "#lib/guards/text/words";
import { rows } from "#scripts/eval/data";

const TARGET = new URL("../../lib/guards/context/term-levels.ts", import.meta.url);
const LEVELS = 10;
/** Share of texts from which a stem weighs nothing, and below which it is left out as rare. */
const COMMON = 0.015;
const RARE = 0.0004;

interface Row {
  text?: string;
  question?: string;
  answer?: string;
}

const texts = [
  "trust_grounding/begin_wow.jsonl.gz",
  "trust_grounding/halueval_general.jsonl.gz",
  "benign_hard/mtbench_vicuna.jsonl.gz",
  "benign_hard/self_instruct.jsonl.gz",
  "pii/wnut17_train.jsonl.gz",
].flatMap((file) =>
  rows<Row>(file).flatMap(({ text, question, answer }) => [text ?? "", question ?? "", answer ?? ""]),
);

const counts = new Map<string, number>();
let total = 0;
for (const text of texts) {
  const words = splitWords(text.slice(0, 400));
  if (words.length < 3) continue;
  total += 1;
  for (const term of new Set(words.flatMap((word) => termsOfWord(word.text)))) {
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
}

const levels: string[][] = Array.from({ length: LEVELS }, () => []);
for (const [term, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const share = count / total;
  if (share < RARE || !/^[a-z]+$/.test(term)) continue;
  levels[levelOf(share)]?.push(term);
}

const lines = levels.map((words) => `  "${words.join(" ")}",`).join("\n");
writeFileSync(
  TARGET,
  `/** Stems by rarity, from worthless to nearly rare: written by scripts/train/context-terms.ts from ${total} public texts. */
export const TERM_LEVELS: readonly string[] = [
${lines}
];
`,
);
console.log(`${levels.map((words) => words.length).join(" ")} stems, from ${total} texts`);

function levelOf(share: number): number {
  const rarity = Math.log(COMMON / share) / Math.log(COMMON / RARE);
  return Math.min(LEVELS - 1, Math.max(0, Math.ceil(rarity * LEVELS)));
}
