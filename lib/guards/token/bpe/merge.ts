/**
 * Byte-pair merging: again and again the pair with the lowest id becomes one token, the leftmost one
 * first. Short pieces are scanned; long ones (a line of one letter, a page of Chinese) use a heap
 * over a linked list, O(n log n), where a scan would be quadratic.
 */
import type { Vocabulary } from "#lib/guards/token/bpe/vocabulary";

const SCAN_LIMIT = 96;
/**
 * Bytes of one piece that are merged together, to bound memory. No language writes a word this long;
 * in a flood of one letter each further window can differ from the whole by a token or two.
 */
const WINDOW_LIMIT = 1 << 18;

/** Room that {@link mergeIds} needs for itself. */
export type MergeScratch = Int32Array;

export function mergeScratch(): MergeScratch {
  return new Int32Array(SCAN_LIMIT);
}

/**
 * Merges `ids[0..length)` in place.
 * @returns how many ids are left, at the front of `ids`.
 */
export function mergeIds(vocabulary: Vocabulary, ids: Int32Array, length: number, scratch: MergeScratch): number {
  if (length < 2) return length;
  if (length <= SCAN_LIMIT) return mergeByScan(vocabulary, ids, length, scratch);
  let kept = 0;
  for (let start = 0; start < length; start += WINDOW_LIMIT) {
    const window = ids.subarray(start, Math.min(length, start + WINDOW_LIMIT));
    const merged = mergeByHeap(vocabulary, window, window.length);
    ids.copyWithin(kept, start, start + merged);
    kept += merged;
  }
  return kept;
}

const NO_RANK = 0x7fffffff;

function mergeByScan({ merge }: Vocabulary, ids: Int32Array, length: number, ranks: MergeScratch): number {
  const rankAt = (at: number) => {
    const rank = merge(ids[at] ?? 0, ids[at + 1] ?? 0);
    return rank < 0 ? NO_RANK : rank;
  };
  for (let at = 0; at + 1 < length; at++) ranks[at] = rankAt(at);
  for (let left = length; ; left--) {
    const at = lowest(ranks, left - 1);
    if (at < 0) return left;
    ids[at] = ranks[at] ?? 0;
    for (let next = at + 1; next + 1 < left; next++) {
      ids[next] = ids[next + 1] ?? 0;
      ranks[next - 1] = ranks[next] ?? 0;
    }
    if (at > 0) ranks[at - 1] = rankAt(at - 1);
    if (at + 2 < left) ranks[at] = rankAt(at);
  }
}

/** The first of the lowest ranks, or -1 when no pair merges. */
function lowest(ranks: MergeScratch, length: number): number {
  let at = -1;
  let best = NO_RANK;
  for (let i = 0; i < length; i++) {
    const rank = ranks[i] ?? NO_RANK;
    if (rank < best) {
      best = rank;
      at = i;
    }
  }
  return at;
}

function mergeByHeap({ merge }: Vocabulary, ids: Int32Array, length: number): number {
  const next = Int32Array.from({ length }, (_, i) => i + 1);
  const previous = Int32Array.from({ length }, (_, i) => i - 1);
  const heap = minHeap(length);
  const offer = (at: number) => {
    const after = next[at] ?? length;
    const rank = after < length ? merge(ids[at] ?? 0, ids[after] ?? 0) : -1;
    if (rank >= 0) heap.push(rank * POSITIONS + at);
  };
  for (let i = 0; i + 1 < length; i++) offer(i);
  for (let key = heap.pop(); key >= 0; key = heap.pop()) {
    const at = key % POSITIONS;
    const rank = (key - at) / POSITIONS;
    const after = next[at] ?? length;
    const stale = ids[at] === GONE || after >= length || merge(ids[at] ?? 0, ids[after] ?? 0) !== rank;
    if (stale) continue;
    ids[at] = rank;
    ids[after] = GONE;
    const beyond = next[after] ?? length;
    next[at] = beyond;
    if (beyond < length) previous[beyond] = at;
    offer(at);
    const before = previous[at] ?? -1;
    if (before >= 0) offer(before);
  }
  return compact(ids, length);
}

/** Positions fit below this factor, ranks above it: both in one double. */
const POSITIONS = 2 ** 32;
const GONE = -1;

function compact(ids: Int32Array, length: number): number {
  let kept = 0;
  for (let i = 0; i < length; i++) {
    const id = ids[i] ?? GONE;
    if (id !== GONE) ids[kept++] = id;
  }
  return kept;
}

/** Keys of at most three offers per position: one at the start, two per merge. */
function minHeap(positions: number) {
  const keys = new Float64Array(positions * 3);
  let size = 0;
  return {
    push(key: number) {
      let at = size++;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        const parentKey = keys[parent] ?? 0;
        if (parentKey <= key) break;
        keys[at] = parentKey;
        at = parent;
      }
      keys[at] = key;
    },
    /** The lowest key, or -1. */
    pop(): number {
      if (size === 0) return -1;
      const top = keys[0] ?? 0;
      const key = keys[--size] ?? 0;
      let at = 0;
      for (let child = 1; child < size; child = at * 2 + 1) {
        if (child + 1 < size && (keys[child + 1] ?? 0) < (keys[child] ?? 0)) child++;
        const childKey = keys[child] ?? 0;
        if (childKey >= key) break;
        keys[at] = childKey;
        at = child;
      }
      keys[at] = key;
      return top;
    },
  };
}
