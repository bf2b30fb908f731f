/** What is wrong besides toxicity, and the sentences that say so. */
import { levelOf } from "#lib/guards/health/rating";
import type { HealthData } from "#lib/guards/health/schema";

/** What is wrong with the answer or the samples, as risk. */
export function faultOf(validity: HealthData["validity"], samples: HealthData["samples"]): number {
  const poisoned = samples.filter((sample) => sample.is_poisoned).map((sample) => sample.confidence);
  return Math.max(
    0,
    ...poisoned,
    validity.schema_errors.length > 0 ? 0.7 : 0,
    validity.json === false ? 0.55 : 0,
    validity.repetition > 0.5 ? validity.repetition : 0,
    validity.truncated ? 0.3 : 0,
  );
}

export function summaryOf(crisis: boolean, risk: number, threshold: number, fault: number): string {
  if (crisis) return "The writer may be in crisis: offer help.";
  if (risk >= threshold && risk > 0) return `Toxicity is ${levelOf(risk)}.`;
  return fault >= threshold && fault > 0 ? "The answer or a sample is not sound." : "Nothing unhealthy found.";
}

export function recommendationsOf(
  crisis: boolean,
  risk: number,
  validity: HealthData["validity"],
  samples: HealthData["samples"],
): string[] {
  const advice: string[] = [];
  if (crisis) advice.push("Answer kindly, take it seriously and offer the crisis resources.");
  if (risk >= 0.5) advice.push("Soften or remove the toxic passages.");
  if (validity.schema_errors.length > 0 || validity.json === false) advice.push("Ask the model again for valid JSON.");
  if (validity.truncated) advice.push("Ask the model to finish its answer.");
  if (validity.repetition > 0.5) advice.push("Cut the repeated part or ask again.");
  if (samples.some((sample) => sample.is_poisoned))
    advice.push("Take the poisoned samples out and check where they came from.");
  return advice;
}
