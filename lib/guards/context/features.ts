/** Signs that a message opens a new topic, as numbers for the model in drift-weights. */
import type { Cue } from "#lib/guards/context/cues";
import { type Profile, profileTerms } from "#lib/guards/context/profile";
import { cosine, mass, sharedMass, type Terms } from "#lib/guards/context/terms";

/** Where a message stands: everything the features may look at. */
export interface Site {
  before: readonly Profile[];
  current: Profile;
  /** The following messages that are known already; empty in a live conversation. */
  after: readonly Profile[];
  /** Messages since the current topic opened, at least 1. */
  age: number;
}

/** How many messages before and after a message are compared with it. */
export const REACH_BACK = 6;
export const REACH_AHEAD = 3;

const CURRENT_CUES: readonly Cue[] = [
  "shift",
  "addition",
  "request",
  "task",
  "backward",
  "anaphora",
  "elliptic",
  "agreement",
  "refusal",
  "thanks",
  "closing",
  "offer",
  "done",
  "aboutYou",
  "returned",
  "greeting",
  "sympathy",
  "self",
];
const PREVIOUS_CUES: readonly Cue[] = [
  "agreement",
  "refusal",
  "thanks",
  "closing",
  "offer",
  "done",
  "aboutYou",
  "returned",
  "greeting",
  "request",
];

/** Feature name to value, in a fixed order. Left-out features are never silent: absent look-ahead has a flag of its own. */
export function featuresOf(site: Site): Record<string, number> {
  const { current, before } = site;
  const previous = before.at(-1);
  const recent = profileTerms(before.slice(-REACH_BACK));
  return {
    ...cohesion(site, recent),
    ...lookAhead(site, recent),
    ...shape(current, previous),
    age: ageFeature(site.age),
    ...cueFlags("is", CURRENT_CUES, current),
    ...cueFlags("after", PREVIOUS_CUES, previous),
    ...genre(site),
  };
}

export function ageFeature(messages: number): number {
  return Math.log(Math.min(messages, 12));
}

function cohesion({ before, current }: Site, recent: Terms): Record<string, number> {
  const near = { has: (term: string) => before.slice(-2).some(({ terms }) => terms.has(term)) };
  const previous = before.at(-1)?.terms ?? new Map();
  return {
    sharedWithPrevious: share(current, previous),
    sharedWithNear: share(current, near),
    sharedWithRecent: share(current, recent),
    previousCosine: cosine(current.terms, previous),
    newMass: Math.log1p(current.mass - sharedMass(current.terms, recent)),
    recentMass: Math.log1p(mass(recent)),
    lastSentenceNew: current.sentences > 1 ? freshness(current.lastTerms, recent) : 0,
  };
}

function share(current: Profile, earlier: { has(term: string): boolean }): number {
  return current.mass === 0 ? 0.5 : sharedMass(current.terms, earlier) / current.mass;
}

function freshness(terms: Terms, earlier: Terms): number {
  const all = mass(terms);
  return all === 0 ? 0 : 1 - sharedMass(terms, earlier) / all;
}

/** What the next messages take up: the new words of this one, or the old ones. */
function lookAhead({ current, after }: Site, recent: Terms): Record<string, number> {
  if (after.length === 0)
    return { alone: 1, echoOfCurrent: 0, echoOfBefore: 0, blockCosine: 0, nextAsks: 0, nextAgrees: 0 };
  const next = profileTerms(after.slice(0, REACH_AHEAD));
  const nextMass = mass(next);
  const fresh = new Map([...current.terms].filter(([term]) => !recent.has(term)));
  return {
    alone: 0,
    echoOfCurrent: Math.log1p(sharedMass(fresh, next)),
    echoOfBefore: nextMass === 0 ? 0 : sharedMass(next, recent) / nextMass,
    blockCosine: cosine(new Map([...current.terms, ...next]), recent),
    nextAsks: after[0]?.isQuestion ? 1 : 0,
    nextAgrees: after[0]?.cues.has("agreement") ? 1 : 0,
  };
}

function shape(current: Profile, previous: Profile | undefined): Record<string, number> {
  return {
    user: current.role === "user" ? 1 : 0,
    asks: current.isQuestion ? 1 : 0,
    length: Math.log1p(current.words),
    sentences: Math.log(Math.max(1, current.sentences)),
    tiny: current.words <= 3 ? 1 : 0,
    empty: current.mass < 0.5 ? 1 : 0,
    afterQuestion: previous?.isQuestion ? 1 : 0,
    previousLength: Math.log1p(previous?.words ?? 0),
    answer: previous?.isQuestion && !current.isQuestion ? 1 : 0,
    statementThenQuestion: current.isQuestion && current.sentences > 1 ? 1 : 0,
  };
}

function cueFlags(prefix: string, cues: readonly Cue[], profile: Profile | undefined): Record<string, number> {
  return Object.fromEntries(cues.map((cue) => [`${prefix}.${cue}`, profile?.cues.has(cue) ? 1 : 0]));
}

/** Small talk, task dialogues and chats with an assistant change topics in different ways: tells them apart. */
function genre({ before, current, after }: Site): Record<string, number> {
  const around = [...before, current, ...after];
  const share = (cues: readonly Cue[]) =>
    around.filter((profile) => cues.some((cue) => profile.cues.has(cue))).length / around.length;
  const task = share(["request", "offer", "done", "task"]);
  return {
    task,
    personal: share(["self"]),
    meanLength: Math.log1p(around.reduce((sum, { words }) => sum + words, 0) / around.length),
  };
}
