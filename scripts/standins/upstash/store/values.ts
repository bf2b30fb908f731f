import type { SortedSet } from "#scripts/standins/upstash/store/sorted-set";
import type { Stream } from "#scripts/standins/upstash/store/stream";

/** The JavaScript value behind each Redis type. All strings are byte strings. */
export interface Values {
  string: string;
  hash: Map<string, string>;
  list: string[];
  set: Set<string>;
  zset: SortedSet;
  stream: Stream;
}

export type TypeName = keyof Values;

export type Entry = { [T in TypeName]: { type: T; value: Values[T]; expiresAt?: number | undefined } }[TypeName];

/** A collection that became empty is removed with its key; strings and streams stay. */
export function isEmpty(entry: Entry): boolean {
  if (entry.type === "list") return entry.value.length === 0;
  return (entry.type === "hash" || entry.type === "set" || entry.type === "zset") && entry.value.size === 0;
}
