/** How to reach a person, and where and who that person is. */
import type { PiiRule } from "#lib/guards/security/pii/rule";
import { isRepdigit } from "#lib/guards/text/checksums";

const PHONE_WORDS = [
  "phone",
  "telephone",
  "tel",
  "call",
  "call me",
  "call us",
  "mobile",
  "cell",
  "fax",
  "office",
  "whatsapp",
  "reach me",
  "reach you",
  "text me",
  "dial",
  "contact number",
  "telefon",
  "teléfono",
  "téléphone",
  "telefono",
  "telefone",
  "móvil",
  "handy",
  "rufnummer",
  "телефон",
  "电话",
  "電話",
  "전화",
];

export const CONTACT: readonly PiiRule[] = [
  {
    entity: "email",
    severity: "medium",
    score: 0.95,
    literals: ["@"],
    pattern: /(?<![\w.%+-])[\w.%+-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,24}\b(?!@)/i,
  },
  {
    entity: "phone",
    severity: "medium",
    score: 0.75,
    pattern:
      /(?<![\w.+/#-])\+[1-9]\d{0,2}[ .-]?(?:\(0?\d{1,5}\)[ .-]?)?\d{1,5}(?:[ .-]?\d{2,5}){1,5}(?:[ ]?(?:x|ext\.?)[ ]?\d{1,6})?(?![\w-])/i,
    valid: (bare) => digitsBetween(bare, 8, 15),
  },
  {
    entity: "phone",
    severity: "medium",
    score: 0.65,
    pattern:
      /(?<![\w.+/#-])(?:001[-. ]|1[-. ])?(?:\(\d{3}\)[ .-]?|\d{3}[-.])\d{3}[-. ]\d{4}(?:[ ]?(?:x|ext\.?)[ ]?\d{1,6})?(?![\w-])/i,
  },
  {
    entity: "phone",
    severity: "medium",
    score: 0.55,
    pattern: /(?<![\w.+/#-])\(?\d{2,5}\)?(?:[ ./-]?\d{2,8}){1,4}(?:[ ]?(?:x|ext\.?)[ ]?\d{1,6})?(?![\w-])/i,
    valid: (bare) => digitsBetween(bare, 7, 12) && !isRepdigit(bare),
    context: PHONE_WORDS,
    contextRequired: true,
  },
  {
    entity: "person",
    severity: "low",
    score: 0.6,
    literals: [
      "name",
      "mr",
      "ms",
      "mrs",
      "miss",
      "dr",
      "prof",
      "sincerely",
      "regards",
      "i'm",
      "i am",
      "heiße",
      "llamo",
      "appelle",
      "chiamo",
    ],
    pattern:
      /(?:\b(?:[Mm]y (?:full )?name is|[Mm]y name[’']s|(?:[Ff]ull |[Ff]irst |[Ll]ast |[Cc]ustomer |[Pp]atient )?[Nn]ame:|[Mm]r\.?|[Mm]rs\.?|[Mm]s\.?|[Dd]r\.?|[Mm]iss|[Pp]rof\.?|(?:[Ss]incerely|[Rr]egards),?\s{1,3}|[Ii]ch heiße|[Mm]e llamo|[Jj]e m[’']appelle|[Mm]i chiamo)\s{1,3})(\p{Lu}[\p{L}’'-]{1,24}(?:[ ](?:\p{Lu}\.|(?:de|van|von|der|da|la|bin|al)\b|\p{Lu}[\p{L}’'-]{1,24})){0,3})/u,
  },
  {
    entity: "date_of_birth",
    severity: "medium",
    score: 0.7,
    pattern:
      /(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}|(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:19|20)\d{2})(?!\d)/i,
    context: [
      "born",
      "birth",
      "dob",
      "d.o.b",
      "birthday",
      "geboren",
      "geburtsdatum",
      "nacimiento",
      "naissance",
      "nascita",
      "nascimento",
      "geburtstag",
      "date of birth",
    ],
    contextRequired: true,
  },
  {
    entity: "age",
    severity: "low",
    score: 0.6,
    literals: ["years old", "year old", "year-old", "aged", "age:", "age is", "y/o", "turn"],
    pattern:
      /\b\d{1,3}(?= ?-?(?:years? old|year-old|y\/o)\b)|(?<=\b(?:aged|age:|age is) )\d{1,3}\b|(?<=\b(?:just|will|i[’\x27]ll|have|has) turn(?:ed)? )\d{1,3}(?![\w%.,]\d)\b/i,
    valid: (bare) => Number(bare) > 0 && Number(bare) < 120,
  },
  {
    entity: "postcode",
    digits: 2,
    severity: "low",
    score: 0.6,
    pattern:
      /(?<![A-Z0-9])(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d|(?<=\b[A-Z]{2},? )\d{5}(?:-\d{4})?)(?![A-Z0-9])/,
  },
  {
    entity: "coordinates",
    severity: "low",
    score: 0.75,
    pattern: /(?<![\d.])[-+]?(?:[1-8]?\d\.\d{4,10}|90\.0{4,10})\s?,\s?[-+]?(?:1[0-7]\d|\d{1,2})\.\d{4,10}(?![\d.])/,
  },
  {
    entity: "username",
    severity: "low",
    score: 0.55,
    literals: ["username", "user name", "login", "user id", "userid"],
    pattern: /\b(?:user ?name|login(?: name)?|user ?id)(?: is|:|=) ?["']?([\w.@-]{3,40})/i,
  },
];

function digitsBetween(bare: string, least: number, most: number): boolean {
  const count = bare.replace(/EXT|X/g, " ").split(" ")[0]?.replace(/\D/g, "").length ?? 0;
  return count >= least && count <= most;
}
