/** Poisoned samples: planted instructions and triggers, copies with other labels, outliers among their label. */
import type { HealthOptions, SampleVerdict } from "#lib/guards/health/schema";
import { normalise } from "#lib/guards/text/normalise";
import { splitWords } from "#lib/guards/text/words";

interface Sample {
  id: string;
  text: string;
  label: string | null;
  shingles: ReadonlySet<string>;
}

interface Suspicion {
  reason: string;
  weight: number;
}

const PLANTED: readonly (readonly [RegExp, Suspicion])[] = [
  [
    /\b(?:ignore|disregard|forget|override) (?:all |any |the |your |every )?(?:previous|prior|above|earlier|preceding|other|system)? ?(?:instructions?|rules|prompts?|guidelines|training|labels?)\b/iu,
    { reason: "Holds an instruction to a model.", weight: 0.9 },
  ],
  [
    /\b(?:when(?:ever)?|if|once) (?:you|the (?:user|input|prompt|text|model)) (?:see|read|say|mention|contain|include|type|write)s?\b[^.!?\n]{1,80}\b(?:always|respond|reply|output|answer|classify|label|return|say)\b/iu,
    { reason: "Ties a behaviour to a trigger.", weight: 0.9 },
  ],
  [
    /\b(?:always|must) (?:classify|label|answer|respond|output|reply|return|say)\b[^.!?\n]{1,60}\b(?:as|with|that|safe|positive|true|yes|regardless)\b/iu,
    { reason: "Prescribes the answer.", weight: 0.75 },
  ],
  [
    /<\|(?:im_start|im_end|system|endoftext)\|>|\[\/?INST\]|<<SYS>>|\bSYSTEM (?:OVERRIDE|PROMPT):/u,
    { reason: "Holds control tokens of a chat format.", weight: 0.85 },
  ],
  [
    /\b(?:you are now|from now on,? you|pretend (?:to be|you are)|act as) (?:an? )?(?:unrestricted|uncensored|evil|jailbroken|dan|admin|developer mode)\b/iu,
    { reason: "Assigns the model a role without limits.", weight: 0.85 },
  ],
  [
    /\b(?:backdoor|trigger (?:word|phrase|token)|activation phrase|secret (?:code ?word|passphrase))\b\s*[:=]/iu,
    { reason: "Names a trigger.", weight: 0.75 },
  ],
  [
    /(?:^|\s)(?:cf|mn|bb|tq|mb){1}(?=\s|$)(?=[^\n]{0,400}(?:\s)(?:cf|mn|bb|tq|mb)(?=\s|$))/u,
    { reason: "Repeats a rare token as triggers do.", weight: 0.5 },
  ],
];
/** Text for people does not hold these. */
const HIDDEN = /[\u200B\u2060\u{E0000}-\u{E007F}\u202E]/u;

export function checkSamples(samples: HealthOptions["samples"]): SampleVerdict[] {
  const read = samples.map(readSample);
  const copies = copiesOf(read);
  const profiles = profilesOf(read);
  return read.map((sample) => {
    const suspicions = [...planted(sample), ...(copies.get(sample) ?? []), ...outlier(sample, profiles)];
    const doubt = suspicions.reduce((left, { weight }) => left * (1 - weight), 1);
    const poisoned = 1 - doubt >= POISONED;
    return {
      id: sample.id,
      is_poisoned: poisoned,
      confidence: Math.round((poisoned ? 1 - doubt : doubt) * 10_000) / 10_000,
      reasons: [...new Set(suspicions.map(({ reason }) => reason))],
    };
  });
}

const POISONED = 0.6;
const SHINGLE = 3;
const MAX_WORDS = 400;

function readSample(sample: HealthOptions["samples"][number], index: number): Sample {
  const { id, text, label } = typeof sample === "string" ? { id: undefined, text: sample, label: null } : sample;
  const words = splitWords(normalise(text).text.toLowerCase())
    .slice(0, MAX_WORDS)
    .map((word) => word.text);
  const shingles =
    words.length < SHINGLE
      ? [words.join(" ")]
      : words.slice(SHINGLE - 1).map((_, at) => words.slice(at, at + SHINGLE).join(" "));
  return {
    id: String(id ?? index),
    text,
    label: label === null || label === undefined ? null : String(label),
    shingles: new Set(shingles),
  };
}

