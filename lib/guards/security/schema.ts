/** Security guard on the wire: what a caller may ask and what the guard answers. */
import * as z from "zod";
import { PII_ENTITIES } from "#lib/guards/security/pii/entities";

export const ScanType = z.enum(["injection", "pii", "secrets", "code", "url", "unicode"]);
export type ScanType = z.infer<typeof ScanType>;

export const Redaction = z.enum(["none", "mask", "replace", "hash", "vault"]);
export type Redaction = z.infer<typeof Redaction>;

const Entity = z.preprocess((value) => (typeof value === "string" ? value.toLowerCase() : value), z.enum(PII_ENTITIES));

export const SecurityOptions = z.object({
  scan_types: z
    .array(ScanType)
    .min(1)
    .default([...ScanType.options])
    .describe("What to look for"),
  language: z
    .string()
    .max(40)
    .nullish()
    .describe("Programming language of the text; without it the guard tells code from prose itself"),
  strict_mode: z.boolean().default(false).describe("Report from lower scores on"),
  redaction: Redaction.default("mask").describe(
    "mask keeps the layout, replace writes the kind, hash a keyed digest, vault a numbered placeholder that can be undone",
  ),
  entities: z.array(Entity).default([]).describe("Kinds of personal data to look for; empty means all"),
  allow: z
    .array(z.string().min(1).max(500))
    .max(500)
    .default([])
    .describe("Exact texts, or patterns with *, that are no threat; compared without regard to case"),
  injection_threshold: z.number().min(0).max(1).default(0.5).describe("Block from this injection score on"),
});
export type SecurityOptions = z.infer<typeof SecurityOptions>;

const score = z.number().min(0).max(1);

export const ThreatDetail = z.object({ score, count: z.int().min(0), types: z.array(z.string()) });
export type ThreatDetail = z.infer<typeof ThreatDetail>;

export const Decoded = z.object({
  message: z.int().min(0),
  start: z.int().min(0),
  end: z.int().min(0),
  encoding: z.string().describe("Encodings undone, outermost first, e.g. base64>url"),
  text_preview: z.string().describe("Beginning of the decoded text, with personal data and secrets masked"),
});
export type Decoded = z.infer<typeof Decoded>;

export const RiskLevel = z.enum(["none", "low", "medium", "high", "critical"]);
export type RiskLevel = z.infer<typeof RiskLevel>;

export const SecurityData = z.object({
  threats_detected: z.boolean(),
  threat_score: score,
  threat_types: z.array(ScanType),
  threat_details: z.object({
    injection: ThreatDetail,
    pii: ThreatDetail,
    secrets: ThreatDetail,
    code: ThreatDetail,
    url: ThreatDetail,
    unicode: ThreatDetail,
  }),
  risk_level: RiskLevel,
  redacted_text: z.string().nullable().describe("Null when nothing was redacted; of several messages, the last"),
  vault_id: z.string().nullable().describe("Where the placeholders of redaction=vault can be undone"),
  decoded: z.array(Decoded),
});
export type SecurityData = z.infer<typeof SecurityData>;

/** What the service hands in: a vault to write to, and the key (hexadecimal) for hashed redaction. */
export const SecurityEvidence = z.object({
  vault_id: z.string().optional(),
  hash_key: z
    .string()
    .regex(/^(?:[0-9a-fA-F]{2}){16,128}$/)
    .optional(),
});
export type SecurityEvidence = z.infer<typeof SecurityEvidence>;

/** What the service keeps: placeholder → original, encrypted and expiring. */
export const SecurityEffects = z.object({ vault: z.object({ entries: z.record(z.string(), z.string()) }) });
export type SecurityEffects = z.infer<typeof SecurityEffects>;

export const securityFacts = {
  id: "security" as const,
  service: "securityguard",
  engine: "security-rules",
  version: "0.1.0",
  ruleset: "2026-11",
  title: "Security",
  description:
    "Finds prompt injection, personal data, secrets, unsafe code, dangerous links and hidden text, and redacts.",
  options: SecurityOptions,
  data: SecurityData,
};
