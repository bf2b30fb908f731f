/** healthguard: is the text fit to be read, is its writer well, is the answer whole, are the samples clean. */
import { type Content, targetText } from "#lib/guards/content";
import { type Assessment, defineGuard, type GuardInput } from "#lib/guards/guard";
import { faultOf, recommendationsOf, summaryOf } from "#lib/guards/health/advice";
import { appropriatenessOf } from "#lib/guards/health/appropriateness";
import { resourcesFor } from "#lib/guards/health/crisis-resources";
import { findingsOf, type Located } from "#lib/guards/health/findings";
import { levelOf, rounded, toxicityOf, toxicRisk } from "#lib/guards/health/rating";
import { checkSamples } from "#lib/guards/health/samples";
import { type HealthData, type HealthOptions, healthFacts } from "#lib/guards/health/schema";
import { findToxicity, type ToxicHit } from "#lib/guards/health/toxicity";
import { checkValidity } from "#lib/guards/health/validity";
import { CRISIS, findSigns, findUrging, indicatorsOf, type Sign } from "#lib/guards/health/wellness";
import { normalise } from "#lib/guards/text/normalise";

export const health = defineGuard({ ...healthFacts, assess });

interface Read {
  toxic: Located<ToxicHit>[];
  signs: Located<Sign>[];
}

function assess({ content, options }: GuardInput<HealthOptions, unknown>): Assessment<HealthData> {
  const { toxic, signs } = read(content);
  const { text } = targetText(content);
  const toxicity = toxicityOf(toxic);
  const wellness = indicatorsOf(signs);
  const crisis = wellness.self_harm >= CRISIS;
  const validity = checkValidity(text, options);
  const samples = checkSamples(options.samples);
  const risk = toxicRisk(toxicity);
  const fault = faultOf(validity, samples);
  const score = Math.max(risk, crisis ? wellness.self_harm : wellness.self_harm * 0.5, fault);
  const flagged = score >= options.sensitivity_threshold && score > 0;
  return {
    action: flagged ? (risk >= BLOCK ? "block" : "flag") : "allow",
    flagged,
    score,
    confidence: Math.min(0.99, 0.5 + Math.abs(score - options.sensitivity_threshold)),
    summary: summaryOf(crisis, risk, options.sensitivity_threshold, fault),
    recommendations: recommendationsOf(crisis, risk, validity, samples),
    findings: findingsOf(toxic, signs, options.sensitivity_threshold),
    data: {
      health_score: rounded(1 - score),
      safety_status: risk >= BLOCK ? "unsafe" : flagged ? "caution" : "safe",
      toxicity_level: levelOf(risk),
      toxicity,
      appropriateness: appropriatenessOf(toxicity, options.audience),
      wellness_indicators: wellness,
      crisis: { detected: crisis, resources: crisis ? resourcesFor(options.locale) : [] },
      validity,
      samples,
    },
  };
}

/** Toxicity from which a text should not be passed on. */
const BLOCK = 0.85;

function read(content: Content): Read {
  const toxic: Located<ToxicHit>[] = [];
  const signs: Located<Sign>[] = [];
  for (const message of content.targets) {
    const plain = normalise(content.messages[message]?.content ?? "");
    const place = <Hit extends { start: number; end: number }>(hit: Hit) => ({
      ...hit,
      ...plain.toOriginal(hit.start, hit.end),
      message,
    });
    toxic.push(...[...findToxicity(plain.text), ...findUrging(plain.text)].map(place));
    signs.push(...findSigns(plain.text).map(place));
  }
  return { toxic, signs };
}
