/** Signs that a message opens a new topic, as numbers for the model in drift-weights. */
import { type Cue, cueBit } from "#lib/guards/context/cues";
import { addTo, DIMENSIONS, likeness } from "#lib/guards/context/meaning";
import type { Profile } from "#lib/guards/context/profile";
import { cosine, TermBag } from "#lib/guards/context/term-bag";
import type { Vocabulary } from "#lib/guards/context/vocabulary";

/** How many messages before and after a message are compared with it. */
export const REACH_BACK = 6;
export const REACH_AHEAD = 3;
const NEAR = 2;
/** A topic this old is as old as any. Messages. */
const OLD = 12;

const COHESION = [
  "sharedWithPrevious",
  "sharedWithNear",
  "sharedWithRecent",
  "previousCosine",
  "newMass",
  "recentMass",
  "lastSentenceNew",
] as const;
const LOOK_AHEAD = ["alone", "echoOfCurrent", "echoOfBefore", "blockCosine", "nextAsks", "nextAgrees"] as const;
const MEANING = [
  "likePrevious",
  "likeRecent",
  "likeClosest",
  "likeBeforePrevious",
  "lastLikeRecent",
  "known",
  "nextLikeCurrent",
  "nextLikeRecent",
] as const;
const SHAPE = [
  "user",
  "asks",
  "length",
  "sentences",
  "tiny",
  "empty",
  "afterQuestion",
  "previousLength",
  "answer",
  "statementThenQuestion",
] as const;
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
const GENRE = ["task", "personal", "meanLength"] as const;

/** Names of the features, in their order. */
export const FEATURES: readonly string[] = [
  ...COHESION,
  ...LOOK_AHEAD,
  ...SHAPE,
  "age",
  ...CURRENT_CUES.map((cue) => `is.${cue}`),
  ...PREVIOUS_CUES.map((cue) => `after.${cue}`),
  ...GENRE,
  ...MEANING,
];
/** Where the age of the topic stands among the features: all others are known before any decision. */
export const AGE = FEATURES.indexOf("age");

const CURRENT_BITS = CURRENT_CUES.map(cueBit);
const PREVIOUS_BITS = PREVIOUS_CUES.map(cueBit);
const TASK_BITS = cueBit("request") | cueBit("offer") | cueBit("done") | cueBit("task");
const SELF_BIT = cueBit("self");
const AGREEMENT_BIT = cueBit("agreement");
const NONE = new Int32Array();

export function ageFeature(messages: number): number {
  return Math.log(Math.min(messages, OLD));
}

/** Reads the features of one message after the other out of a conversation's profiles. */
export class FeatureReader {
  private readonly profiles: readonly Profile[];
  private readonly values = new Float64Array(FEATURES.length);
  private readonly near: TermBag;
  private readonly recent: TermBag;
  private readonly next: TermBag;
  private readonly fresh: TermBag;
  private readonly aroundMeaning = new Float64Array(DIMENSIONS);
  private readonly nextMeaning = new Float64Array(DIMENSIONS);
  private at = 0;

  constructor(profiles: readonly Profile[], { weights }: Vocabulary) {
    this.profiles = profiles;
    this.near = new TermBag(weights);
    this.recent = new TermBag(weights);
    this.next = new TermBag(weights);
    this.fresh = new TermBag(weights);
  }

  /**
   * Features of the message at `index`, 1 or more; the array is used again by the next call.
   * `age` counts messages since the topic opened, `ahead` the following messages that may be looked at.
   */
  read(index: number, age: number, ahead = REACH_AHEAD): Float64Array {
    const current = this.profiles[index];
    const previous = this.profiles[index - 1];
    if (current === undefined || previous === undefined) throw new RangeError("no message before this one");
    const start = Math.max(0, index - REACH_BACK);
    const end = Math.min(this.profiles.length, index + 1 + Math.min(ahead, REACH_AHEAD));
    this.near.clear();
    this.recent.clear();
    for (let i = start; i < index; i += 1) {
      const { terms } = this.profiles[i] ?? current;
      this.recent.addAll(terms);
      if (i >= index - NEAR) this.near.addAll(terms);
    }
    this.at = 0;
    this.cohesion(current, previous);
    this.lookAhead(index, end, current);
    this.shape(current, previous);
    this.put(ageFeature(age));
    for (const bit of CURRENT_BITS) this.put(current.cues & bit ? 1 : 0);
    for (const bit of PREVIOUS_BITS) this.put(previous.cues & bit ? 1 : 0);
    this.genre(start, end);
    this.meaning(start, index, end);
    return this.values;
  }

