/** All detectors over one text: what is said about which group, how, and how sure. */
import { findExclusion } from "#lib/guards/bias/exclusion";
import { type FrameName, findFrames } from "#lib/guards/bias/frames";
import { type BiasHit, hitOf } from "#lib/guards/bias/hits";
import { ratePassages, type Shaped } from "#lib/guards/bias/passages";
import { shapeOf, type Unit } from "#lib/guards/bias/shape";
import { findSlurs } from "#lib/guards/bias/slurs";
import { stanceOf, WEIGHT } from "#lib/guards/bias/stance";
import { normalise } from "#lib/guards/text/normalise";
import { type Piece, splitSentences } from "#lib/guards/text/words";

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
    ...ratePassages(sentences, plain.text),
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
    return hitOf(
      `bias.${frame.name}`,
      frame.units,
      frame.score * WEIGHT[stance],
      EXPLANATION[frame.name],
      span,
      stance,
    );
  });
  const slurs = findSlurs(shape).map(({ unit, score }) => {
    const stance = stanceOf(sentence, unit, whole);
    return hitOf("bias.slur", [unit], score * WEIGHT[stance], "Uses a slur.", unit, stance);
  });
  return [...stated, ...slurs];
}

function shaped(sentence: Piece): Shaped {
  return { ...sentence, shape: shapeOf(sentence) };
}

function exclusions(text: string, isSought: boolean): BiasHit[] {
  return findExclusion(text, isSought).map((found) => ({ detector: "bias.job_wording", ...found }));
}

function spanOf(units: readonly Unit[]): { start: number; end: number } {
  return { start: units[0]?.start ?? 0, end: units.at(-1)?.end ?? 0 };
}
