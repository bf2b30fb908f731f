/** How well biasguard does, source by source, false positives first. EDOS rows are those the model never saw. */
import { readFileSync } from "node:fs";
import { swapsOf } from "#lib/guards/bias/counterfactual";
import { detectBias } from "#lib/guards/bias/detect";
import { scoreOf } from "#lib/guards/bias/hits";
import { applyEdits, neutralEdits } from "#lib/guards/bias/neutral/rewrite";
import type { Evaluate, Metric, RowReader } from "#scripts/eval/metric";
import { isHeldOut } from "#scripts/train/bias-regression";

interface Row {
  text: string;
  label: number;
  kind?: string;
  pair_text?: string;
  rewrite?: string;
}

const THRESHOLD = 0.5;
const BENIGN = ["self_instruct", "mtbench_vicuna", "cse_mitre_frr", "awesome_roleplay_classic"];

export const evaluate: Evaluate = (rows) => [
  ...BENIGN.map((name) => falsePositives(rows<Row>(`benign_hard/${name}.jsonl.gz`), name)),
  falsePositives(chatTurns(rows), "tiage chit-chat"),
  ...own(),
  ...winogender(rows),
  ...edos(rows),
  ...crowsPairs(rows),
  ...lexicon(rows),
];

/** Small talk: a source no model here has learned from. */
function chatTurns(rows: RowReader): Row[] {
  return rows<{ turns: { content: string }[] }>("drift/tiage_train.jsonl.gz").flatMap(({ turns }) =>
    turns.map(({ content }) => ({ text: content, label: 0 })),
  );
}

function isFlagged(text: string): boolean {
  return scoreOf(detectBias(text)) >= THRESHOLD;
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}

function metric(name: string, value: number, better: Metric["better"], n: number): Metric {
  return { name: `bias.${name}`, value, better, n };
}

function falsePositives(items: readonly Row[], source: string): Metric {
  return metric(
    `fpr [${source}]`,
    share(items, (row) => isFlagged(row.text)),
    "lower",
    items.length,
  );
}

function own(): Metric[] {
  const path = new URL("../../tests/corpus/bias/statements.jsonl", import.meta.url);
  const items = readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
  const benign = items.filter((row) => row.label === 0);
  const biased = items.filter((row) => row.label === 1);
  return [
    falsePositives(benign, "own hard negatives"),
    metric(
      "recall [own]",
      share(biased, (row) => isFlagged(row.text)),
      "higher",
      biased.length,
    ),
    invariance(items, "own"),
  ];
}

function winogender(rows: RowReader): Metric[] {
  const items = rows<Row>("bias/winogender_rewrite.jsonl.gz");
  const gendered = items.filter((row) => row.rewrite !== row.text);
  const isExact = ({ text, rewrite }: Row) => applyEdits(text, neutralEdits(text, "moderate")) === rewrite;
  return [
    falsePositives(items, "winogender"),
    metric("rewrite.exact [winogender]", share(gendered, isExact), "higher", gendered.length),
    metric(
      "rewrite.untouched [winogender neutral]",
      share(
        items.filter((row) => row.rewrite === row.text),
        isExact,
      ),
      "higher",
      items.length - gendered.length,
    ),
  ];
}

function edos(rows: RowReader): Metric[] {
  const items = rows<Row>("bias/edos_train.jsonl.gz").filter((row) => isHeldOut("bias", row.text));
  const judged = items.map((row) => ({ label: row.label, flagged: isSexist(row.text) }));
  const sexist = judged.filter((row) => row.label === 1);
  const other = judged.filter((row) => row.label === 0);
  return [
    metric(
      "sexism.fpr [edos held out]",
      share(other, (row) => row.flagged),
      "lower",
      other.length,
    ),
    metric(
      "sexism.recall [edos held out]",
      share(sexist, (row) => row.flagged),
      "higher",
      sexist.length,
    ),
    metric("sexism.macro_f1 [edos held out]", macroF1(judged), "higher", judged.length),
    invariance(items.slice(0, 1_000), "edos held out"),
  ];
}

function isSexist(text: string): boolean {
  return scoreOf(detectBias(text).filter((hit) => hit.category === "gender")) >= THRESHOLD;
}

function macroF1(judged: readonly { label: number; flagged: boolean }[]): number {
  const f1 = (positive: boolean) => {
    const hits = judged.filter((row) => row.flagged === positive && (row.label === 1) === positive).length;
    const wrong = judged.filter((row) => row.flagged !== (row.label === 1)).length;
    return hits === 0 ? 0 : (2 * hits) / (2 * hits + wrong);
  };
  return (f1(true) + f1(false)) / 2;
}

/** Share of texts whose verdict stays the same when the groups in them are swapped. */
function invariance(items: readonly Row[], source: string): Metric {
  const changed = items.flatMap(({ text }) => swapsOf(text).map((variant) => [text, variant] as const));
  return metric(
    `swap_invariance [${source}]`,
    share(changed, ([before, after]) => isFlagged(before) === isFlagged(after)),
    "higher",
    changed.length,
  );
}

function crowsPairs(rows: RowReader): Metric[] {
  const items = rows<Row>("bias/crows_pairs.jsonl.gz");
  const stereotypes = items.filter((row) => row.kind === "stereotype");
  return [
    metric(
      "pair_consistency [crows_pairs]",
      share(items, (row) => isFlagged(row.text) === isFlagged(row.pair_text ?? "")),
      "higher",
      items.length,
    ),
    metric(
      "recall [crows_pairs stereotypes]",
      share(stereotypes, (row) => isFlagged(row.text)),
      "higher",
      stereotypes.length,
    ),
  ];
}

function lexicon(rows: RowReader): Metric[] {
  const items = rows<Row>("bias/retext_equality_lexicon.jsonl.gz");
  const isKnown = (row: Row) => neutralEdits(`They mentioned ${row.text}.`, "aggressive").length > 0;
  return [metric("lexicon.coverage [retext_equality]", share(items, isKnown), "higher", items.length)];
}
