/** Everything the guard can see in the messages it was asked about. */
import type { Content } from "#lib/guards/content";
import { checkCitations } from "#lib/guards/trust/citations/check";
import { sourceDocuments } from "#lib/guards/trust/documents";
import { ground, overall } from "#lib/guards/trust/grounding/ground";
import { checkMath } from "#lib/guards/trust/math/check";
import { detectPatterns } from "#lib/guards/trust/patterns/detect";
import { findDrift } from "#lib/guards/trust/patterns/drift";
import type { Signal } from "#lib/guards/trust/patterns/signal";
import {
  type Grounding,
  type MathError,
  type SuspiciousCitation,
  type TrustOptions,
  TrustPattern,
} from "#lib/guards/trust/schema";

export interface Examination {
  /** The last examined message and its text. */
  message: number;
  text: string;
  signals: (Signal & { message: number })[];
  /** Null when nothing says what the answer replies to, or there is too little text. */
  drift: number | null;
  math: { checked: number; errors: MathError[] };
  citations: { checked: number; suspicious: SuspiciousCitation[] };
  grounding: Grounding | null;
}

export function examine(content: Content, options: TrustOptions): Examination {
  const found: Examination = {
    message: content.targets.at(-1) ?? content.messages.length - 1,
    text: "",
    signals: [],
    drift: null,
    math: { checked: 0, errors: [] },
    citations: { checked: 0, suspicious: [] },
    grounding: null,
  };
  found.text = content.messages[found.message]?.content ?? "";
  const documents = options.operation === "detect" ? [] : sourceDocuments(options.context, content);
  for (const message of content.targets) examineMessage(found, content, message, documents, options);
  return found;
}

function examineMessage(
  found: Examination,
  content: Content,
  message: number,
  documents: readonly string[],
  options: TrustOptions,
): void {
  const { role, content: text } = content.messages[message] ?? { role: "user", content: "" };
  if (role === "system") return;
  addMath(found, text, message);
  const citations = checkCitations(text);
  found.citations.checked += citations.checked;
  found.citations.suspicious.push(...citations.suspicious.map((citation) => ({ message, ...citation })));
  const question = options.input_text ?? questionBefore(content, message);
  const drift = findDrift(text, question);
  if (drift.score !== null) found.drift = Math.max(found.drift ?? 0, drift.score);
  const signals = [...detectPatterns(text), ...drift.signals].filter((signal) => isWanted(signal, options));
  found.signals.push(...signals.map((signal) => ({ ...signal, message })));
  const isSource = (role === "tool" || role === "document") && message !== found.message;
  if (!isSource) found.grounding = merged(found.grounding, ground(text, documents, question, message));
}

function addMath(found: Examination, text: string, message: number): void {
  const calculations = checkMath(text);
  found.math.checked += calculations.length;
  for (const { actual, ...calculation } of calculations) {
    if (actual !== null) found.math.errors.push({ message, ...calculation, actual });
  }
}

function isWanted(signal: Signal, options: TrustOptions): boolean {
  const known = TrustPattern.safeParse(signal.pattern);
  return known.success ? options.patterns.includes(known.data) : true;
}

/** The newest user message before an assistant's answer. */
function questionBefore(content: Content, message: number): string {
  if (content.messages[message]?.role !== "assistant") return "";
  return content.messages.slice(0, message).findLast((earlier) => earlier.role === "user")?.content ?? "";
}

function merged(a: Grounding | null, b: Grounding | null): Grounding | null {
  if (a === null || b === null) return a ?? b;
  const claims = [...a.claims, ...b.claims];
  return { score: overall(claims.map((claim) => claim.score)), claims, documents: a.documents };
}
