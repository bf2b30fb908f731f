/**
 * A request that stands on its own: it takes up no word of the last messages, points back with no
 * pronoun or courtesy, answers no question, and its words are seldom met together with theirs.
 * The network has too few such shifts to learn from; the limits were chosen on training dialogues and
 * the own corpus, which is therefore no held-out measure of it.
 */
import { cueBit } from "#lib/guards/context/cues";
import { FEATURES } from "#lib/guards/context/features";
import type { Profile } from "#lib/guards/context/profile";

/** Likeness to the last messages up to which it counts as foreign to them. */
const LIMIT = 0.45;
/** Weight of its terms that it needs to be about something at all, and of known ones to be compared. */
const LEAST_MASS = 1.6;
const LEAST_KNOWN = 0.4;
/** Score at the limit, and what is added for no likeness at all. */
const BASE = 0.5;
const RANGE = 0.35;

const ASKING = cueBit("task") | cueBit("request");
const POINTING_BACK =
  cueBit("anaphora") |
  cueBit("elliptic") |
  cueBit("backward") |
  cueBit("agreement") |
  cueBit("refusal") |
  cueBit("thanks") |
  cueBit("closing") |
  cueBit("returned") |
  cueBit("greeting") |
  cueBit("aboutYou") |
  cueBit("addition");

const SHARED = FEATURES.indexOf("sharedWithRecent");
const LIKE_RECENT = FEATURES.indexOf("likeRecent");
const KNOWN = FEATURES.indexOf("known");

/** Score from 0.5, or 0 for everything else. */
export function freshRequestScore({ role, mass, isQuestion, cues }: Profile, after: Profile, features: Float64Array) {
  const isRequest = role === "user" && (isQuestion || (cues & ASKING) !== 0);
  if (!isRequest || (cues & POINTING_BACK) !== 0 || after.isQuestion || mass < LEAST_MASS) return 0;
  const likeness = features[LIKE_RECENT] ?? 0;
  if (features[SHARED] !== 0 || (features[KNOWN] ?? 0) < LEAST_KNOWN || likeness > LIMIT) return 0;
  return BASE + RANGE * Math.min(1, (LIMIT - likeness) / LIMIT);
}
