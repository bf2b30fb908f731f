/** The opinions of the two trained models, as evidence with a place in the text. */
import { ATTACK_MODEL } from "#lib/guards/security/injection/model/attack.data";
import { attackStretches } from "#lib/guards/security/injection/model/attack-features";
import { logOdds, type PackedModel, unpackWeights } from "#lib/guards/security/injection/model/linear";
import { REQUEST_MODEL } from "#lib/guards/security/injection/model/request.data";
import { requestFeatures } from "#lib/guards/security/injection/model/request-features";
import { sentencesOf } from "#lib/guards/security/injection/model/requests";
import type { Signal } from "#lib/guards/security/injection/signal";
import type { Tag } from "#lib/guards/security/injection/tag";
import { hashWords } from "#lib/guards/text/hashed-words";
import type { Span } from "#lib/guards/text/mapped";

const UNPACKED = new Map<PackedModel, Int8Array>();

function weightsOf(model: PackedModel): Int8Array {
  const known = UNPACKED.get(model);
  if (known !== undefined) return known;
  const weights = unpackWeights(model);
  UNPACKED.set(model, weights);
  return weights;
}

interface Opinion extends Span {
  weight: number;
}

/** The most suspicious stretch of a text; null when there are no words. */
export function judgeWording(text: string, tags: readonly Tag[], signals: readonly Signal[]): Signal | null {
  const weights = weightsOf(ATTACK_MODEL);
  const opinions = attackStretches(hashWords(text), tags, signals).map(({ start, end, features }) => ({
    start,
    end,
    weight: logOdds(ATTACK_MODEL, weights, features),
  }));
  const worst = strongest(opinions);
  return worst && { ...worst, id: "wording_model", category: "suspicious_wording", family: "wording_model" };
}

/** The sentence of a document that most looks like a request to the assistant. */
export function judgeRequests(text: string): Signal | null {
  const weights = weightsOf(REQUEST_MODEL);
  const words = hashWords(text);
  const counts = new Map<number, number>();
  for (const hash of words.hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const opinions = sentencesOf(text, words).map((sentence) => ({
    start: words.starts[sentence.first] ?? 0,
    end: words.ends[sentence.end - 1] ?? 0,
    weight: logOdds(REQUEST_MODEL, weights, requestFeatures(words, sentence, counts)),
  }));
  const worst = strongest(opinions);
  return worst && { ...worst, id: "request_model", category: "embedded_instruction", family: "request_model" };
}

function strongest(opinions: readonly Opinion[]): Opinion | null {
  return opinions.reduce<Opinion | null>(
    (best, next) => (best === null || next.weight > best.weight ? next : best),
    null,
  );
}
