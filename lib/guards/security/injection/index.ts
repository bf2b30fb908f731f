/**
 * Prompt injection and jailbreaks, by who is addressed and what is asked. Concepts found by the lexicons and
 * borrowed markup add up as evidence in log-odds; two small models judge wording that no rule knows: one any
 * text, one the single sentences of documents. The stronger opinion counts. See README.md for the model card.
 */
import type { ScanContext } from "#lib/guards/security/hit";
import { gatherEvidence } from "#lib/guards/security/injection/evidence";
import { judgeRequests, judgeWording } from "#lib/guards/security/injection/model/judge";
import type { Signal } from "#lib/guards/security/injection/signal";

export interface InjectionVerdict {
  /** Probability of an attack, 0 to 1. */
  score: number;
  /** What speaks for it, strongest first; empty when nothing does. */
  signals: Signal[];
}

/** Log-odds of an attack in a text without any evidence: about 1 in 150. */
const PRIOR = -5;
const UNTRUSTED_PRIOR = -4.5;
/** Evidence counts together within this many characters. */
const WINDOW = 6_000;
const NOTHING: InjectionVerdict = { score: 0, signals: [] };

/**
 * The operator's own text (system) is never an attack, a model's answer only where it carries data off.
 *
 * @param bonus log-odds for what is known from outside, such as that the text was hidden.
 */
export function assessInjection(text: string, { role }: Pick<ScanContext, "role">, bonus = 0): InjectionVerdict {
  if (role === "system") return NOTHING;
  const untrusted = role === "tool" || role === "document";
  const { tags, signals } = gatherEvidence(text, untrusted);
  if (role === "assistant")
    return weigh(
      signals.filter((signal) => signal.category === "exfiltration"),
      PRIOR,
      bonus,
    );
  const byRules = weigh(signals, untrusted ? UNTRUSTED_PRIOR : PRIOR, bonus);
  const opinions = [judgeWording(text, tags, signals), ...(untrusted ? [judgeRequests(text)] : [])];
  return opinions.map((opinion) => opinion && withBonus(opinion, bonus)).reduce(stronger, byRules);
}

function weigh(signals: Signal[], prior: number, bonus: number): InjectionVerdict {
  if (signals.length === 0) return NOTHING;
  const strongest = bestWindow(signals);
  const evidence = strongest.reduce((sum, signal) => sum + signal.weight, 0);
  const score = logistic(prior + evidence + (evidence > 1 ? bonus : 0));
  return { score, signals: strongest.filter((signal) => signal.weight > 0).sort((a, b) => b.weight - a.weight) };
}

/** Log-odds from which a model's opinion of hidden text is worth raising. */
const WORTH_RAISING = -1;

function withBonus(opinion: Signal, bonus: number): Signal {
  return opinion.weight > WORTH_RAISING ? { ...opinion, weight: opinion.weight + bonus } : opinion;
}

/** A model's opinion joins what the rules found, and goes first where it is the stronger one. */
function stronger(verdict: InjectionVerdict, opinion: Signal | null): InjectionVerdict {
  if (opinion === null) return verdict;
  const score = logistic(opinion.weight);
  if (score <= verdict.score) return verdict;
  const known = verdict.signals.filter((signal) => signal.start < opinion.end && signal.end > opinion.start);
  return {
    score,
    signals: known.length > 0 && opinion.category === "suspicious_wording" ? known : [opinion, ...known],
  };
}

/** The stretch of text with the most evidence, one signal of each family. */
function bestWindow(signals: Signal[]): Signal[] {
  const starts = new Set(
    signals.map((signal) => Math.max(0, Math.floor(signal.start / (WINDOW / 2)) - 1) * (WINDOW / 2)),
  );
  let best: Signal[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (const from of starts) {
    const inside = signals.filter((signal) => signal.start >= from && signal.start < from + WINDOW);
    const kept = strongestOfEachFamily(inside);
    const evidence = kept.reduce((sum, signal) => sum + signal.weight, 0);
    if (evidence > most) [best, most] = [kept, evidence];
  }
  return best;
}

function strongestOfEachFamily(signals: Signal[]): Signal[] {
  const byFamily = new Map<string, Signal>();
  for (const signal of signals) {
    const known = byFamily.get(signal.family);
    if (known === undefined || signal.weight > known.weight) byFamily.set(signal.family, signal);
  }
  return [...byFamily.values()];
}

function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
