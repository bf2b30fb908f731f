/** biasguard: what a text asserts about groups of people, and how to say it neutrally. */
import { audienceOf } from "#lib/guards/bias/audience";
import { type Counterfactual, testSwaps } from "#lib/guards/bias/counterfactual";
import { detectBias } from "#lib/guards/bias/detect";
import { type BiasHit, scoreOf } from "#lib/guards/bias/hits";
import { applyEdits, neutralEdits } from "#lib/guards/bias/neutral/rewrite";
import {
  BIAS_CATEGORIES,
  type BiasCategory,
  type BiasData,
  type BiasEdit,
  type BiasOptions,
  biasFacts,
} from "#lib/guards/bias/schema";
import { type Content, targetText } from "#lib/guards/content";
import { type Assessment, defineGuard, type FindingDraft, type GuardInput } from "#lib/guards/guard";
import type { Action } from "#lib/guards/verdict";

type Located = BiasHit & { message: number };

/** Hits weaker than this are not worth showing. */
const SHOWN = 0.4;
/** From here on the text attacks people and should not be passed on. */
const BLOCK = 0.9;

export const bias = defineGuard({ ...biasFacts, assess });

function assess({ content, options }: GuardInput<BiasOptions, unknown>): Assessment<BiasData> {
  const wanted = new Set<BiasCategory>(options.bias_types.length > 0 ? options.bias_types : BIAS_CATEGORIES);
  const { strictness, isSought } = audienceOf(options.target_audience);
  const threshold = options.sensitivity_threshold * strictness;
  const found = hitsOf(content, isSought);
  const hits = found.filter((hit) => wanted.has(hit.category));
  const score = scoreOf(hits);
  const flagged = score >= threshold && score > 0;
  const action = actionOf(hits, flagged);
  const shown = hits.filter((hit) => hit.score >= Math.min(SHOWN, threshold) && hit.score > 0);
  const { message, text } = targetText(content);
  const swaps = testSwaps({ text, score: ownScore(found, message), isSought });
  const edits = neutralEdits(text, options.mitigation_level).map((edit) => ({ message, ...edit }));
  const mitigated = options.operation === "mitigate" ? applyEdits(text, edits) : null;
  return {
    action,
    flagged,
    score,
    confidence: confidenceOf(score, threshold),
    summary: summaryOf(shown, flagged),
    recommendations: recommendationsOf(shown, edits),
    findings: shown.map((hit) => findingOf(hit, threshold)),
    data: dataOf({ hits, shown, score, flagged, edits, swaps, mitigated }),
    ...(mitigated !== null && mitigated !== text ? { safeText: mitigated } : {}),
  };
}

function hitsOf(content: Content, isSought: boolean): Located[] {
  return content.targets.flatMap((message) =>
    detectBias(content.messages[message]?.content ?? "", isSought).map((hit) => ({ ...hit, message })),
  );
}

/** Score of one message, whatever categories were asked for. */
function ownScore(found: readonly Located[], message: number): number {
  return scoreOf(found.filter((hit) => hit.message === message));
}

function actionOf(hits: readonly BiasHit[], flagged: boolean): Action {
  if (!flagged) return "allow";
  return hits.some((hit) => hit.detector === "bias.incitement" && hit.score >= BLOCK) ? "block" : "flag";
}

/** Certain far from the threshold, even odds at it. */
function confidenceOf(score: number, threshold: number): number {
  return Math.min(0.99, 0.5 + Math.abs(score - threshold));
}

interface Conclusion {
  hits: readonly Located[];
  shown: readonly Located[];
  score: number;
  flagged: boolean;
  edits: BiasEdit[];
  swaps: Counterfactual;
  mitigated: string | null;
}

function dataOf({ hits, shown, score, flagged, edits, swaps, mitigated }: Conclusion): BiasData {
  const details = detailsOf(hits);
  const types = BIAS_CATEGORIES.filter((category) => details[category] >= SHOWN).sort(
    (left, right) => details[right] - details[left],
  );
  return {
    bias_detected: flagged,
    bias_score: rounded(score),
    bias_type: types[0] ?? null,
    bias_types: types,
    bias_details: details,
    fairness_score: rounded(1 - score),
    mitigation_suggestions: [...new Set(edits.map((edit) => `Write “${edit.to}” for “${edit.from}”: ${edit.reason}`))],
    mitigated_text: mitigated,
    edits,
    counterfactual: swaps,
    detected_biases: shown.map(({ message, start, end, category, severity, explanation }) => ({
      message,
      start,
      end,
      type: category,
      severity,
      explanation,
    })),
  };
}

function detailsOf(hits: readonly Located[]): Record<BiasCategory, number> {
  const entries = BIAS_CATEGORIES.map((category) => [
    category,
    rounded(scoreOf(hits.filter((hit) => hit.category === category))),
  ]);
  return Object.fromEntries(entries) as Record<BiasCategory, number>;
}

function findingOf(hit: Located, threshold: number): FindingDraft {
  return {
    detector: hit.detector,
    detectorVersion: biasFacts.version,
    category: hit.category,
    severity: hit.severity,
    score: hit.score,
    threshold,
    span: { message: hit.message, start: hit.start, end: hit.end },
    evidence: `${hit.end - hit.start} characters about a group (${hit.category})`,
    message: hit.explanation,
    remediation: remediationOf(hit.detector),
  };
}

function remediationOf(detector: string): string {
  if (detector === "bias.slur") return "Leave the slur out, or name the people as they name themselves.";
  if (detector === "bias.job_wording") return "Name the ability the task needs, not the kind of person.";
  if (detector === "bias.incitement" || detector === "bias.hostility")
    return "Remove it: it is directed against people.";
  return "Say it of the persons you mean, with a source, or leave it out.";
}

function summaryOf(shown: readonly Located[], flagged: boolean): string {
  const worst = [...shown].sort((left, right) => right.score - left.score)[0];
  if (worst === undefined) return "No bias found.";
  return `${flagged ? "Bias found" : "Slight bias, below the threshold"}: ${worst.explanation.charAt(0).toLowerCase()}${worst.explanation.slice(1)}`;
}

function recommendationsOf(shown: readonly Located[], edits: readonly BiasEdit[]): string[] {
  const advice = [...new Set(shown.map((hit) => remediationOf(hit.detector)))];
  return edits.length > 0 && shown.length > 0 ? [...advice, "Use the proposed neutral wording."] : advice;
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
