/** Cards, accounts and wallets. */
import * as check from "#lib/guards/security/pii/check-digits";
import type { PiiRule } from "#lib/guards/security/pii/rule";
import { iban, isRepdigit, luhn } from "#lib/guards/text/checksums";

export const MONEY: readonly PiiRule[] = [
  {
    entity: "credit_card",
    severity: "high",
    score: 0.9,
    pattern: /(?<![\w.-])(?:\d[ -]?){12,18}\d(?![\w-])/,
    valid: isCard,
    context: ["card", "visa", "mastercard", "amex", "credit", "debit", "cc", "karte", "tarjeta", "carte", "carta"],
  },
  {
    entity: "card_security_code",
    severity: "high",
    score: 0.8,
    literals: ["cvv", "cvc", "cv2", "security code", "csc"],
    pattern: /\b(?:cvv2?|cvc2?|cv2|csc|security code)(?: is| number| code|:|=|#){0,2}\s{0,2}(\d{3,4})\b/i,
  },
  {
    entity: "card_expiry",
    severity: "medium",
    score: 0.7,
    literals: ["exp", "valid thru", "valid until"],
    pattern:
      /\b(?:exp(?:iry|ires|iration)?(?: date)?|valid (?:thru|until))\.?(?: is| on|:|=){0,2}\s{0,2}((?:0[1-9]|1[0-2]) ?[/-] ?(?:20)?[2-4]\d)\b/i,
  },
  {
    entity: "iban",
    digits: 4,
    severity: "high",
    score: 0.98,
    pattern: /(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Z0-9])/i,
    valid: (bare) => bare.length >= 15 && bare.length <= 34 && iban(bare),
  },
  {
    entity: "swift_bic",
    severity: "low",
    score: 0.75,
    pattern: /\b[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\b/,
    context: ["swift", "bic"],
    contextRequired: true,
  },
  {
    entity: "bank_account",
    severity: "high",
    score: 0.75,
    pattern: /(?<![\w-])\d{6,17}(?![\w-])/,
    context: [
      "account number",
      "account no",
      "acct",
      "bank account",
      "kontonummer",
      "numéro de compte",
      "número de cuenta",
      "checking account",
      "savings account",
    ],
    contextRequired: true,
  },
  {
    entity: "us_routing_number",
    severity: "medium",
    score: 0.85,
    pattern: /(?<![\w-])\d{9}(?![\w-])/,
    valid: check.routing,
    context: ["routing", "aba", "rtn"],
    contextRequired: true,
  },
  {
    entity: "uk_sort_code",
    severity: "medium",
    score: 0.85,
    pattern: /(?<![\w-])\d{2}-\d{2}-\d{2}(?![\w-])/,
    context: ["sort code", "sortcode"],
    contextRequired: true,
  },
  {
    entity: "bitcoin_address",
    digits: 2,
    severity: "medium",
    score: 0.85,
    pattern: /(?<![\w])(?:bc1[ac-hj-np-z02-9]{11,71}|[13][1-9A-HJ-NP-Za-km-z]{25,34})(?![\w])/,
    valid: (bare) => /\d.*[A-Z].*\d|BC1/.test(bare) && !/^\d+$/.test(bare),
  },
  { entity: "ethereum_address", severity: "medium", score: 0.9, literals: ["0x"], pattern: /\b0x[0-9a-fA-F]{40}\b/ },
  {
    entity: "litecoin_address",
    severity: "medium",
    score: 0.85,
    literals: ["ltc1", "litecoin", "ltc"],
    pattern: /\bltc1[ac-hj-np-z02-9]{11,71}\b|(?<!\w)[LM][1-9A-HJ-NP-Za-km-z]{26,33}(?!\w)/,
  },
  {
    entity: "monero_address",
    digits: 2,
    severity: "medium",
    score: 0.9,
    pattern: /(?<!\w)[48][0-9AB][1-9A-HJ-NP-Za-km-z]{93}(?!\w)/,
  },
  {
    entity: "tron_address",
    severity: "medium",
    score: 0.8,
    literals: ["tron", "trx", "usdt", "trc20"],
    pattern: /(?<!\w)T[1-9A-HJ-NP-Za-km-z]{33}(?!\w)/,
  },
];

/** Issuer ranges of the large networks, and Luhn. */
function isCard(bare: string): boolean {
  if (!luhn(bare) || isRepdigit(bare)) return false;
  return /^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:2[2-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11,16}|6(?:011|5\d\d|4[4-9]\d)\d{12,15}|35(?:2[89]|[3-8]\d)\d{12,15}|62\d{14,17}|(?:5018|5020|5038|6304|6759|676[1-3])\d{8,15}|1800\d{11}|2131\d{11})$/.test(
    bare,
  );
}
