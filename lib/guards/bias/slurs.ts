/** Slurs in a sentence's shape. Naming a word, or using it of oneself, weighs less than throwing it at others. */
import { words } from "#lib/guards/bias/lexicon/phrases";
import type { Shape, Unit } from "#lib/guards/bias/shape";

export interface SlurHit {
  unit: Unit;
  score: number;
}

/** Everyday insults with a group's history behind them: rude before they are hateful. */
const MILD = new Set(
  words(
    `bitch bitches bitchy slut sluts slutty skank skanks bimbo bimbos twat twats hussy wench harpy redneck rednecks
    hillbilly geezer geezers codger commie chav chavs gringo gringos retarded spastic homo fatty fatso pleb plebs yank`,
  ),
);
const SELF = /^(?:i'm|i am|im|as|we're|we are|we|my)$/;
const ABUSE = /[BKkySQ]/;

export function findSlurs(shape: Shape): SlurHit[] {
  const hits: SlurHit[] = [];
  for (const [index, unit] of shape.units.entries()) {
    if (unit.tag === "S") hits.push({ unit, score: strength(shape.units, index, MILD.has(unit.text) ? 0.45 : 0.85) });
    if (unit.tag === "s" && isAbuse(shape, index)) hits.push({ unit, score: strength(shape.units, index, 0.55) });
  }
  return hits;
}

function strength(units: readonly Unit[], index: number, score: number): number {
  const before = [units[index - 3], units[index - 2], units[index - 1]];
  const ofOneself = before.some((unit) => SELF.test(unit?.text ?? ""));
  return ofOneself ? score * 0.6 : score;
}

/** An ambiguous word needs an insult, an address or "these" right beside it. */
function isAbuse(shape: Shape, index: number): boolean {
  const beside = [...shape.letters.slice(Math.max(0, index - 2), index)];
  const near = shape.units.slice(Math.max(0, index - 2), index);
  return (
    beside.some((letter) => ABUSE.test(letter)) || near.some((unit) => /^(?:fucking|stupid|damn)$/.test(unit.text))
  );
}
