/**
 * npx tsx scripts/train/security/names.ts <@faker-js/faker folder> [--write]: packs the given names and surnames of
 * that package (MIT) and fits the model that tells a name from other capitalised words. Prints recall on sentence
 * templates left out of training. Needs `npm install --no-save @faker-js/faker` first; nothing else does.
 */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Candidate, NAME_BUCKETS, type NameSets, nameCandidates } from "#lib/guards/security/pii/names/candidates";
import { bitsOf, type NameSet, SET_BITS } from "#lib/guards/security/pii/names/name-set";
import { rows } from "#scripts/eval/data";
import { type Example, type Fit, fit, score } from "#scripts/train/security/logistic";
import { packedSource } from "#scripts/train/security/pack";

interface Row {
  text: string;
  label: 0 | 1;
  template_id?: number;
  spans: [start: number, end: number, type: string][];
}

interface ReadText {
  source: string;
  template: number;
  candidates: (Candidate & { isName: boolean })[];
  /** Names of which no candidate covers half. */
  missed: number;
}

const BENIGN = ["self_instruct", "mtbench_vicuna", "cse_mitre_frr", "awesome_roleplay_classic"];
/** Share of ordinary texts in which a name may be seen that is none, or somebody famous. */
const RATE = 0.01;
const DECAY = 1e-4;
const FOLDS = 4;

const folder = process.argv[2] ?? "node_modules/@faker-js/faker";
const { allLocales } = (await import(resolve(folder, "dist/index.js"))) as {
  allLocales: Record<string, { person?: { first_name?: unknown; last_name?: unknown } }>;
};
const people = Object.values(allLocales).map(({ person }) => person);
const given = namesOf(people.map((person) => person?.first_name));
const family = namesOf(people.map((person) => person?.last_name));

function namesOf(value: unknown): string[] {
  if (typeof value === "string") return /^\p{Lu}[\p{Script=Latin}'’-]+$/u.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? [...new Set(Object.values(value).flatMap(namesOf))] : [];
}

function setOf(names: readonly string[]): NameSet {
  const set = new Uint8Array(SET_BITS / 8);
  for (const bit of names.flatMap(bitsOf)) set[bit >> 3] = (set[bit >> 3] ?? 0) | (1 << (bit & 7));
  return set;
}

function readText({ text, spans, template_id: template }: Row, source: string, sets: NameSets): ReadText {
  const points = Array.from(text);
  const unit = (point: number) => points.slice(0, point).join("").length;
  const names = (spans ?? [])
    .filter(([, , type]) => type === "PERSON")
    .map(([start, end]) => ({ start: unit(start), end: unit(end) }));
  const covers = (one: Candidate, name: { start: number; end: number }) =>
    Math.min(one.end, name.end) - Math.max(one.start, name.start) >= (name.end - name.start) / 2;
  const candidates = nameCandidates(text, sets).map((one) => ({
    ...one,
    isName: names.some((name) => covers(one, name)),
  }));
  return {
    source,
    template: template ?? 0,
    candidates,
    missed: names.filter((name) => !candidates.some((one) => covers(one, name))).length,
  };
}

const WEIGHT: Readonly<Record<string, number>> = { presidio: 1, wnut17: 0.6 };

function train(texts: readonly ReadText[]): Fit {
  const examples = texts.flatMap(({ candidates, source }) =>
    candidates.map(
      ({ features, isName }): Example => ({ features, label: isName ? 1 : 0, weight: WEIGHT[source] ?? 0.8 }),
    ),
  );
  return fit(examples, NAME_BUCKETS, DECAY);
}

const sets = { given: setOf(given), family: setOf(family) };
const read = (file: string, source: string) => rows<Row>(file).map((row) => readText(row, source, sets));
const presidio = read("pii/presidio_research_v1.jsonl.gz", "presidio");
const wnut = read("pii/wnut17_train.jsonl.gz", "wnut17");
const ordinary = BENIGN.flatMap((source) => read(`benign_hard/${source}.jsonl.gz`, source));
const best = (model: Fit, { candidates }: ReadText) =>
  Math.max(-20, ...candidates.map(({ features }) => score(model, features)));

const strangers: number[] = [];
const found = { names: 0, all: 0 };
const folds = Array.from({ length: FOLDS }, (_, fold) => {
  const inFold = (text: ReadText, index: number) =>
    (text.source === "presidio" ? text.template : index) % FOLDS === fold;
  const all = [...presidio, ...wnut, ...ordinary];
  const model = train(all.filter((text, index) => !inFold(text, index)));
  const left = all.filter(inFold);
  strangers.push(...left.filter(({ source }) => BENIGN.includes(source)).map((text) => best(model, text)));
  return { model, left: left.filter(({ source }) => source === "presidio") };
});
strangers.sort((a, b) => b - a);
const shift = strangers[Math.floor(strangers.length * RATE)] ?? 0;
let wrong = 0;
for (const { model, left } of folds) {
  for (const { candidates, missed } of left) {
    const names = candidates.filter(({ isName }) => isName);
    found.all += names.length + missed;
    found.names += names.filter(({ features }) => score(model, features) > shift).length;
    wrong += candidates.filter(({ isName, features }) => !isName && score(model, features) > shift).length;
  }
}
console.info(`${given.length} given names, ${family.length} surnames; even chance at ${shift.toFixed(2)}`);
console.info(
  `templates left out: recall ${(found.names / found.all).toFixed(3)} of ${found.all}, precision ${(found.names / (found.names + wrong)).toFixed(3)}`,
);

if (process.argv.includes("--write")) {
  const packed = (set: NameSet) => btoa(String.fromCharCode(...set));
  const all = [...presidio, ...wnut, ...ordinary];
  writeFileSync(
    "lib/guards/security/pii/names/model.data.ts",
    packedSource("NAME_MODEL", train(all), shift, all.length),
  );
  writeFileSync(
    "lib/guards/security/pii/names/names.data.ts",
    `/** Written by scripts/train/security/names.ts from the name lists of @faker-js/faker (MIT): bits of a Bloom filter, base64. */\nexport const GIVEN_NAMES = "${packed(sets.given)}";\nexport const FAMILY_NAMES = "${packed(sets.family)}";\n`,
  );
}
