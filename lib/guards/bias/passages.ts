/** Neighbouring sentences that speak of people, judged together by the model of sexism. */
import { speaksOfPeople } from "#lib/guards/bias/features";
import { type BiasHit, hitOf } from "#lib/guards/bias/hits";
import { sexismScore } from "#lib/guards/bias/model";
import type { Shape } from "#lib/guards/bias/shape";
import { stanceOf, WEIGHT } from "#lib/guards/bias/stance";
import type { Piece } from "#lib/guards/text/words";

/** A sentence, or several, with its shape. */
export interface Shaped extends Piece {
  shape: Shape;
}

/** Sentences read together by the model, up to this many characters. */
const PASSAGE = 600;

/** What no pattern names: the model's judgement of each passage that speaks of people. */
export function ratePassages(sentences: readonly Shaped[], whole: string): BiasHit[] {
  return passages(sentences, whole).flatMap((passage) => {
    const { units, letters } = passage.shape;
    const rating = sexismScore(passage.shape);
    if (rating < FAINT) return [];
    const stance = stanceOf(passage, { start: passage.start, end: passage.start }, whole);
    const believed = stance === "countered" ? LEFT_OF_COUNTERED : Math.max(LEFT_OF_STANCE, WEIGHT[stance]);
    const score = Math.min(0.9, rating * believed * supportOf(letters));
    const isGendered = units.some((unit) => unit.categories.includes("gender"));
    const category = isGendered ? "gender" : undefined;
    return [hitOf(MODEL, units, score, RATED, passage, stance, category)];
  });
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
