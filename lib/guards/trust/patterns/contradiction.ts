/** Sentences of one text that say the same thing with another number or the other polarity. */
import { splitSentences } from "#lib/guards/text/words";
import { type Term, termsOf } from "#lib/guards/trust/grounding/terms";
import type { Signal } from "#lib/guards/trust/patterns/signal";

interface Statement {
  numbers: string;
  negated: boolean;
}

const NEGATION = /\b(?:not|never|no|cannot|without|\w{2,7}n['’]t)\b/i;
const LINKING = /\b(?:is|are|was|were|has|have|had|can|costs?|weighs?|takes?|founded|born|located|contains?)\b/i;
const MIN_STEMS = 3;
const MAX_SIGNALS = 50;

export function findContradictions(text: string): Signal[] {
  const said = new Map<string, Statement>();
  const signals: Signal[] = [];
  for (const sentence of splitSentences(text)) {
    if (!LINKING.test(sentence.text) || sentence.text.endsWith("?")) continue;
    const terms = termsOf(sentence.text);
    const key = keyOf(terms);
    if (key === null) continue;
    const statement = { numbers: numbersOf(terms), negated: NEGATION.test(sentence.text) };
    const before = said.get(key);
    if (before === undefined) said.set(key, statement);
    else if (differ(before, statement)) signals.push(contradiction(sentence.start, sentence.end));
    if (signals.length >= MAX_SIGNALS) break;
  }
  return signals;
}

function differ(a: Statement, b: Statement): boolean {
  if (a.negated !== b.negated) return a.numbers === b.numbers;
  return a.numbers !== b.numbers && a.numbers !== "" && b.numbers !== "";
}

function keyOf(terms: readonly Term[]): string | null {
  const stems = terms.filter((term) => term.kind === "content" || term.kind === "name").map((term) => term.stem);
  return stems.length < MIN_STEMS ? null : [...new Set(stems)].sort().join(" ");
}

function numbersOf(terms: readonly Term[]): string {
  return terms
    .filter((term) => term.kind === "number")
    .map((term) => term.stem)
    .join(" ");
}

function contradiction(start: number, end: number): Signal {
  return {
    pattern: "contradiction",
    name: "restated_differently",
    severity: "medium",
    score: 0.6,
    start,
    end,
    explanation: "The text says something and elsewhere the contrary.",
    remediation: "Find out which of the two statements is right.",
  };
}
