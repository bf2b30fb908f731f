/** All detectors over one message: the text as it is, normalised, and every decoded reading of it. */
import type { Message } from "#lib/guards/content";
import type { Allowed } from "#lib/guards/security/allow";
import { detectUnsafeCode } from "#lib/guards/security/code/index";
import type { Detector, Hit, ScanContext } from "#lib/guards/security/hit";
import { assessInjection, type InjectionVerdict } from "#lib/guards/security/injection/index";
import { injectionHits } from "#lib/guards/security/injection/report";
import { detectPii } from "#lib/guards/security/pii/index";
import { redact, replacer } from "#lib/guards/security/redact";
import type { Decoded, ScanType, SecurityOptions } from "#lib/guards/security/schema";
import { detectSecrets } from "#lib/guards/security/secrets/index";
import { detectHiddenText } from "#lib/guards/security/unicode/index";
import { detectUrls } from "#lib/guards/security/url/index";
import { decodeViews, type View } from "#lib/guards/text/decode";
import { normalise } from "#lib/guards/text/normalise";

export interface MessageScan {
  /** In the order of the text; at most one of overlapping hits of one kind. */
  hits: Hit[];
  decoded: Omit<Decoded, "message">[];
  /** Probability of an attack, also below the threshold. */
  injection: number;
}

/** Readings by changed letters (rot13, leet …) carry no usable numbers or tokens. */
const EXACT = new Set(["base64", "hex", "binary", "decimal", "url", "html", "escape"]);
/** Log-odds: whoever hides instructions means them. */
const HIDDEN_BONUS = 2;
const MAX_DECODED = 20;

export function scanMessage({ role, content }: Message, options: SecurityOptions, allowed: Allowed): MessageScan {
  const context: ScanContext = { role, strict: options.strict_mode, language: options.language ?? null };
  const wanted = new Set(options.scan_types);
  const base = { ...normalise(content), encoding: [] };
  const views = decodeViews(content, undefined, base);
  const raw = rawHits(content, context, wanted);
  const readings = [base, ...views].map((view) => ({ view, hits: readingHits(view, context, options, wanted) }));
  const hidden = raw.some((hit) => hit.scan === "unicode");
  const injection = wanted.has("injection") ? strongestInjection([base, ...views], context, hidden) : null;
  const found = [
    ...raw,
    ...readings.flatMap(({ view, hits }) => hits.map((hit) => toOriginal(hit, view))),
    ...(injection === null ? [] : injectionHits(injection.verdict, injection.view, thresholdOf(options))),
  ];
  return {
    hits: withoutDuplicates(
      found.filter((hit) => !allowed(content.slice(hit.start, hit.end))),
      content.length,
    ),
    decoded: readings.slice(1, MAX_DECODED + 1).map(({ view, hits }) => describe(view, hits)),
    injection: injection?.verdict.score ?? 0,
  };
}

/** Strict mode reports from a lower score on. */
export function thresholdOf({ injection_threshold: threshold, strict_mode: strict }: SecurityOptions): number {
  return strict ? threshold * 0.6 : threshold;
}

function rawHits(text: string, context: ScanContext, wanted: ReadonlySet<ScanType>): Hit[] {
  return [
    ...(wanted.has("code") ? detectUnsafeCode(text, context) : []),
    ...(wanted.has("unicode") ? detectHiddenText(text, context) : []),
  ];
}

function readingHits(view: View, context: ScanContext, options: SecurityOptions, wanted: ReadonlySet<ScanType>): Hit[] {
  if (!view.encoding.every((name) => EXACT.has(name))) return [];
  const detectors: readonly (readonly [ScanType, Detector])[] = [
    ["secrets", detectSecrets],
    ["pii", (text) => detectPii(text, context, options.entities)],
    ["url", detectUrls],
  ];
  return detectors.flatMap(([scan, detect]) => (wanted.has(scan) ? detect(view.text, context) : []));
}

function strongestInjection(
  views: View[],
  context: ScanContext,
  hidden: boolean,
): { verdict: InjectionVerdict; view: View } | null {
  let best: { verdict: InjectionVerdict; view: View } | null = null;
  for (const view of views) {
    const bonus = view.encoding.length > 0 || hidden ? HIDDEN_BONUS : 0;
    const verdict = assessInjection(view.text, context, bonus);
    if (best === null || verdict.score > best.verdict.score) best = { verdict, view };
  }
  return best;
}

function toOriginal(hit: Hit, view: View): Hit {
  return { ...hit, ...view.toOriginal(hit.start, hit.end) };
}

function describe(view: View, hits: Hit[]): Omit<Decoded, "message"> {
  const safe = redact(view.text, hits, replacer("replace", undefined, view.text)) ?? view.text;
  const preview = Array.from(safe.slice(0, 200)).slice(0, 60).join("");
  return { ...view.toOriginal(0, view.text.length), encoding: view.encoding.join(">"), text_preview: preview };
}

/** A secret beats personal data, a surer hit a less sure one; other kinds only shadow their own repetition. */
function withoutDuplicates(hits: Hit[], length: number): Hit[] {
  const ranked = [...hits].sort(
    (a, b) =>
      Number(b.scan === "secrets") - Number(a.scan === "secrets") ||
      b.score - a.score ||
      b.end - b.start - (a.end - a.start),
  );
  const taken = new Map<string, Uint8Array>();
  const kept = ranked.filter((hit) => {
    const lane = hit.label === null ? `${hit.scan}.${hit.category}` : "redacted";
    const units = taken.get(lane) ?? new Uint8Array(length);
    taken.set(lane, units);
    if (units.subarray(hit.start, hit.end).includes(1)) return false;
    units.fill(1, hit.start, hit.end);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}
