/** The two exact vocabularies, unpacked when first asked for: importing this file costs nothing. */
import { bitReader } from "#lib/guards/token/bpe/bit-coder";
import { CL100K } from "#lib/guards/token/bpe/cl100k.data";
import { O200K } from "#lib/guards/token/bpe/o200k.data";
import { codeCl100k, codeO200k } from "#lib/guards/token/bpe/packed";
import type { Vocabulary } from "#lib/guards/token/bpe/vocabulary";
import type { Encoding } from "#lib/guards/token/schema";

const unpacked: Partial<Record<Encoding, Vocabulary>> = {};

export function vocabulary(encoding: Encoding): Vocabulary {
  unpacked[encoding] ??=
    encoding === "o200k_base"
      ? codeO200k(bitReader(fromBase64(O200K)))
      : codeCl100k(bitReader(fromBase64(CL100K)), vocabulary("o200k_base"));
  return unpacked[encoding];
}

/** A plain loop: `Uint8Array.from` with a mapping took a third of the whole unpacking. */
function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
