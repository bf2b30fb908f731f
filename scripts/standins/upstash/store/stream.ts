import { RedisError } from "#scripts/standins/upstash/reply";

/** Milliseconds and sequence number. */
export type StreamId = readonly [ms: number, seq: number];

export interface StreamEntry {
  id: StreamId;
  /** Field, value, field, value, … */
  fields: string[];
}

export interface Pending {
  id: StreamId;
  consumer: string;
  deliveredAt: number;
  deliveries: number;
}

export interface Group {
  lastDelivered: StreamId;
  entriesRead: number;
  /** Consumer → when it was last seen, ms. */
  consumers: Map<string, number>;
  /** Keyed by the id's text. */
  pending: Map<string, Pending>;
}

/** An append-only log in id order. */
export interface Stream {
  entries: StreamEntry[];
  lastId: StreamId;
  added: number;
  groups: Map<string, Group>;
}

export const ZERO_ID: StreamId = [0, 0];
export const MAX_ID: StreamId = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];

export function emptyStream(): Stream {
  return { entries: [], lastId: ZERO_ID, added: 0, groups: new Map() };
}

export function compareIds(a: StreamId, b: StreamId): number {
  return a[0] - b[0] || a[1] - b[1];
}

export function formatId([ms, seq]: StreamId): string {
  return `${ms}-${seq}`;
}

/** "5-3", or "5" with `seqIfMissing`. */
export function parseId(text: string, seqIfMissing: number): StreamId {
  const match = /^(\d{1,20})(?:-(\d{1,20}))?$/.exec(text);
  if (match === null) throw new RedisError("ERR Invalid stream ID specified as stream command argument");
  return [capped(match[1]), match[2] === undefined ? seqIfMissing : capped(match[2])];
}

function capped(digits: string | undefined): number {
  return Math.min(Number(digits), Number.MAX_SAFE_INTEGER);
}

/** Index of the first entry with id ≥ `id`. */
export function lowerBound(entries: StreamEntry[], id: StreamId): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry !== undefined && compareIds(entry.id, id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function after([ms, seq]: StreamId): StreamId {
  return seq === Number.MAX_SAFE_INTEGER ? [ms + 1, 0] : [ms, seq + 1];
}
