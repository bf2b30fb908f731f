/** How well healthguard tells toxic from ordinary text, and a crisis from a figure of speech. */
import { readFileSync } from "node:fs";
import { health } from "#lib/guards/health/index";
import type { HealthData } from "#lib/guards/health/schema";
import type { VerdictCommon } from "#lib/guards/verdict";
import type { Evaluate, Metric, RowReader } from "#scripts/eval/metric";
import { isHeldOut } from "#scripts/train/bias-regression";

interface Row {
  text: string;
  label: number;
  category?: string;
}

const THRESHOLD = 0.5;
const BENIGN = ["self_instruct", "mtbench_vicuna", "cse_mitre_frr", "awesome_roleplay_classic"];

/** Words that reclaim a slur or belong to African American English. */
const DIALECT = /\b(?:nigga|niggas|niggaz|finna|tryna|yall|y'all|aint|bruh|shawty)\b/i;
export const evaluate: Evaluate = (rows) => {
  const tweets = rows<Row>("toxicity/davidson.jsonl.gz").filter((row) => isHeldOut("toxicity", row.text));
  const of = (category: string) => tweets.filter((row) => row.category === category);
  const dialect = of("neither")
    .concat(of("offensive"))
    .filter((row) => DIALECT.test(row.text));
  return [
    ...BENIGN.map((name) => flagged(`fpr [${name}]`, rows<Row>(`benign_hard/${name}.jsonl.gz`), "lower")),
    flagged("fpr [tiage chit-chat]", chatTurns(rows), "lower"),
    flagged("toxicity.fpr [davidson neither]", of("neither"), "lower"),
    flagged("toxicity.recall [davidson offensive]", of("offensive"), "higher"),
    flagged("toxicity.recall [davidson hate]", of("hate_speech"), "higher"),
    hateful("hate.fpr [davidson neither]", of("neither"), "lower"),
    hateful("hate.fpr [davidson offensive]", of("offensive"), "lower"),
    hateful("hate.fpr [davidson dialect]", dialect, "lower"),
    hateful("hate.fpr [winogender]", rows<Row>("bias/winogender_rewrite.jsonl.gz"), "lower"),
    hateful("hate.recall [davidson hate]", of("hate_speech"), "higher"),
    ...crisis(),
  ];
};

/** Small talk: a source no model here has learned from. */
function chatTurns(rows: RowReader): Row[] {
  return rows<{ turns: { content: string }[] }>("drift/tiage_train.jsonl.gz").flatMap(({ turns }) =>
    turns.map(({ content }) => ({ text: content, label: 0 })),
  );
}

function check(text: string): VerdictCommon & HealthData {
  const content = { messages: [{ role: "user" as const, content: text }], targets: [0] };
  return health.run(content, {}, undefined).data as unknown as VerdictCommon & HealthData;
}

function metric(name: string, items: readonly Row[], holds: (row: Row) => boolean, better: Metric["better"]): Metric {
  const value = items.length === 0 ? 0 : items.filter(holds).length / items.length;
  return { name: `health.${name}`, value, better, n: items.length };
}

function flagged(name: string, items: readonly Row[], better: Metric["better"]): Metric {
  return metric(name, items, (row) => check(row.text).score >= THRESHOLD, better);
}

function hateful(name: string, items: readonly Row[], better: Metric["better"]): Metric {
  return metric(name, items, (row) => check(row.text).toxicity.hate >= THRESHOLD, better);
}

function crisis(): Metric[] {
  const path = new URL("../../tests/corpus/health/crisis.jsonl", import.meta.url);
  const items = readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
  const isCrisis = (row: Row) => check(row.text).crisis.detected;
  return [
    metric(
      "crisis.fpr [own]",
      items.filter((row) => row.label === 0),
      isCrisis,
      "lower",
    ),
    metric(
      "crisis.recall [own]",
      items.filter((row) => row.label === 1),
      isCrisis,
      "higher",
    ),
  ];
}
