/** Statements about groups, as patterns over the letters of a sentence's shape (see lexicon/entries.ts). */

import { words } from "#lib/guards/bias/lexicon/phrases";
import { BACKHANDED, LIKE_VERBS } from "#lib/guards/bias/lexicon/words";
import type { Shape, Unit } from "#lib/guards/bias/shape";

export type FrameName =
  | "attribution"
  | "essentialism"
  | "inability"
  | "exclusion"
  | "stereotype"
  | "hostility"
  | "incitement"
  | "insult"
  | "backhanded"
  | "typecast";

interface Frame {
  name: FrameName;
  /** Global and sticky-free; what it matches is the stretch reported. */
  pattern: RegExp;
  score: number;
  /** Every match holds a letter of each of these. */
  needs: readonly string[];
  /** A last look at the units matched. */
  holds?: (units: readonly Unit[], before: Unit | undefined) => boolean;
}

export interface FrameHit {
  name: FrameName;
  score: number;
  units: readonly Unit[];
}

const FLATTERY = new Set(words(BACKHANDED));
const LIKE = new Set(words(LIKE_VERBS));
/** Adjectives that describe a state as often as they demean ("sick men", "poor women"). */
const STATES = new Set(
  words(
    "sick bad weak drunk confused jealous lonely slow aggressive violent dangerous corrupt slim dim emotional loud",
  ),
);

/** A whole group as subject, maybe with "who …" left out. */
const SUBJECT = "(?:(?<![mq])[Qdt]{0,3}G|(?:[Qa]|(?<=Q)t)d?g)";

const FRAMES: readonly Frame[] = [
  { name: "incitement", pattern: /(?<=^d{0,2}|[iM]d{0,2}|["“,;:]d?)X[dQtm]{0,3}G/g, needs: ["X", "G"], score: 0.95 },
  {
    name: "incitement",
    pattern: new RegExp(`${SUBJECT}d{0,2}MN?d{0,2}C?d{0,2}x`, "g"),
    needs: ["M", "x"],
    score: 0.95,
    holds: notNegated,
  },
  { name: "hostility", pattern: /(?<=^|i[.dM]{0,2})L[dQt]{0,3}G/g, needs: ["L", "G"], score: 0.9 },
  {
    name: "attribution",
    pattern: new RegExp(`${SUBJECT}d{0,2}M?Cd{0,4}[tam]?[bBd]{0,3}[BKkSs]`, "g"),
    needs: ["C", "BKkSs"],
    score: 0.85,
  },
  { name: "stereotype", pattern: new RegExp(`${SUBJECT}d{0,2}M?d{0,2}C?d{0,4}J`, "g"), needs: ["J"], score: 0.8 },
  { name: "inability", pattern: new RegExp(`${SUBJECT}d{0,2}Ud{0,3}\\.?T`, "g"), needs: ["U", "T"], score: 0.75 },
  { name: "inability", pattern: new RegExp(`${SUBJECT}d{0,2}Cd{0,3}I`, "g"), needs: ["C", "I"], score: 0.7 },
  {
    name: "exclusion",
    pattern: new RegExp(`${SUBJECT}d{0,2}(?:Z|MN)d{0,2}C?d{0,3}[wT]`, "g"),
    needs: ["ZN", "wT"],
    score: 0.8,
  },
  { name: "exclusion", pattern: /(?<=^|[,;"“])N[dA]{0,2}G(?=w|[.!]?$)/g, needs: ["N", "G"], score: 0.7 },
  { name: "stereotype", pattern: new RegExp(`${SUBJECT}d{0,3}V`, "g"), needs: ["V"], score: 0.65 },
  {
    name: "insult",
    pattern: /(?<![mq])B[dB,]{0,2}G/g,
    needs: ["B", "G"],
    score: 0.62,
    holds: ([first]) => !STATES.has(first?.text ?? ""),
  },
  { name: "essentialism", pattern: new RegExp(`${SUBJECT}d{0,2}M?Cd{1,4}b`, "g"), needs: ["C", "b"], score: 0.6 },
  { name: "essentialism", pattern: new RegExp(`${SUBJECT}M?C[tam]?b`, "g"), needs: ["C", "b"], score: 0.4 },
  { name: "backhanded", pattern: /[bBdT.Q]d?\.ag/g, needs: ["a", "g"], score: 0.6, holds: isBackhanded },
  {
    name: "typecast",
    pattern: /Q[A]?g/g,
    needs: ["Q", "g"],
    score: 0.5,
    holds: ([first]) => first?.text === "typical",
  },
];

/** @returns the strongest reading of each stretch; stretches do not overlap. */
export function findFrames(shape: Shape): FrameHit[] {
  if (!/[Gg]/.test(shape.letters)) return [];
  const present = new Set(shape.letters);
  const possible = FRAMES.filter(({ needs }) => needs.every((any) => [...any].some((letter) => present.has(letter))));
  const hits = possible.flatMap((frame) => hitsOf(frame, shape)).sort((left, right) => right.score - left.score);
  const taken = new Set<Unit>();
  return hits.filter((hit) => {
    if (hit.units.some((unit) => taken.has(unit))) return false;
    for (const unit of hit.units) taken.add(unit);
    return true;
  });
}

function hitsOf(frame: Frame, shape: Shape): FrameHit[] {
  return Array.from(shape.letters.matchAll(frame.pattern), (match) => {
    const units = shape.units.slice(match.index, match.index + match[0].length);
    const holds = frame.holds?.(units, shape.units[match.index - 1]) ?? true;
    return { name: frame.name, score: holds ? frame.score : 0, units };
  }).filter((hit) => hit.score > 0);
}

function notNegated(units: readonly Unit[]): boolean {
  return !units.some((unit) => unit.tag === "N");
}

/** "smart for a girl", "throws like a girl". */
function isBackhanded(units: readonly Unit[]): boolean {
  const link = units.at(-3)?.text;
  const quality = units[0]?.text ?? "";
  return (link === "for" && FLATTERY.has(quality)) || (link === "like" && LIKE.has(quality));
}
