/** National numbers of the Americas. */
import * as check from "#lib/guards/security/pii/check-digits";
import type { PiiRule } from "#lib/guards/security/pii/rule";
import { isRepdigit, luhn } from "#lib/guards/text/checksums";

export const AMERICAS: readonly PiiRule[] = [
  {
    entity: "us_ssn",
    severity: "high",
    score: 0.8,
    pattern: /(?<![\w.-])(?!000|666|9\d\d)\d{3}([- ])(?!00)\d{2}\1(?!0000)\d{4}(?![\w-])/,
    valid: (bare) => bare !== "123456789" && bare !== "078051120",
    context: ["ssn", "social security", "social", "ss#"],
  },
  {
    entity: "us_ssn",
    severity: "high",
    score: 0.8,
    pattern: /(?<![\w.-])(?!000|666|9\d\d)\d{3}(?!00)\d{2}(?!0000)\d{4}(?![\w-])/,
    context: ["ssn", "social security"],
    contextRequired: true,
  },
  {
    entity: "us_itin",
    severity: "high",
    score: 0.8,
    pattern: /(?<![\w.-])9\d{2}-(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])-\d{4}(?![\w-])/,
  },
  {
    entity: "us_ein",
    severity: "low",
    score: 0.75,
    pattern: /(?<![\w.-])\d{2}-\d{7}(?![\w-])/,
    context: ["ein", "employer identification", "tax id", "federal tax"],
    contextRequired: true,
  },
  {
    entity: "us_npi",
    severity: "medium",
    score: 0.85,
    pattern: /(?<![\w.-])[12]\d{9}(?![\w-])/,
    valid: (bare) => check.npi(bare, luhn),
    context: ["npi", "provider"],
    contextRequired: true,
  },
  {
    entity: "us_dea",
    severity: "medium",
    score: 0.8,
    pattern: /(?<![\w.-])[A-HJ-MPR-UX][A-Z9]\d{7}(?![\w-])/,
    valid: check.dea,
    context: ["dea"],
    contextRequired: true,
  },
  {
    entity: "us_medicare",
    digits: 4,
    severity: "high",
    score: 0.85,
    pattern:
      /(?<![\w-])[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}(?![\w-])/,
  },
  {
    entity: "ca_sin",
    severity: "high",
    score: 0.75,
    pattern: /(?<![\w.-])\d{3}[- ]\d{3}[- ]\d{3}(?![\w-])/,
    valid: (bare) => luhn(bare) && !isRepdigit(bare),
    context: ["sin", "social insurance", "nas"],
    contextRequired: true,
  },
  {
    entity: "mx_curp",
    severity: "high",
    score: 0.95,
    pattern:
      /\b[A-Z][AEIOUX][A-Z]{2}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[HMX][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[A-Z0-9]\d\b/,
  },
  {
    entity: "br_cpf",
    severity: "high",
    score: 0.9,
    pattern: /(?<![\w.-])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\w-])/,
    valid: check.cpf,
  },
  {
    entity: "br_cpf",
    severity: "high",
    score: 0.85,
    pattern: /(?<![\w.-])\d{11}(?![\w-])/,
    valid: check.cpf,
    context: ["cpf"],
    contextRequired: true,
  },
  {
    entity: "br_cnpj",
    severity: "low",
    score: 0.9,
    pattern: /(?<![\w.-])\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}(?![\w-])/,
    valid: check.cnpj,
  },
  {
    entity: "ar_cuit",
    severity: "medium",
    score: 0.85,
    pattern: /(?<![\w.-])(?:20|23|24|27|30|33|34)-\d{8}-\d(?![\w-])/,
    valid: check.cuit,
  },
  {
    entity: "cl_rut",
    severity: "medium",
    score: 0.85,
    pattern: /(?<![\w.-])\d{1,2}\.\d{3}\.\d{3}-[\dkK](?![\w-])/,
    valid: check.rut,
  },
];
