/** Papers that many countries issue. */
import type { PiiRule } from "#lib/guards/security/pii/rule";
import { icao9303 } from "#lib/guards/text/checksums";

export const DOCUMENTS: readonly PiiRule[] = [
  {
    entity: "passport",
    severity: "high",
    score: 0.8,
    pattern: /(?<![\w-])(?:[A-Z]{1,2}\d{6,8}|\d{8,9}|[A-Z]\d{2}[A-Z0-9]{5,6}|[CFGHJKLMNPRTVWXYZ0-9]{9})(?![\w-])/,
    valid: (bare) => bare.replace(/\D/g, "").length >= 4,
    context: ["passport", "reisepass", "pasaporte", "passeport", "passaporto", "passaporte", "паспорт", "护照"],
    contextRequired: true,
  },
  {
    entity: "drivers_license",
    severity: "high",
    score: 0.75,
    pattern:
      /(?<![\w-])(?:[A-Z]{1,2}\d{5,14}|\d{7,12}|[A-Z]\d{3}[ -]\d{4}[ -]\d{4}|[A-Z9]{5}\d{6}[A-Z9]{2}\w{3})(?![\w-])/,
    context: [
      "driver's license",
      "drivers license",
      "driver license",
      "driver’s license",
      "driving licence",
      "driving license",
      "dl number",
      "license number",
      "führerschein",
      "permis de conduire",
    ],
    contextRequired: true,
  },
  {
    entity: "machine_readable_zone",
    severity: "high",
    score: 0.95,
    literals: ["<<"],
    pattern: /\b[A-Z0-9<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]{14}\d\d\b/,
    valid: (bare) => icao9303(bare.slice(0, 10)),
  },
  {
    entity: "medical_record",
    severity: "high",
    score: 0.75,
    literals: ["mrn", "medical record", "patient id", "patient number"],
    pattern:
      /\b(?:mrn|medical record(?: number| no\.?)?|patient (?:id|number))(?: is|:|=|#|-){0,2} ?([A-Z]{0,3}-?\d{5,12})\b/i,
  },
  {
    entity: "health_insurance",
    severity: "high",
    score: 0.7,
    literals: ["insurance", "policy", "member"],
    pattern:
      /\b(?:(?:health )?insurance|policy|member)(?: id| number| no\.?)(?: is|:|=|#){0,2} ?([A-Z]{0,4}-?\d{6,14})\b/i,
  },
];
