/** Every written calculation of a text, recomputed. */
import { type Calculation, findCalculations } from "#lib/guards/trust/math/equations";
import { findPercentages } from "#lib/guards/trust/math/percentages";
import { findTableTotals } from "#lib/guards/trust/math/tables";
import { findWordedSums } from "#lib/guards/trust/math/worded";

export type { Calculation } from "#lib/guards/trust/math/equations";

/** Sorted by place; where two finders read the same result, the wrong reading wins only if both agree. */
export function checkMath(text: string): Calculation[] {
  if (!/\d|\b(?:plus|minus|times|divided)\b/i.test(text)) return [];
  const byEnd = new Map<number, Calculation>();
  for (const found of [findCalculations, findPercentages, findWordedSums, findTableTotals].flatMap((find) =>
    find(text),
  )) {
    const known = byEnd.get(found.end);
    if (known === undefined || found.actual === null) byEnd.set(found.end, found);
  }
  return [...byEnd.values()].sort((a, b) => a.start - b.start);
}
