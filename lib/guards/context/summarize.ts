/** Extractive summary: the sentences that carry names, numbers, decisions and open questions, in their order. */
import type { Entry } from "#lib/guards/context/conversation";
import { type Terms, termsOf } from "#lib/guards/context/terms";
import { approximateTokens } from "#lib/guards/context/tokens";
import { splitSentences } from "#lib/guards/text/words";

interface Candidate {
  entry: number;
  text: string;
  terms: Terms;
  score: number;
}

const DECISION =
  /\b(?:decided|decide|agreed|let's go with|go with|chose|chosen|booked|confirmed|approved|must|deadline|due|will|won't|final|settled|plan is|next step|to-?do|action)\b/i;
const NUMBER = /\p{N}/u;
const NAME = /(?<=[\p{Ll}\p{N},] )\p{Lu}\p{L}+/u;
const TITLES = { user: "User", assistant: "Assistant", tool: "Tool", document: "Document", system: "System" };

/** Shortest and longest summary in tokens, and the share of the conversation in between. */
const LEAST = 60;
const MOST = 400;
const SHARE = 0.25;
/** Only the start of a huge sentence is quoted. Characters. */
const LONGEST = 400;
const MOST_SENTENCES = 2_000;

export function summarize(entries: readonly Entry[]): string {
  const candidates = entries.flatMap(sentencesOf).slice(-MOST_SENTENCES);
  const open = openQuestion(entries, candidates);
  const ranked = scored(candidates).sort((a, b) => b.score - a.score || a.entry - b.entry);
  const total = candidates.reduce((sum, { text }) => sum + approximateTokens(text), 0);
  const budget = Math.min(MOST, Math.max(LEAST, total * SHARE));
  const chosen = new Set<Candidate>(open === undefined ? [] : [open]);
  let used = open === undefined ? 0 : approximateTokens(open.text);
  for (const candidate of ranked) {
    const cost = approximateTokens(candidate.text);
    if (chosen.has(candidate) || (used + cost > budget && chosen.size > 0)) continue;
    chosen.add(candidate);
    used += cost;
  }
  return candidates
    .filter((candidate) => chosen.has(candidate))
    .map((candidate) => lineOf(candidate, entries[candidate.entry], candidate === open))
    .join("\n");
}

function sentencesOf(entry: Entry, index: number): Candidate[] {
  return splitSentences(entry.text).map(({ text }) => ({
    entry: index,
    text: text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text,
    terms: termsOf(text.slice(0, LONGEST)),
    score: 0,
  }));
}

/** How central its words are to the conversation, and what it carries that must not be lost. */
function scored(candidates: Candidate[]): Candidate[] {
  const uses = new Map<string, number>();
  for (const { terms } of candidates) for (const term of terms.keys()) uses.set(term, (uses.get(term) ?? 0) + 1);
  const seen = new Set<string>();
  for (const candidate of candidates) {
    let centrality = 0;
    for (const [term, weight] of candidate.terms) centrality += weight * Math.log((uses.get(term) ?? 0) + 1);
    const carries =
      (NUMBER.test(candidate.text) ? 1 : 0) +
      (NAME.test(candidate.text) ? 1 : 0) +
      (DECISION.test(candidate.text) ? 1.5 : 0);
    const opening = candidate.entry === 0 ? 1 : 0;
    const size = Math.sqrt(candidate.terms.size + 1);
    candidate.score = seen.has(candidate.text)
      ? -1
      : centrality / size + (candidate.terms.size > 0 ? carries + opening : 0);
    seen.add(candidate.text);
  }
  return candidates.filter(({ score }) => score >= 0);
}

/** The last question, when nobody else has spoken since. */
function openQuestion(entries: readonly Entry[], candidates: readonly Candidate[]): Candidate | undefined {
  const question = candidates.findLast(({ text }) => /[?？؟]$/u.test(text));
  if (question === undefined) return undefined;
  const asker = entries[question.entry]?.role;
  return entries.slice(question.entry + 1).some(({ role }) => role !== asker) ? undefined : question;
}

function lineOf({ text }: Candidate, entry: Entry | undefined, isOpen: boolean): string {
  const speaker = TITLES[entry?.role ?? "user"];
  return isOpen ? `${speaker} (open question): ${text}` : `${speaker}: ${text}`;
}
