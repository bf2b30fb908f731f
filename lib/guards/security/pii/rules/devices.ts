/** Addresses and numbers of machines. */
import * as check from "#lib/guards/security/pii/check-digits";
import type { PiiRule } from "#lib/guards/security/pii/rule";
import { luhn } from "#lib/guards/text/checksums";

export const DEVICES: readonly PiiRule[] = [
  {
    entity: "ip_address",
    digits: 4,
    severity: "low",
    score: 0.8,
    pattern:
      /(?<![\w.-])(?!0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w-]|\.\d)/,
  },
  {
    entity: "ipv6_address",
    severity: "low",
    score: 0.85,
    literals: ["::", ...Array.from("0123456789abcdef", (digit) => `:${digit}`)],
    pattern:
      /(?<![\w:.])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}|(?:[0-9a-f]{1,4}:){2,7}:)(?![\w:])/i,
    valid: (bare) => bare.length >= 6,
  },
  {
    entity: "mac_address",
    digits: 2,
    severity: "low",
    score: 0.85,
    pattern: /(?<![\w:-])[0-9a-f]{2}(?:([:-])[0-9a-f]{2})(?:\1[0-9a-f]{2}){4}(?![\w:-])/i,
  },
  {
    entity: "imei",
    severity: "medium",
    score: 0.85,
    pattern: /(?<![\w-])\d{2}[ -]?\d{6}[ -]?\d{6}[ -]?\d(?![\w-])/,
    valid: luhn,
    context: ["imei"],
    contextRequired: true,
  },
  {
    entity: "vin",
    severity: "low",
    score: 0.85,
    pattern: /\b[A-HJ-NPR-Z0-9]{17}\b/,
    valid: (bare) => /[A-Z]/.test(bare) && /\d/.test(bare) && check.vin(bare),
    context: ["vin", "vehicle", "chassis", "car"],
    contextRequired: true,
  },
  {
    entity: "license_plate",
    severity: "low",
    score: 0.6,
    literals: ["plate"],
    pattern: /\bplates?(?: number| no\.?)?(?: is|:|=|#){0,2} ?([A-Z0-9]{1,4}[ -]?[A-Z0-9]{2,5})\b/,
  },
];
