/** What biasguard takes and answers. */
import * as z from "zod";
import { Severity } from "#lib/guards/verdict";

export const BIAS_CATEGORIES = [
  "gender",
  "race",
  "nationality",
  "religion",
  "age",
  "disability",
  "sexuality",
  "class",
  "appearance",
  "politics",
] as const;
export const BiasCategory = z.enum(BIAS_CATEGORIES);
export type BiasCategory = z.infer<typeof BiasCategory>;

export const MitigationLevel = z.enum(["low", "moderate", "aggressive"]);
export type MitigationLevel = z.infer<typeof MitigationLevel>;

export const BiasOptions = z.object({
  operation: z
    .enum(["detect", "mitigate"])
    .default("detect")
    .describe("mitigate also applies the edits and answers mitigated_text"),
  bias_types: z
    .array(BiasCategory)
    .max(BIAS_CATEGORIES.length)
    .default([])
    .describe("Categories to look for; empty means all of them"),
  mitigation_level: MitigationLevel.default("moderate").describe(
    "low: inconsiderate terms and titles; moderate: also generic he/she and gendered roles; aggressive: every gendered word",
  ),
  target_audience: z
    .string()
    .max(200)
    .default("general")
    .describe(
      "Free words. Children lower the threshold to 70 %, job applicants to 80 % (and every text is read as an advert), customers and staff to 90 %; others change nothing",
    ),
  sensitivity_threshold: z.number().min(0).max(1).default(0.5).describe("bias_score from which bias is detected"),
});
export type BiasOptions = z.infer<typeof BiasOptions>;

const Offsets = {
  message: z.int().min(0).describe("Index of the message the offsets point into"),
  start: z.int().min(0),
  end: z.int().min(0),
};

export const BiasEdit = z.object({ ...Offsets, from: z.string(), to: z.string(), reason: z.string() });
export type BiasEdit = z.infer<typeof BiasEdit>;

export const DetectedBias = z.object({ ...Offsets, type: BiasCategory, severity: Severity, explanation: z.string() });
export type DetectedBias = z.infer<typeof DetectedBias>;

const Score = z.number().min(0).max(1);

export const BiasData = z.object({
  bias_detected: z.boolean(),
  bias_score: Score.describe("0 is free of bias"),
  bias_type: BiasCategory.nullable().describe("The strongest category found"),
  bias_types: z.array(BiasCategory),
  bias_details: z.record(BiasCategory, Score),
  fairness_score: Score.describe("1 − bias_score"),
  mitigation_suggestions: z.array(z.string()),
  mitigated_text: z.string().nullable().describe("The newest message with the edits applied; null unless mitigating"),
  edits: z.array(BiasEdit).describe("Proposed when detecting, applied when mitigating"),
  counterfactual: z
    .object({
      swaps_tested: z.int().min(0),
      max_delta: Score.describe("Largest change of bias_score when the groups named are swapped for others"),
    })
    .describe("The guard's own fairness, measured on this text"),
  detected_biases: z.array(DetectedBias),
});
export type BiasData = z.infer<typeof BiasData>;

export const biasFacts = {
  id: "bias",
  service: "biasguard",
  engine: "bias-rules",
  version: "1.0.0",
  ruleset: "2026.11",
  title: "Bias",
  description: "Finds stereotypes, slurs and exclusion by group, and rewrites gendered or inconsiderate wording.",
  options: BiasOptions,
  data: BiasData,
} as const;
