/**
 * The format of the packed vocabularies, for reading and writing alike: with a reading coder the
 * `source` is not asked, with a writing one it tells each token.
 *
 * o200k: for every token its right parent, then its left parent in the context of the right one's
 * first byte. cl100k: five of six tokens are also in o200k and are coded as their id there, in the
 * context of their own id; their parents are what merging their bytes with the ids so far ends in.
 * The rest are coded as parents.
 */
import { flagModel, numberModel } from "#lib/guards/token/bpe/adaptive";
import type { BitCoder } from "#lib/guards/token/bpe/bit-coder";
import { type MergeScratch, mergeIds, mergeScratch } from "#lib/guards/token/bpe/merge";
import { byteIdsOf, type GrowingVocabulary, growVocabulary, type Vocabulary } from "#lib/guards/token/bpe/vocabulary";

export const O200K_SIZE = 199_998;
export const CL100K_SIZE = 100_256;

/** What a writer knows of a token. */
export interface TokenSource {
  left: number;
  right: number;
  /** Its id in the other vocabulary, -1 when it is not there. */
  shared: number;
}
type Source = (id: number) => TokenSource;

const NOTHING: Source = () => ({ left: 0, right: 0, shared: -1 });

export function codeO200k(coder: BitCoder, source: Source = NOTHING): Vocabulary {
  const vocabulary = growVocabulary(O200K_SIZE);
  const codeParents = parentsCoder(coder, vocabulary);
  for (let id = 256; id < O200K_SIZE; id++) codeParents(source(id));
  return vocabulary;
}

export function codeCl100k(coder: BitCoder, o200k: Vocabulary, source: Source = NOTHING): Vocabulary {
  const vocabulary = growVocabulary(CL100K_SIZE);
  const codeParents = parentsCoder(coder, vocabulary);
  const codeIsShared = flagModel(SHARED_CONTEXTS);
  const codeShared = numberModel(SHARED_CONTEXTS, 3);
  const scratch = mergeScratch();
  for (let id = 256; id < CL100K_SIZE; id++) {
    const token = source(id);
    const context = Math.floor(Math.log2(id) * 4);
    if (codeIsShared(coder, context, token.shared < 0 ? 0 : 1) === 0) codeParents(token);
    else addMerged(vocabulary, byteIdsOf(o200k, codeShared(coder, context, Math.max(0, token.shared))), scratch);
  }
  return vocabulary;
}

/** Four per doubling of the id. */
const SHARED_CONTEXTS = 4 * 18;

function parentsCoder(coder: BitCoder, vocabulary: GrowingVocabulary): (token: TokenSource) => void {
  const codeRight = numberModel(1, 17);
  const codeLeft = numberModel(256, 11);
  return (token) => {
    const right = codeRight(coder, 0, token.right);
    const left = codeLeft(coder, vocabulary.firstByte[right] ?? 0, token.left);
    vocabulary.add(left, right);
  };
}

function addMerged(vocabulary: GrowingVocabulary, bytes: number[], scratch: MergeScratch): void {
  const ids = Int32Array.from(bytes);
  const parts = mergeIds(vocabulary, ids, ids.length, scratch);
  if (parts !== 2) throw new Error("The packed vocabulary does not fit its merges");
  vocabulary.add(ids[0] ?? 0, ids[1] ?? 0);
}
