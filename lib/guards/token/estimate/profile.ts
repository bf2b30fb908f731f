/**
 * A text in numbers that any tokenizer's count roughly follows: how many letters, words, digits and
 * signs of which kind. Linear, no tables.
 */

/** Groups of scripts that byte-pair vocabularies treat alike. */
const SCRIPTS: readonly [name: string, pattern: string][] = [
  ["latin", String.raw`\p{Script=Latin}`],
  ["cyrillic", String.raw`\p{Script=Cyrillic}\p{Script=Greek}`],
  ["arabic", String.raw`\p{Script=Arabic}\p{Script=Hebrew}`],
  ["devanagari", String.raw`\p{Script=Devanagari}`],
  [
    "indic",
    String.raw`\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}`,
  ],
  ["southeast", String.raw`\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`],
  ["han", String.raw`\p{Script=Han}`],
  ["kana", String.raw`\p{Script=Hiragana}\p{Script=Katakana}`],
  ["hangul", String.raw`\p{Script=Hangul}`],
];

/** In the order of the weights in weights.data.ts. */
export const FEATURES = [
  "latin_words",
  "latin_letters_beyond_4",
  "latin_letters_beyond_9",
  "latin_accents",
  "latin_case_turns",
  ...SCRIPTS.slice(1).flatMap(([name]) => [`${name}_runs`, `${name}_letters`]),
  "other_letters",
  "digit_triples",
  "sign_runs",
  "signs_beyond_1",
  "space_runs",
  "line_breaks",
  "wide_signs",
] as const;

const SLOT = new Map<string, number>(FEATURES.map((name, index) => [name, index]));
const slot = (name: string) => SLOT.get(name) ?? 0;

const RUN = new RegExp(
  [
    ...SCRIPTS.map(([name, pattern]) => `(?<${name}>[${pattern}\\p{M}]+)`),
    String.raw`(?<other>[\p{L}\p{M}]+)`,
    String.raw`(?<digits>\p{N}+)`,
    String.raw`(?<breaks>[\r\n]+)`,
    String.raw`(?<spaces>[^\S\r\n]{2,})`,
    String.raw`(?<space>[^\S\r\n])`,
    "(?<signs>[!-/:-@\\[-`{-~]+)",
    String.raw`(?<wide>[^\s\p{L}\p{M}\p{N}!-~]+)`,
  ].join("|"),
  "gu",
);
const GROUPS = [...SCRIPTS.map(([name]) => name), "other", "digits", "breaks", "spaces", "space", "signs", "wide"];

/** One stretch of one kind; `add` puts its share into a profile. */
export interface Run {
  end: number;
  features: readonly [slot: number, amount: number][];
}

export function* runs(text: string): Generator<Run> {
  RUN.lastIndex = 0;
  for (let match = RUN.exec(text); match !== null; match = RUN.exec(text)) {
    const at = RUN.lastIndex;
    const group = GROUPS.findIndex((_, index) => match?.[index + 1] !== undefined);
    yield { end: at, features: featuresOf(GROUPS[group] ?? "wide", match[0]) };
    RUN.lastIndex = at;
  }
}

export function profile(text: string): Float64Array {
  const totals = new Float64Array(FEATURES.length);
  for (const { features } of runs(text)) {
    for (const [index, amount] of features) totals[index] = (totals[index] ?? 0) + amount;
  }
  return totals;
}

function featuresOf(kind: string, run: string): [number, number][] {
  switch (kind) {
    case "latin":
      return latinFeatures(run);
    case "other":
      return [[slot("other_letters"), run.length]];
    case "digits":
      return [[slot("digit_triples"), Math.ceil(run.length / 3)]];
    case "breaks":
      return [[slot("line_breaks"), 1]];
    case "spaces":
      return [[slot("space_runs"), 1 + run.length / 80]];
    case "space":
      return [];
    case "signs":
      return [
        [slot("sign_runs"), 1],
        [slot("signs_beyond_1"), run.length - 1],
      ];
    case "wide":
      return [[slot("wide_signs"), run.length]];
    default:
      return [
        [slot(`${kind}_runs`), 1],
        [slot(`${kind}_letters`), run.length],
      ];
  }
}

function latinFeatures(run: string): [number, number][] {
  return [
    [slot("latin_words"), 1],
    [slot("latin_letters_beyond_4"), Math.max(0, run.length - 4)],
    [slot("latin_letters_beyond_9"), Math.max(0, run.length - 9)],
    [slot("latin_accents"), countMatches(run, /[^A-Za-z]/g)],
    [slot("latin_case_turns"), countMatches(run, /[a-z][A-Z]|[A-Z]{3}/g)],
  ];
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