  private cohesion(current: Profile, previous: Profile): void {
    this.next.clear();
    this.next.addAll(previous.terms);
    const withRecent = this.recent.sharedMass(current.terms);
    this.put(share(current, this.next.sharedMass(current.terms)));
    this.put(share(current, this.near.sharedMass(current.terms)));
    this.put(share(current, withRecent));
    this.put(cosine(this.next.dot(current.terms), current.squares, previous.squares));
    this.put(Math.log1p(current.mass - withRecent));
    this.put(Math.log1p(this.recent.mass));
    const isFresh = current.sentences > 1 && current.lastMass > 0;
    this.put(isFresh ? 1 - this.recent.sharedMass(current.lastTerms) / current.lastMass : 0);
  }

  /** What the next messages take up: the new words of this one, or the old ones. */
  private lookAhead(index: number, end: number, current: Profile): void {
    const following = this.profiles[index + 1];
    if (following === undefined || end <= index + 1) {
      this.put(1);
      for (let i = 1; i < LOOK_AHEAD.length; i += 1) this.put(0);
      return;
    }
    const { recent, next, fresh } = this;
    next.clear();
    for (let i = index + 1; i < end; i += 1) next.addAll(this.profiles[i]?.terms ?? NONE);
    fresh.clear();
    for (const id of current.terms) if (!recent.has(id)) fresh.add(id);
    this.put(0);
    this.put(Math.log1p(next.sharedMass(fresh.ids)));
    this.put(next.mass === 0 ? 0 : recent.sharedMass(next.ids) / next.mass);
    next.addAll(current.terms);
    this.put(cosine(recent.dot(next.ids), next.squares, recent.squares));
    this.put(following.isQuestion ? 1 : 0);
    this.put(following.cues & AGREEMENT_BIT ? 1 : 0);
  }

  private shape(current: Profile, previous: Profile): void {
    this.put(current.role === "user" ? 1 : 0);
    this.put(current.isQuestion ? 1 : 0);
    this.put(Math.log1p(current.words));
    this.put(Math.log(Math.max(1, current.sentences)));
    this.put(current.words <= 3 ? 1 : 0);
    this.put(current.mass < 0.5 ? 1 : 0);
    this.put(previous.isQuestion ? 1 : 0);
    this.put(Math.log1p(previous.words));
    this.put(previous.isQuestion && !current.isQuestion ? 1 : 0);
    this.put(current.isQuestion && current.sentences > 1 ? 1 : 0);
  }

  /** Small talk, task dialogues and chats with an assistant change topics in different ways: tells them apart. */
  private genre(start: number, end: number): void {
    let tasks = 0;
    let personal = 0;
    let words = 0;
    for (let i = start; i < end; i += 1) {
      const profile = this.profiles[i];
      if (profile === undefined) continue;
      if (profile.cues & TASK_BITS) tasks += 1;
      if (profile.cues & SELF_BIT) personal += 1;
      words += profile.words;
    }
    const around = end - start;
    this.put(tasks / around);
    this.put(personal / around);
    this.put(Math.log1p(words / around));
  }

  /** Whether it speaks of related things, even in other words. */
  private meaning(start: number, index: number, end: number): void {
    const { profiles } = this;
    const current = profiles[index]?.meaning ?? this.aroundMeaning;
    const around = this.aroundMeaning.fill(0);
    let closest = -1;
    for (let i = start; i < index; i += 1) {
      const { meaning } = profiles[i] ?? {};
      if (meaning === undefined) continue;
      addTo(around, meaning);
      closest = Math.max(closest, likeness(current, meaning));
    }
    this.put(likeness(current, profiles[index - 1]?.meaning ?? around));
    this.put(likeness(current, around));
    this.put(closest);
    this.put(index - 2 < start ? 0 : likeness(current, profiles[index - 2]?.meaning ?? around));
    this.put(likeness(profiles[index]?.lastMeaning ?? around, around));
    this.put(Math.log1p(Math.hypot(...current)));
    const next = this.nextMeaning.fill(0);
    for (let i = index + 1; i < end; i += 1) addTo(next, profiles[i]?.meaning ?? next);
    this.put(likeness(next, current));
    this.put(likeness(next, around));
  }

  private put(value: number): void {
    this.values[this.at] = value;
    this.at += 1;
  }
}

/** With nothing to share, half. */
function share({ mass }: Profile, shared: number): number {
  return mass === 0 ? 0.5 : shared / mass;
}
