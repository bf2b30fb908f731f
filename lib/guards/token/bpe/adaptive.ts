/** Adaptive models for {@link BitCoder}: each bit's probability is learnt from the bits before it. */
import type { BitCoder } from "#lib/guards/token/bpe/bit-coder";

const PRIOR = 0.4;
const CLASS_BITS = 5;
/** Counters per context for the class: a binary tree of five levels. */
const CLASS_NODES = 1 << CLASS_BITS;
const CLASSES = 18;

function learn(coder: BitCoder, counts: Uint8Array, node: number, bit: number): number {
  const zero = node * 2;
  const zeros = counts[zero] ?? 0;
  const ones = counts[zero + 1] ?? 0;
  const coded = coder.code((ones + PRIOR) / (zeros + ones + 2 * PRIOR), bit);
  const count = (counts[zero + coded] ?? 0) + 1;
  if (count < 255) {
    counts[zero + coded] = count;
  } else {
    counts[zero] = zeros >> 1;
    counts[zero + 1] = ones >> 1;
  }
  return coded;
}

/** A yes or no, learnt per context. */
export function flagModel(contexts: number) {
  const counts = new Uint8Array(contexts * 2);
  return (coder: BitCoder, context: number, value: number): number => learn(coder, counts, context, value);
}

/**
 * Numbers below 2^18 - 1, as their magnitude and then their bits, learnt per context. Bits after the
 * first `learntBits` are as good as random and cost one bit each.
 */
export function numberModel(contexts: number, learntBits: number) {
  const contextNodes = CLASS_NODES + (CLASSES << learntBits);
  const counts = new Uint8Array(contexts * contextNodes * 2);
  return (coder: BitCoder, context: number, value: number): number => {
    const base = context * contextNodes;
    const target = value + 1;
    const magnitude = 31 - Math.clz32(target);
    let node = 1;
    for (let shift = CLASS_BITS - 1; shift >= 0; shift--) {
      node = node * 2 + learn(coder, counts, base + node, (magnitude >> shift) & 1);
    }
    const bits = node - CLASS_NODES;
    const tree = base + CLASS_NODES + (bits << learntBits);
    let result = 1;
    for (let shift = bits - 1; shift >= 0; shift--) {
      const bit = (target >> shift) & 1;
      const learnt = bits - 1 - shift < learntBits;
      result = result * 2 + (learnt ? learn(coder, counts, tree + result, bit) : coder.code(0.5, bit));
    }
    return result - 1;
  };
}
