/** Trust guard: arithmetic, groundedness, and how often benign answers are accused. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readContent } from "#lib/guards/content";
import { trust } from "#lib/guards/trust/index";
import { checkMath } from "#lib/guards/trust/math/check";
import type { TrustData } from "#lib/guards/trust/schema";
import type { VerdictCommon } from "#lib/guards/verdict";
import type { Evaluate, Metric } from "#scripts/eval/metric";

interface MathRow {
  text: string;
  label: number;
  expr_visible?: boolean;
  wrong_spans: [start: number, end: number, type: string][];
}
interface GroundingRow {
  context: string | null;
  question: string;
  answer: string;
  label: number;
}
interface CorpusRow {
  text: string;
  label: number;
  input_text?: string;
  context?: string;
}

const CORPUS = new URL("../../tests/corpus/trust/", import.meta.url);

export const evaluate: Evaluate = (rows) => [
  ...measureMath(rows<MathRow>("math/gsm8k_train_corrupt.jsonl.gz")),
  ...measureGrounding("begin_wow", rows<GroundingRow>("trust_grounding/begin_wow.jsonl.gz")),
  ...measureGrounding("halueval_qa", rows<GroundingRow>("trust_grounding/halueval_qa.jsonl.gz")),
  ...measureFalseAlarms(
    "halueval_general",
    rows<GroundingRow>("trust_grounding/halueval_general.jsonl.gz").filter((row) => row.label === 0),
  ),
  ...measureFalseAlarms(
    "mtbench_vicuna",
    rows<{ text: string }>("benign_hard/mtbench_vicuna.jsonl.gz").map((row) => ({ question: "", answer: row.text })),
  ),
  ...measureCorpus(),
];

/** An alarm counts as right when it is on the corrupted result. */
function measureMath(all: readonly MathRow[]): Metric[] {
  if (all.length === 0) return [];
  let [hits, visibleHits, alarms, accused] = [0, 0, 0, 0];
  for (const row of all) {
    const errors = checkMath(row.text).filter((calculation) => calculation.actual !== null);
    const wrong = wrongPlace(row);
    const isHit = wrong !== null && errors.some((error) => error.start <= wrong.end && error.end >= wrong.start);
    hits += isHit ? 1 : 0;
    visibleHits += isHit && row.expr_visible === true ? 1 : 0;
    alarms += errors.length;
    accused += row.label === 0 && errors.length > 0 ? 1 : 0;
  }
  const wrong = all.filter((row) => row.label === 1);
  const visible = wrong.filter((row) => row.expr_visible === true);
  const right = all.length - wrong.length;
  return [
    metric("trust.math.recall_visible [gsm8k]", visibleHits, visible.length),
    metric("trust.math.recall_all [gsm8k]", hits, wrong.length),
    metric("trust.math.precision [gsm8k]", hits, alarms),
    metric("trust.math.fpr [gsm8k]", accused, right, "lower"),
  ];
}

/** The data counts code points. */
function wrongPlace(row: MathRow): { start: number; end: number } | null {
  const [span] = row.wrong_spans;
  if (span === undefined) return null;
  const points = Array.from(row.text);
  return { start: points.slice(0, span[0]).join("").length, end: points.slice(0, span[1]).join("").length };
}

/** In-sample for the shipped weights; scripts/train/trust.ts prints the numbers with each source held out. */
function measureGrounding(source: string, all: readonly GroundingRow[]): Metric[] {
  if (all.length === 0) return [];
  const judged = all.flatMap((row) => {
    const { grounding } = run({ text: row.answer, context: row.context ?? "", input_text: row.question });
    return grounding === null ? [] : [{ label: row.label, unsupported: grounding.score < 0.5 }];
  });
  const rate = (label: number) => {
    const some = judged.filter((row) => row.label === label);
    return some.filter((row) => Number(row.unsupported) === label).length / Math.max(1, some.length);
  };
  return [
    {
      name: `trust.grounding.balanced_accuracy [${source}]`,
      value: (rate(0) + rate(1)) / 2,
      better: "higher",
      n: judged.length,
    },
    { name: `trust.grounding.recall [${source}]`, value: rate(1), better: "higher", n: judged.length },
    { name: `trust.grounding.fpr [${source}]`, value: 1 - rate(0), better: "lower", n: judged.length },
    metric(`trust.grounding.assessed [${source}]`, judged.length, all.length),
  ];
}

function measureFalseAlarms(source: string, all: readonly { question: string; answer: string }[]): Metric[] {
  if (all.length === 0) return [];
  const counts = new Map<string, number>();
  for (const row of all) {
    const data = run({ text: row.answer, input_text: row.question });
    const names = new Set(data.findings.map((finding) => finding.detector.split(".").slice(1).join(".")));
    if (data.flagged) names.add("flagged");
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (!counts.has("flagged")) counts.set("flagged", 0);
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, count]) => metric(`trust.fpr.${name} [${source}]`, count, all.length, "lower"));
}

function measureCorpus(): Metric[] {
  if (!existsSync(CORPUS)) return [];
  return readdirSync(CORPUS)
    .filter((file) => file.endsWith(".jsonl"))
    .sort()
    .flatMap((file) => {
      const all = readFileSync(new URL(file, CORPUS), "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as CorpusRow);
      const flagged = (label: number) => all.filter((row) => row.label === label && hasFinding(row)).length;
      const count = (label: number) => all.filter((row) => row.label === label).length;
      const name = file.replace(".jsonl", "");
      return [
        metric(`trust.${name}.recall [corpus]`, flagged(1), count(1)),
        metric(`trust.${name}.fpr [corpus]`, flagged(0), count(0), "lower"),
      ];
    });
}

function hasFinding({ label: _, ...payload }: CorpusRow): boolean {
  return run(payload).findings.length > 0;
}

function run(payload: Record<string, unknown>): TrustData & VerdictCommon {
  const content = readContent(payload);
  if (content === null) throw new Error("Empty text in the evaluation data");
  return trust.run(content, payload, undefined).data as unknown as TrustData & VerdictCommon;
}

function metric(name: string, part: number, whole: number, better: Metric["better"] = "higher"): Metric {
  return { name, value: whole === 0 ? 0 : part / whole, better, n: whole };
}
