/** Names of people, by the names there are and by what stands around them. */
import { logOdds, unpackWeights } from "#lib/guards/security/injection/model/linear";
import { type NameSets, nameCandidates } from "#lib/guards/security/pii/names/candidates";
import { NAME_MODEL } from "#lib/guards/security/pii/names/model.data";
import { unpackNameSet } from "#lib/guards/security/pii/names/name-set";
import { FAMILY_NAMES, GIVEN_NAMES } from "#lib/guards/security/pii/names/names.data";
import { lazy } from "#lib/guards/text/lazy";
import type { Span } from "#lib/guards/text/mapped";

interface Name extends Span {
  /** Probability that it names a person. */
  score: number;
}

const model = lazy((): { sets: NameSets; weights: Int8Array } => ({
  sets: { given: unpackNameSet(GIVEN_NAMES), family: unpackNameSet(FAMILY_NAMES) },
  weights: unpackWeights(NAME_MODEL),
}));

export function findNames(text: string): Name[] {
  const { sets, weights } = model();
  return nameCandidates(text, sets).map(({ start, end, features }) => ({
    start,
    end,
    score: 1 / (1 + Math.exp(-logOdds(NAME_MODEL, weights, features))),
  }));
}
