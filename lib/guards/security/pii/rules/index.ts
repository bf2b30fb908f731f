/** Personal data by shape. Formats and check digits as the issuing bodies publish them. */
import type { PiiRule } from "#lib/guards/security/pii/rule";
import { ADDRESSES } from "#lib/guards/security/pii/rules/addresses";
import { AMERICAS } from "#lib/guards/security/pii/rules/americas";
import { ASIA_PACIFIC_AFRICA } from "#lib/guards/security/pii/rules/asia-pacific-africa";
import { CONTACT } from "#lib/guards/security/pii/rules/contact";
import { DEVICES } from "#lib/guards/security/pii/rules/devices";
import { DOCUMENTS } from "#lib/guards/security/pii/rules/documents";
import { EUROPE } from "#lib/guards/security/pii/rules/europe";
import { MONEY } from "#lib/guards/security/pii/rules/money";

export const PII_RULES: readonly PiiRule[] = [
  ...CONTACT,
  ...ADDRESSES,
  ...MONEY,
  ...DEVICES,
  ...DOCUMENTS,
  ...AMERICAS,
  ...EUROPE,
  ...ASIA_PACIFIC_AFRICA,
];
