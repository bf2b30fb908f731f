/**
 * A byte-pair vocabulary as merges: token `id` is token `left[id]` followed by token `right[id]`.
 * The first 256 ids are single bytes. That is all a tokenizer needs: a piece of text that is itself a
 * token is always reached by merging (the packer checks this for every token of both vocabularies).
 */
export interface Vocabulary {
  size: number;
  left: Int32Array;
  right: Int32Array;
  /** Length of each token in bytes. */
  byteLength: Uint8Array;
  /** First byte of each token. */
  firstByte: Uint8Array;
  /** Id of `left` followed by `right`, or -1. */
  merge(left: number, right: number): number;
}

/** A vocabulary under construction; tokens are added in the order of their ids. */
export interface GrowingVocabulary extends Vocabulary {
  add(left: number, right: number): void;
}

/** Id of every single byte: printable characters first, as OpenAI's encodings number them. */
export const BYTE_IDS: Uint8Array = byteIds();

function byteIds(): Uint8Array {
  const printable = (byte: number) => (byte > 32 && byte < 127) || (byte > 160 && byte !== 173);
  const bytes = [...Array(256).keys()];
  const order = [...bytes.filter(printable), ...bytes.filter((byte) => !printable(byte))];
  const ids = new Uint8Array(256);
  order.forEach((byte, id) => {
    ids[byte] = id;
  });
  return ids;
}

export function growVocabulary(capacity: number): GrowingVocabulary {
  const left = new Int32Array(capacity);
  const right = new Int32Array(capacity);
  const byteLength = new Uint8Array(capacity).fill(1, 0, 256);
  const firstByte = new Uint8Array(capacity);
  BYTE_IDS.forEach((id, byte) => {
    firstByte[id] = byte;
  });
  const table = pairTable(capacity);
  const vocabulary: GrowingVocabulary = {
    size: 256,
    left,
    right,
    byteLength,
    firstByte,
    merge: table.get,
    add(leftId, rightId) {
      const id = vocabulary.size++;
      left[id] = leftId;
      right[id] = rightId;
      byteLength[id] = (byteLength[leftId] ?? 0) + (byteLength[rightId] ?? 0);
      firstByte[id] = firstByte[leftId] ?? 0;
      table.set(leftId, rightId, id);
    },
  };
  return vocabulary;
}

/** Open addressing, three numbers a slot: left, right, id. Pairs of bytes, half of all questions, have their own table. */
function pairTable(capacity: number) {
  const bytePairs = new Int32Array(256 * 256).fill(-1);
  const bits = 33 - Math.clz32(capacity);
  const mask = (1 << bits) - 1;
  const slots = new Int32Array(3 << bits).fill(-1);
  const slotOf = (left: number, right: number) => {
    let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b);
    hash = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const at = hash * 3;
      if (slots[at] === -1 || (slots[at] === left && slots[at + 1] === right)) return at;
      hash = (hash + 1) & mask;
    }
  };
  return {
    get: (left: number, right: number) =>
      (left | right) < 256 ? (bytePairs[left * 256 + right] ?? -1) : (slots[slotOf(left, right) + 2] ?? -1),
    set(left: number, right: number, id: number) {
      if ((left | right) < 256) bytePairs[left * 256 + right] = id;
      const at = slotOf(left, right);
      slots[at] = left;
      slots[at + 1] = right;
      slots[at + 2] = id;
    },
  };
}

/** Ids of a token's bytes, in order. */
export function byteIdsOf(vocabulary: Vocabulary, id: number, into: number[] = []): number[] {
  if (id < 256) into.push(id);
  else {
    byteIdsOf(vocabulary, vocabulary.left[id] ?? 0, into);
    byteIdsOf(vocabulary, vocabulary.right[id] ?? 0, into);
  }
  return into;
}
