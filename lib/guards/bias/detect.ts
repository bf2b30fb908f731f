/** All detectors over one text: what is said about which group, how, and how sure. */
import { findExclusion } from "#lib/guards/bias/exclusion";
import { speaksOfPeople } from "#lib/guards/bias/features";
import { type FrameName, findFrames } from "#lib/guards/bias/frames";
import { sexismScore } from "#lib/guards/bias/model";
import type { BiasCategory } from "#lib/guards/bias/schema";
import { type Shape, shapeOf, type Unit } from "#lib/guards/bias/shape";
import { findSlurs } from "#lib/guards/bias/slurs";
import { type Stance, stanceOf, WEIGHT } from "#lib/guards/bias/stance";
import { normalise } from "#lib/guards/text/normalise";
import { type Piece, splitSentences } from "#lib/guards/text/words";
import type { Severity } from "#lib/guards/verdict";

export interface BiasHit {
  detector: string;
  category: BiasCategory;
  severity: Severity;
  score: number;
  explanation: string;
  start: number;
  end: number;
}

const EXPLANATION: Readonly<Record<FrameName, string>> = {
  attribution: "Ascribes a bad trait to a whole group.",
  essentialism: "Treats a trait as the nature of a whole group.",
  inability: "Denies a whole group an ability.",
  exclusion: "Denies a whole group a right or a place.",
  stereotype: "Repeats a stereotype about a group.",
  hostility: "Expresses hatred of a group.",
  incitement: "Calls for harm to a group.",
  insult: "Attaches an insult to a group.",
  backhanded: "Praises or mocks by comparing with a group.",
  typecast: "Takes a person for a type.",
};

/** Shorter ones say nothing of anybody: lone marks and list bullets. */
const MIN_SENTENCE = 3;
/** Longest sentence read as one; longer ones are cut, so that a text without full stops stays cheap. */
const MAX_SENTENCE = 1_200;

/**
 * @param isSought reads the text as one that looks for somebody, whatever it says.
 * @returns hits with UTF-16 offsets into `text`, weakest ones included.
 */
export function detectBias(text: string, isSought = false): BiasHit[] {
  const plain = normalise(text);
  const sentences = splitSentences(plain.text)
    .filter(({ text: sentence }) => sentence.length >= MIN_SENTENCE)
    .flatMap(cut)
    .map(shaped);
  const hits = [
    ...sentences.flatMap((sentence) => inSentence(sentence, plain.text)),
    ...rated(sentences, plain.text),
    ...exclusions(plain.text, isSought),
  ];
  return hits.map((hit) => ({ ...hit, ...plain.toOriginal(hit.start, hit.end) }));
}

function cut(sentence: Piece): Piece[] {
  if (sentence.text.length <= MAX_SENTENCE) return [sentence];
  const parts: Piece[] = [];
  for (let at = 0; at < sentence.text.length; at += MAX_SENTENCE) {
    const text = sentence.text.slice(at, at + MAX_SENTENCE);
    parts.push({ text, start: sentence.start + at, end: sentence.start + at + text.length });
  }
  return parts;
}

function inSentence(sentence: Shaped, whole: string): BiasHit[] {
  const { shape } = sentence;
  const stated = findFrames(shape).map((frame) => {
    const span = spanOf(frame.units);
    const stance = stanceOf(sentence, span, whole);
    return hit(`bias.${frame.name}`, frame.units, frame.score * WEIGHT[stance], EXPLANATION[frame.name], span, stance);
  });
  const slurs = findSlurs(shape).map(({ unit, score }) => {
    const stance = stanceOf(sentence, unit, whole);
    return hit("bias.slur", [unit], score * WEIGHT[stance], "Uses a slur.", unit, stance);
  });
  return [...stated, ...slurs];
}

/** Sentences read together by the model, up to this many characters. */
const PASSAGE = 600;

/** What no pattern names: the model's judgement of each passage that speaks of people. */
function rated(sentences: readonly Shaped[], whole: string): BiasHit[] {
  return passages(sentences, whole).flatMap((passage) => {
    const { units, letters } = passage.shape;
    const rating = sexismScore(passage.shape);
    if (rating < FAINT) return [];
    const stance = stanceOf(passage, { start: passage.start, end: passage.start }, whole);
    const believed = stance === "countered" ? LEFT_OF_COUNTERED : Math.max(LEFT_OF_STANCE, WEIGHT[stance]);
    const score = Math.min(0.9, rating * believed * supportOf(letters));
    return [hit(MODEL, units, score, RATED, passage, stance)];
  });
}

