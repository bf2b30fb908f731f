/** National numbers of Asia, the Pacific and Africa. */
import * as check from "#lib/guards/security/pii/check-digits";
import type { PiiRule } from "#lib/guards/security/pii/rule";
import { luhn, verhoeff } from "#lib/guards/text/checksums";

export const ASIA_PACIFIC_AFRICA: readonly PiiRule[] = [
  { entity: "tr_tckn", severity: "high", score: 0.8, pattern: /(?<![\w.-])[1-9]\d{10}(?![\w-])/, valid: check.tckn },
  {
    entity: "il_id",
    severity: "high",
    score: 0.8,
    pattern: /(?<![\w.-])\d{9}(?![\w-])/,
    valid: luhn,
    context: ["teudat zehut", "israeli id", "תעודת זהות", "ת.ז"],
    contextRequired: true,
  },
  {
    entity: "za_id",
    severity: "high",
    score: 0.8,
    pattern: /(?<![\w.-])\d{6} ?\d{4} ?[01]\d{2}(?![\w-])/,
    valid: (bare) => luhn(bare) && check.startsWithDate(bare),
  },
  {
    entity: "in_aadhaar",
    severity: "high",
    score: 0.8,
    pattern: /(?<![\w.-])[2-9]\d{3}[ -]\d{4}[ -]\d{4}(?![\w-]| \d{4})/,
    valid: verhoeff,
  },
  {
    entity: "in_aadhaar",
    severity: "high",
    score: 0.8,
    pattern: /(?<![\w.-])[2-9]\d{11}(?![\w-])/,
    valid: verhoeff,
    context: ["aadhaar", "aadhar", "uidai", "आधार"],
    contextRequired: true,
  },
  { entity: "in_pan", digits: 4, severity: "high", score: 0.75, pattern: /\b[A-Z]{3}[ABCFGHLJPT][A-Z]\d{4}[A-Z]\b/ },
  {
    entity: "cn_resident_id",
    severity: "high",
    score: 0.95,
    pattern: /(?<![\w.-])[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{5}[\dX](?![\w-])/i,
    valid: check.chineseId,
  },
  {
    entity: "kr_rrn",
    severity: "high",
    score: 0.85,
    pattern: /(?<![\w.-])\d{6}-[1-8]\d{6}(?![\w-])/,
    valid: check.rrn,
  },
  {
    entity: "jp_my_number",
    severity: "high",
    score: 0.85,
    pattern: /(?<![\w.-])\d{4}[ -]?\d{4}[ -]?\d{4}(?![\w-])/,
    valid: check.myNumber,
    context: ["my number", "マイナンバー", "個人番号"],
    contextRequired: true,
  },
  { entity: "sg_nric", severity: "high", score: 0.9, pattern: /\b[STFGM]\d{7}[A-Z]\b/, valid: check.nric },
  {
    entity: "au_tfn",
    severity: "high",
    score: 0.85,
    pattern: /(?<![\w.-])\d{3} ?\d{3} ?\d{3}(?![\w-])/,
    valid: check.tfn,
    context: ["tfn", "tax file"],
    contextRequired: true,
  },
  {
    entity: "au_medicare",
    severity: "high",
    score: 0.85,
    pattern: /(?<![\w.-])[2-6]\d{3} ?\d{5} ?\d(?![\w-])/,
    valid: check.australianMedicare,
    context: ["medicare"],
    contextRequired: true,
  },
];
