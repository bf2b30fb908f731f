/** Given names and surnames as Bloom filters: about three in a hundred other words pass for one. */

import { fold } from "#lib/guards/text/fold";
import { hashOf } from "#lib/guards/text/hashed-words";

export const SET_BITS = 1 << 17;
const PROBES = 4;

export type NameSet = Uint8Array;

/** @param packed the bits, eight to a byte, in base64. */
export function unpackNameSet(packed: string): NameSet {
  return Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
}

/** The bits of a name, whatever its case and accents. */
export function bitsOf(name: string): number[] {
  const hash = hashOf(fold(name));
  const step = (Math.imul(hash, 0x85ebca6b) >>> 0) | 1;
  return Array.from({ length: PROBES }, (_, probe) => ((hash + Math.imul(probe, step)) >>> 0) % SET_BITS);
}

export function hasName(set: NameSet, name: string): boolean {
  return bitsOf(name).every((bit) => ((set[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0);
}