interface Shaped extends Piece {
  shape: Shape;
}

function shaped(sentence: Piece): Shaped {
  return { ...sentence, shape: shapeOf(sentence) };
}

/** Neighbouring sentences as one, where they speak of people. */
function passages(sentences: readonly Shaped[], whole: string): Shaped[] {
  const groups: Shaped[][] = [];
  for (const sentence of sentences) {
    const group = groups.at(-1);
    const start = group?.[0]?.start;
    if (group === undefined || start === undefined || sentence.end - start > PASSAGE) groups.push([sentence]);
    else group.push(sentence);
  }
  return groups
    .filter((group) => speaksOfPeople(group.map(({ shape }) => shape)))
    .flatMap((group) => joined(group, whole));
}

function joined(group: readonly Shaped[], whole: string): Shaped[] {
  const [first] = group;
  const last = group.at(-1);
  if (first === undefined || last === undefined || first === last) return [...group];
  const letters = group.map((sentence) => sentence.shape.letters).join("");
  const units = group.flatMap((sentence) => sentence.shape.units);
  const text = whole.slice(first.start, last.end);
  return [{ text, start: first.start, end: last.end, shape: { letters, units } }];
}

/** Insults, slurs, harm and demeaning phrases: without one of them the model counts a little less. */
const CUE = /[BKkSsVXxJLU]/;
const UNSUPPORTED = 0.9;
/** Without a cue, a few words are too little to judge by. */
const FEW_WORDS = 12;
const UNSUPPORTED_FEW = 0.7;

/** "women are not …": the trait is denied. */
const DENIED = /[Gg]d{0,2}[CM]d{0,2}N/;

function supportOf(letters: string): number {
  if (DENIED.test(letters)) return 0.5;
  if (CUE.test(letters)) return 1;
  return letters.length < FEW_WORDS ? UNSUPPORTED_FEW : UNSUPPORTED;
}

/** A passage is longer than what one stance covers. */
const LEFT_OF_STANCE = 0.6;
const LEFT_OF_COUNTERED = 0.4;
/** Below this score the model has nothing to say. */
const FAINT = 0.4;
const MODEL = "bias.sexism_model";
const RATED = "Reads like sexist or demeaning speech about a group.";

function hit(
  detector: string,
  units: readonly Unit[],
  score: number,
  explanation: string,
  span: { start: number; end: number },
  stance: Stance = "asserted",
): BiasHit {
  return {
    detector,
    category: categoryOf(units, detector === MODEL),
    severity: severityOf(score),
    score,
    explanation: stance === "asserted" ? explanation : `${explanation.slice(0, -1)} (${stance}, not asserted).`,
    start: span.start,
    end: span.end,
  };
}

function exclusions(text: string, isSought: boolean): BiasHit[] {
  return findExclusion(text, isSought).map((found) => ({ detector: "bias.job_wording", ...found }));
}

/** The model knows sexism: what it finds is about gender where the passage names one. */
function categoryOf(units: readonly Unit[], isSexism: boolean): BiasCategory {
  const named = units.flatMap((unit) => unit.categories);
  return isSexism && named.includes("gender") ? "gender" : (named[0] ?? "gender");
}

function spanOf(units: readonly Unit[]): { start: number; end: number } {
  return { start: units[0]?.start ?? 0, end: units.at(-1)?.end ?? 0 };
}

export function severityOf(score: number): Severity {
  if (score >= 0.9) return "critical";
  if (score >= 0.75) return "high";
  if (score >= 0.6) return "medium";
  return score >= 0.4 ? "low" : "info";
}

/** Noisy-or of the strongest hit of each detector: several kinds of evidence add up, repetition does not. */
export function scoreOf(hits: readonly BiasHit[]): number {
  const best = new Map<string, number>();
  for (const { detector, score } of hits) best.set(detector, Math.max(best.get(detector) ?? 0, score));
  const kept = [...best.values()].sort((left, right) => right - left);
  return Math.min(1, (kept[0] ?? 0) + (1 - (kept[0] ?? 0)) * Math.min(0.5, (kept[1] ?? 0) * 0.25));
}
