/** Conversations whose answers are kept in tests/corpus/context/golden.json; see scripts/eval/context-golden.ts. */
import { readFileSync } from "node:fs";
import type { Message, Role } from "#lib/guards/content";
import type { ContextEvidence } from "#lib/guards/context/schema";
import { memoryOf, runContext, talk } from "#tests/guards/context/run-context";

export interface GoldenCase {
  name: string;
  messages: Message[];
  evidence?: ContextEvidence;
}

const CORPORA = ["contradiction", "drift", "escalation"];
const GENERATED = 24;
const ROLES: readonly Role[] = ["user", "assistant", "user", "assistant", "tool", "system"];

/** The own corpus as one call and turn by turn, and conversations shuffled together from it. */
export function goldenCases(): GoldenCase[] {
  const talks = CORPORA.flatMap((kind) => corpus(kind).map((turns, at) => ({ name: `${kind} ${at}`, turns })));
  const whole = talks.map(({ name, turns }) => ({ name, messages: talk(...turns) }));
  const live = talks.map(({ name, turns }) => remembering(`${name} live`, talk(...turns), turns.length - 1));
  const sentences = talks.flatMap(({ turns }) => turns);
  return [...whole, ...live, ...Array.from({ length: GENERATED }, (_, seed) => generated(seed, sentences))];
}

export function outcomeOf({ messages, evidence }: GoldenCase) {
  const answer = runContext(messages, {}, evidence);
  return {
    type: answer.drift_type,
    boundaries: answer.boundaries,
    contradictions: answer.contradictions.map(({ message, earlier_message: earlier }) => [message, earlier]),
    levels: answer.metrics.escalation_levels,
    segments: answer.metrics.segments,
    suggestion: answer.suggested_response,
    scores: answer.metrics.message_scores.map((score) => Math.round(score * 1_000) / 1_000),
  };
}

function corpus(kind: string): string[][] {
  const text = readFileSync(new URL(`../../corpus/context/${kind}.jsonl`, import.meta.url), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { turns: string[] }).turns);
}

function remembering(name: string, messages: Message[], known: number): GoldenCase {
  return { name, messages: messages.slice(known), evidence: memoryOf(messages.slice(0, known)) };
}

/** Mostly runs of one talk after the other; some turns are several sentences, or in no Latin script. */
function generated(seed: number, sentences: readonly string[]): GoldenCase {
  const random = randomNumbers(seed + 1);
  const pick = () => sentences[Math.floor(random() * sentences.length)] ?? "";
  let at = Math.floor(random() * sentences.length);
  const messages = Array.from({ length: 3 + seed * 2 }, (): Message => {
    at = random() < 0.15 ? Math.floor(random() * sentences.length) : at + 1;
    const more =
      random() < 0.2 ? ` ${pick()} ${pick()}` : random() < 0.05 ? " 天気はどうですか。 readUserName v1.2" : "";
    return {
      role: ROLES[Math.floor(random() * ROLES.length)] ?? "user",
      content: `${sentences[at % sentences.length]}${more}`,
    };
  });
  const name = `generated ${seed}`;
  return seed % 2 === 0 ? { name, messages } : remembering(name, messages, Math.floor(messages.length / 2));
}

/** Linear congruential generator (Numerical Recipes), 0 to 1. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
