/** What healthguard takes and answers. */
import * as z from "zod";

export const TOXICITY_CATEGORIES = ["hate", "harassment", "violence", "sexual", "self_harm", "profanity"] as const;
export const ToxicityCategory = z.enum(TOXICITY_CATEGORIES);
export type ToxicityCategory = z.infer<typeof ToxicityCategory>;

export const AUDIENCES = ["children", "teens", "general", "professional", "adults"] as const;
export const Audience = z.enum(AUDIENCES);
export type Audience = z.infer<typeof Audience>;

const Sample = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  label: z.union([z.string(), z.number(), z.boolean()]).nullish(),
});

export const HealthOptions = z.object({
  samples: z
    .array(z.union([z.string(), Sample]))
    .max(1_000)
    .default([])
    .describe("Training, few-shot or memory samples to check for poisoning"),
  expected_schema: z
    .union([z.record(z.string(), z.unknown()), z.boolean()])
    .nullish()
    .default(null)
    .describe("JSON Schema (2020-12) the text must satisfy"),
  finish_reason: z.string().max(100).nullish().default(null).describe("As the model's API reported it"),
  locale: z.string().max(35).default("en-US").describe("BCP 47; its region chooses the crisis resources"),
  audience: Audience.default("general"),
  sensitivity_threshold: z.number().min(0).max(1).default(0.5).describe("Toxicity from which the text is flagged"),
});
export type HealthOptions = z.infer<typeof HealthOptions>;

const Score = z.number().min(0).max(1);

export const CrisisResource = z.object({
  name: z.string(),
  region: z.string().describe("ISO 3166-1 code, or `world`"),
  contact: z.string(),
  url: z.string().nullable(),
});
export type CrisisResource = z.infer<typeof CrisisResource>;

export const SampleVerdict = z.object({
  id: z.string(),
  is_poisoned: z.boolean(),
  confidence: Score,
  reasons: z.array(z.string()),
});
export type SampleVerdict = z.infer<typeof SampleVerdict>;

export const SafetyStatus = z.enum(["safe", "caution", "unsafe"]);
export const ToxicityLevel = z.enum(["none", "low", "medium", "high"]);

export const HealthData = z.object({
  health_score: Score.describe("1 is healthy"),
  safety_status: SafetyStatus,
  toxicity_level: ToxicityLevel,
  toxicity: z.record(ToxicityCategory, Score),
  appropriateness: z.object({
    audience: Audience,
    suitable: z.boolean(),
    score: Score.describe("For the audience asked for"),
    by_audience: z.record(Audience, Score),
  }),
  wellness_indicators: z.object({ stress: Score, anxiety: Score, depression: Score, self_harm: Score }),
  crisis: z.object({ detected: z.boolean(), resources: z.array(CrisisResource) }),
  validity: z.object({
    json: z.boolean().nullable().describe("Whether the text parses as JSON; null when it is not meant as JSON"),
    schema_errors: z.array(z.object({ path: z.string(), message: z.string() })),
    truncated: z.boolean(),
    repetition: Score.describe("Share of the text that repeats what came before"),
    language: z.string().nullable().describe("BCP 47 language, null when the text is too short to tell"),
  }),
  samples: z.array(SampleVerdict),
});
export type HealthData = z.infer<typeof HealthData>;

export const healthFacts = {
  id: "health",
  service: "healthguard",
  engine: "health-rules",
  version: "1.0.0",
  ruleset: "2026.11",
  title: "Health",
  description:
    "Rates toxicity and wellbeing, notices a person in crisis, and checks answers and samples for soundness.",
  options: HealthOptions,
  data: HealthData,
} as const;
