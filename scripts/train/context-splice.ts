/** Conversations glued together from segments of different ones: topic shifts that no discourse cue announces. */
import type { Conversation } from "#scripts/eval/context-segmentation";

/** Two to four segments each, taken in a fixed order; sources alternate, so most seams cross them. */
export function spliced(left: readonly Conversation[], right: readonly Conversation[]): Conversation[] {
  const pools = [left.flatMap(segmentsOf), right.flatMap(segmentsOf)];
  return Array.from({ length: 500 }, (_, index) => {
    const count = 1 + (index % 4);
    const parts = Array.from({ length: count }, (_, part) => {
      const pool = pools[(index + part * (index % 3)) % 2] ?? [];
      return pool[(index * 37 + part * 911) % pool.length] ?? [];
    });
    return glued(parts);
  });
}

function segmentsOf({ turns, boundaries }: Conversation): Conversation["turns"][] {
  const starts = [0, ...boundaries];
  return starts.map((start, index) => turns.slice(start, starts[index + 1])).filter((segment) => segment.length >= 3);
}

function glued(parts: Conversation["turns"][]): Conversation {
  const turns: Conversation["turns"] = [];
  const boundaries: number[] = [];
  for (const part of parts) {
    if (turns.length > 0) boundaries.push(turns.length);
    turns.push(...part);
  }
  return { turns, boundaries };
}
