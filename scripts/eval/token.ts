/**
 * Token guard: exactness against tiktoken's own counts and ids, the estimate engine's error, what each
 * optimisation level saves and keeps, and the size of both bundles. Counts are tokens, shares 0 to 1.
 */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { countTokens, encodeTokens, exactCounter } from "#lib/guards/token/bpe/tokenizer";
import { estimateTokens } from "#lib/guards/token/estimate/estimate";
import { WEIGHTS } from "#lib/guards/token/estimate/weights.data";
import { optimize } from "#lib/guards/token/optimize/optimize";
import { ENCODINGS, type OptimizationLevel } from "#lib/guards/token/schema";
import type { Evaluate, Metric, RowReader } from "#scripts/eval/metric";

interface CountRow {
  text: string;
  counts: Record<string, number>;
  kind: string;
  lang?: string;
}
interface IdsRow {
  text: string;
  encoding: string;
  ids: number[];
}
interface TextRow {
  text: string;
  kind: string;
  query?: string;
}

const CORPUS = new URL("../../tests/corpus/token/optimize.jsonl", import.meta.url);

export const evaluate: Evaluate = async (rows) => [
  ...exactness(rows),
  ...estimateErrors(rows),
  ...compression(rows),
  ...(await bundleSizes()),
];

function exactness(rows: RowReader): Metric[] {
  const counted = rows<CountRow>("tokens/tiktoken_counts_train.jsonl.gz");
  const listed = rows<IdsRow>("tokens/gpt_tokenizer_testplans.jsonl.gz");
  return ENCODINGS.flatMap((encoding) => [
    share(
      `token.count.exact [${encoding}]`,
      counted,
      (row) => countTokens(row.text, encoding) === row.counts[encoding],
    ),
    share(
      `token.ids.exact [${encoding}]`,
      listed.filter((row) => row.encoding === encoding),
      (row) => encodeTokens(row.text, encoding).join() === row.ids.join(),
    ),
  ]);
}

function share<Row>(name: string, rows: Row[], holds: (row: Row) => boolean): Metric {
  return { name, value: rows.filter(holds).length / Math.max(1, rows.length), better: "higher", n: rows.length };
}

/** On the rows the weights were fitted to: see errorBoundPct in the weights for rows left out. */
function estimateErrors(rows: RowReader): Metric[] {
  const groups = new Map<string, number[]>();
  for (const row of rows<CountRow>("tokens/tiktoken_counts_train.jsonl.gz")) {
    const truth = row.counts.o200k_base;
    if (!truth) continue;
    const error = Math.abs(estimateTokens(row.text, WEIGHTS.o200k_base.weights) - truth) / truth;
    for (const group of ["all", row.lang ?? row.kind]) groups.set(group, [...(groups.get(group) ?? []), error]);
  }
  return [...groups].flatMap(([group, errors]) => {
    const sorted = errors.sort((a, b) => a - b);
    const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
    const metric = (name: string, value: number): Metric => ({ name, value, better: "lower", n: sorted.length });
    return [metric(`token.estimate.median [${group}]`, at(0.5)), metric(`token.estimate.p95 [${group}]`, at(0.95))];
  });
}

/** Own chat, retrieval and code texts, and public ones that the wording lists were not written from. */
function compression(rows: RowReader): Metric[] {
  const own = readFileSync(CORPUS, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as TextRow);
  const answers = rows<{ question: string; context?: string | null }>("trust_grounding/halueval_qa.jsonl.gz");
  const passages = answers
    .slice(0, 150)
    .flatMap((row) => (row.context ? [{ text: row.context, kind: "halueval_qa", query: row.question }] : []));
  const tasks = rows<CountRow>("tokens/tiktoken_counts_train.jsonl.gz").filter(
    (row) => row.kind === "self_instruct" || row.kind === "bipia_train",
  );
  const texts: TextRow[] = [...own.filter((row) => row.kind !== "verbatim"), ...passages, ...tasks];
  const kinds = [...new Set(texts.map((row) => row.kind))];
  return kinds.flatMap((kind) =>
    levels(
      kind,
      texts.filter((row) => row.kind === kind),
    ),
  );
}

function levels(kind: string, texts: TextRow[]): Metric[] {
  const counter = exactCounter("o200k_base");
  return (["low", "moderate", "aggressive"] satisfies OptimizationLevel[]).flatMap((level) => {
    let before = 0;
    let after = 0;
    let intact = 0;
    for (const { text, query } of texts) {
      const tokens = counter.count(text);
      const result = optimize(
        text,
        tokens,
        { level, preserveQuality: true, maxTokens: null, query: query ?? "" },
        counter,
      );
      before += tokens;
      after += result.tokens;
      if (Object.values(result.preserved).every((kept) => kept === 1)) intact++;
    }
    return [
      { name: `token.optimize.saved.${level} [${kind}]`, value: 1 - after / before, better: "higher", n: texts.length },
      {
        name: `token.optimize.intact.${level} [${kind}]`,
        value: intact / texts.length,
        better: "higher",
        n: texts.length,
      },
    ] satisfies Metric[];
  });
}

async function bundleSizes(): Promise<Metric[]> {
  const entries = { exact: "lib/guards/token/index.ts", estimate: "lib/guards/token/estimate/index.ts" };
  return Promise.all(
    Object.entries(entries).map(async ([name, entry]): Promise<Metric> => {
      const { outputFiles } = await build({
        entryPoints: [entry],
        bundle: true,
        minify: true,
        format: "esm",
        conditions: ["edge-light", "browser"],
        write: false,
        logLevel: "error",
      });
      const bytes = outputFiles.reduce((sum, file) => sum + gzipSync(file.contents, { level: 9 }).length, 0);
      return { name: `token.bundle.gzip_kb [${name}]`, value: bytes / 1000, better: "lower", n: 1 };
    }),
  );
}
