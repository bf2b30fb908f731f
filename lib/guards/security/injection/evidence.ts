/** Evidence of an attack: concepts that stand together as a rule says, and borrowed markup. */
import { findMarkup } from "#lib/guards/security/injection/markup";
import { RULES, type Rule } from "#lib/guards/security/injection/rules";
import type { Signal } from "#lib/guards/security/injection/signal";
import { type Tag, tagConcepts } from "#lib/guards/security/injection/tag";
import type { Span } from "#lib/guards/text/mapped";

export interface Evidence {
  tags: Tag[];
  signals: Signal[];
}

/** @param untrusted whether somebody else than the caller wrote the text (tool answers, documents). */
export function gatherEvidence(text: string, untrusted: boolean): Evidence {
  const tags = tagConcepts(text);
  const signals = [...ruleSignals(tags, untrusted, text.length), ...markupSignals(text, untrusted)];
  return { tags, signals: signals.map((signal) => discounted(signal, text, tags)) };
}

function ruleSignals(tags: Tag[], untrusted: boolean, length: number): Signal[] {
  const present = new Set(tags.map((tag) => tag.concept));
  return RULES.filter(
    (rule) =>
      (untrusted || rule.untrustedOnly !== true) &&
      length <= (rule.upTo ?? length) &&
      rule.needs.every((group) => group.some((one) => present.has(one))),
  ).flatMap((rule) =>
    matchRule(rule, tags).map((span) => ({
      ...span,
      id: rule.id,
      category: rule.category,
      family: rule.family,
      weight: rule.weight,
    })),
  );
}

/** At most this many tags are looked at on either side: what keeps a wall of trigger words linear. */
const REACH = 24;
const MAX_MATCHES = 50;

function matchRule(rule: Rule, tags: Tag[]): Span[] {
  const found: Span[] = [];
  const [anchors = [], ...others] = rule.needs;
  for (const [index, anchor] of tags.entries()) {
    if (!anchors.includes(anchor.concept)) continue;
    const near = tags.slice(Math.max(0, index - REACH), index + REACH + 1).filter((tag) => isNear(rule, anchor, tag));
    const partners = others.map((group) =>
      closest(
        anchor,
        near.filter((tag) => group.includes(tag.concept)),
      ),
    );
    if (partners.some((partner) => partner === null)) continue;
    const all = [anchor, ...partners.filter((partner) => partner !== null)];
    found.push({ start: Math.min(...all.map((tag) => tag.start)), end: Math.max(...all.map((tag) => tag.end)) });
    if (found.length >= MAX_MATCHES) break;
  }
  return found;
}

function isNear(rule: Rule, anchor: Tag, tag: Tag): boolean {
  if (tag.language !== anchor.language || (rule.together && tag.sentence !== anchor.sentence)) return false;
  return Math.max(tag.start - anchor.end, anchor.start - tag.end) <= rule.within;
}

/** The nearest of the candidates that is a word of its own. */
function closest(anchor: Tag, candidates: Tag[]): Tag | null {
  let best: Tag | null = null;
  for (const tag of candidates) {
    const apart = tag.start >= anchor.end || tag.end <= anchor.start;
    if (apart && (best === null || gap(anchor, tag) < gap(anchor, best))) best = tag;
  }
  return best;
}

function gap(a: Span, b: Span): number {
  return Math.max(b.start - a.end, a.start - b.end);
}

function markupSignals(text: string, untrusted: boolean): Signal[] {
  return findMarkup(text).map(({ value, start, end }) => ({
    id: value.id,
    category: value.category,
    family: value.id,
    weight: untrusted ? value.untrustedWeight : value.weight,
    start,
    end,
  }));
}

const QUOTES: readonly (readonly [string, string])[] = [
  ["“", "”"],
  ["«", "»"],
  ["„", "“"],
  ["`", "`"],
  ['"', '"'],
];
const QUOTE_REACH = 160;

/** Talking about an attack is not one: a quoted example, or attackers and defences in the same breath. */
function discounted(signal: Signal, text: string, tags: Tag[]): Signal {
  const about = tags.some((tag) => tag.concept === "about" && gap(signal, tag) < 120);
  const asking = tags.some((tag) => tag.concept === "asking" && tag.start < signal.end && signal.start - tag.end < 60);
  const quoted = isQuoted(text, signal);
  const factor = (about ? (quoted ? 0.15 : 0.45) : 1) * (asking ? 0.6 : 1) * (quoted && !about ? 0.8 : 1);
  return { ...signal, weight: signal.weight * factor };
}

function isQuoted(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - QUOTE_REACH), start);
  const after = text.slice(end, end + QUOTE_REACH);
  return QUOTES.some(([open, close]) => {
    const opened = before.lastIndexOf(open);
    if (opened === -1 || before.indexOf(close, opened + 1) !== -1 || !after.includes(close)) return false;
    return open !== close || before.split(open).length % 2 === 0;
  });
}