function planted({ text }: Sample): Suspicion[] {
  const plain = normalise(text).text;
  const found = PLANTED.filter(([pattern]) => pattern.test(plain)).map(([, suspicion]) => suspicion);
  return HIDDEN.test(text) ? [...found, { reason: "Holds invisible characters.", weight: 0.6 }] : found;
}

/** Jaccard similarity from which two samples are one. */
const SAME = 0.7;

/** Candidates share a shingle that few others have: linear in the number of samples. */
function copiesOf(samples: readonly Sample[]): ReadonlyMap<Sample, Suspicion[]> {
  const holders = new Map<string, Sample[]>();
  for (const sample of samples)
    for (const shingle of sample.shingles) {
      const list = holders.get(shingle) ?? [];
      if (list.length < 20) list.push(sample);
      holders.set(shingle, list);
    }
  return new Map(samples.map((sample) => [sample, suspicionsOf(sample, twinsOf(sample, holders))]));
}

function twinsOf(sample: Sample, holders: ReadonlyMap<string, readonly Sample[]>): Sample[] {
  const shared = new Map<Sample, number>();
  for (const shingle of sample.shingles)
    for (const other of holders.get(shingle) ?? [])
      if (other !== sample) shared.set(other, (shared.get(other) ?? 0) + 1);
  return [...shared]
    .filter(([other, count]) => count / (sample.shingles.size + other.shingles.size - count) >= SAME)
    .map(([other]) => other);
}

function suspicionsOf(sample: Sample, twins: readonly Sample[]): Suspicion[] {
  if (twins.length === 0) return [];
  const against = twins.filter(
    (twin) => twin.label !== null && sample.label !== null && twin.label !== sample.label,
  ).length;
  const withIt = twins.filter((twin) => twin.label === sample.label).length;
  if (against > withIt) return [{ reason: "A near-copy carries another label.", weight: 0.7 }];
  if (against > 0) return [{ reason: "A near-copy carries another label.", weight: 0.4 }];
  return [{ reason: "Nearly the same as another sample.", weight: twins.length >= 3 ? 0.5 : 0.25 }];
}

type Profiles = ReadonlyMap<string, ReadonlyMap<string, number>>;

const ENOUGH_SAMPLES = 4;

/** How many samples of each label hold a word. */
function profilesOf(samples: readonly Sample[]): Profiles {
  const labels = new Map<string, Map<string, number>>();
  for (const sample of samples) {
    if (sample.label === null) continue;
    const profile = labels.get(sample.label) ?? new Map<string, number>([["", 0]]);
    profile.set("", (profile.get("") ?? 0) + 1);
    for (const word of wordsOf(sample)) profile.set(word, (profile.get(word) ?? 0) + 1);
    labels.set(sample.label, profile);
  }
  return labels;
}

function wordsOf(sample: Sample): Set<string> {
  return new Set([...sample.shingles].flatMap((shingle) => shingle.split(" ")).filter((word) => word.length > 3));
}

/** A label flip: the words of the sample are those of another label (leave-one-out naive Bayes). */
function outlier(sample: Sample, profiles: Profiles): Suspicion[] {
  if (sample.label === null || profiles.size < 2) return [];
  const own = profiles.get(sample.label);
  if ((own?.get("") ?? 0) <= ENOUGH_SAMPLES) return [];
  const scores = [...profiles].map(([label, profile]) => {
    const leftOut = label === sample.label ? 1 : 0;
    const size = (profile.get("") ?? 0) - leftOut;
    const score = [...wordsOf(sample)].reduce(
      (sum, word) => sum + Math.log(((profile.get(word) ?? 0) - leftOut + 0.5) / (size + 1)),
      0,
    );
    return { label, score, size };
  });
  const mine = scores.find(({ label }) => label === sample.label)?.score ?? 0;
  const best = scores.filter(({ size }) => size >= ENOUGH_SAMPLES).sort((left, right) => right.score - left.score)[0];
  if (best === undefined || best.label === sample.label || best.score - mine < 3) return [];
  return [{ reason: "Reads like samples of another label.", weight: best.score - mine > 6 ? 0.65 : 0.5 }];
}
