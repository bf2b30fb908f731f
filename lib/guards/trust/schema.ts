/** Trust guard on the wire: what a caller may ask and what the guard answers. */
import * as z from "zod";

export const TrustPattern = z.enum([
  "hallucination",
  "drift",
  "bias",
  "deception",
  "security_theater",
  "duplication",
  "stub_syndrome",
]);
export type TrustPattern = z.infer<typeof TrustPattern>;

const Principle = z.union([
  z.string().min(1).max(2_000),
  z.object({ id: z.string().max(100).optional(), text: z.string().min(1).max(2_000) }),
]);

export const TrustOptions = z.object({
  operation: z
    .enum(["validate", "detect", "constitution"])
    .default("validate")
    .describe(
      "validate runs every check, detect leaves out the comparison with sources, constitution adds the principles",
    ),
  input_text: z.string().nullish().describe("What the answer replies to; without it drift is not assessed"),
  context: z
    .union([z.string(), z.array(z.unknown()), z.record(z.string(), z.unknown())])
    .nullish()
    .describe("Sources the answer must rest on: a text, an object or a list of documents. A bare label is no source"),
  principles: z
    .array(Principle)
    .max(50)
    .default([])
    .describe("Rules the answer must keep; empty means the built-in set when operation is constitution"),
  trust_threshold: z.number().min(0).max(1).default(0.5).describe("Flag when trust_score is below this"),
  patterns: z
    .array(TrustPattern)
    .min(1)
    .default([...TrustPattern.options])
    .describe("Failure patterns to look for"),
});
export type TrustOptions = z.infer<typeof TrustOptions>;

const score = z.number().min(0).max(1);
const spanOfText = { start: z.int().min(0), end: z.int().min(0) };

const SourceSpan = z
  .object({ document: z.int().min(0), ...spanOfText })
  .describe("A stretch of the source with this index, counted over context and then document and tool messages");

export const Claim = z.object({
  message: z.int().min(0),
  text: z.string(),
  ...spanOfText,
  supported: z.boolean(),
  score: score.describe("How likely the sources support the claim"),
  reason: z.string().describe("The strongest reason for the verdict, in plain words"),
  evidence: SourceSpan.nullable(),
});
export type Claim = z.infer<typeof Claim>;

export const Grounding = z.object({
  score: score.describe("1 = everything supported"),
  claims: z.array(Claim),
  documents: z.int().min(1),
});
export type Grounding = z.infer<typeof Grounding>;

export const MathError = z.object({
  message: z.int().min(0),
  ...spanOfText,
  expression: z.string(),
  claimed: z.string(),
  actual: z.string(),
});
export type MathError = z.infer<typeof MathError>;

export const SuspiciousCitation = z.object({
  message: z.int().min(0),
  ...spanOfText,
  kind: z.enum(["doi", "isbn", "issn", "arxiv", "pmid", "url", "year", "author_year", "numbered"]),
  reason: z.string(),
});
export type SuspiciousCitation = z.infer<typeof SuspiciousCitation>;

export const FailurePattern = z.object({
  pattern: z.string(),
  name: z.string().describe("The detector inside the pattern"),
  score,
  message: z.int().min(0),
  ...spanOfText,
});

export const PrincipleViolation = z.object({
  principle: z.string(),
  message: z.int().min(0),
  ...spanOfText,
  reason: z.string(),
});

export const Constitution = z.object({
  prompt: z.string().describe("Preamble for the model that answers"),
  violations: z.array(PrincipleViolation),
  unchecked: z.array(z.string()).describe("Principles no rule can check; revised_prompt still asks for them"),
  revised_prompt: z.string().describe("Asks a model to criticise the answer by the principles and to rewrite it"),
});
export type Constitution = z.infer<typeof Constitution>;

const Assessed = z.union([score, z.literal("not_assessed")]);
export type Assessed = z.infer<typeof Assessed>;

export const TrustData = z.object({
  trust_score: score.describe("1 = trustworthy; the only score of this guard where high is good, with its parts"),
  overall_score: score.describe("Mean of trust_score and the parts that were assessed"),
  reliability: z.enum(["high", "medium", "low"]).describe("How much evidence the verdict rests on"),
  risk_level: z.enum(["none", "low", "medium", "high", "critical"]),
  pattern_detections: z.object({
    hallucination: score,
    drift: score,
    bias: score,
    deception: score,
    security_theater: score,
    duplication: score,
    stub_syndrome: score,
  }),
  failure_patterns: z.array(FailurePattern),
  grounding: Grounding.nullable().describe("Null when there is no source to compare with"),
  math: z.object({ checked: z.int().min(0), errors: z.array(MathError) }),
  citations: z.object({ checked: z.int().min(0), suspicious: z.array(SuspiciousCitation) }),
  constitution: Constitution.nullable(),
  validation_results: z.object({
    factual_accuracy: Assessed,
    source_credibility: Assessed,
    consistency: Assessed,
    bias_detection: Assessed,
  }),
  confidence_interval: z.tuple([score, score]).describe("95 % interval around trust_score"),
});
export type TrustData = z.infer<typeof TrustData>;

export const trustFacts = {
  id: "trust" as const,
  service: "trustguard",
  engine: "trust-rules",
  version: "1.0.0",
  ruleset: "2025.1",
  title: "Trust",
  description:
    "Recomputes written arithmetic, compares an answer with its sources and finds signs of unreliable answers.",
  options: TrustOptions,
  data: TrustData,
};
