/** Principles with a mechanical form: "at most 100 words", "never mention \"price\"", "no URLs". */

export interface RuleViolation {
  start: number;
  end: number;
  reason: string;
}

type Rule = (text: string) => RuleViolation[];

const MAX_HITS = 20;
const URL = /https?:\/\/[^\s"'<>]{1,500}/g;
const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;
const EXCLAMATION = /!/g;
const EMOJI = /\p{Extended_Pictographic}/gu;

const SIMPLE: readonly (readonly [RegExp, RegExp, string])[] = [
  [
    /\b(?:no|never (?:use|include|give|contain)|without|avoid|(?:do not|don['’]t) (?:use|include|give)) (?:any )?(?:urls?|links?|web addresses)\b/i,
    URL,
    "Contains a web address",
  ],
  [
    /\b(?:no|never (?:use|include|give)|without|avoid|(?:do not|don['’]t) (?:use|include|give)) (?:any )?e-?mail(?: address(?:es)?)?s?\b/i,
    EMAIL,
    "Contains an e-mail address",
  ],
  [
    /\b(?:no|never use|without|avoid|(?:do not|don['’]t) use) (?:any )?exclamation (?:marks?|points?)\b/i,
    EXCLAMATION,
    "Contains an exclamation mark",
  ],
  [/\b(?:no|never use|without|avoid|(?:do not|don['’]t) use) (?:any )?emojis?\b/i, EMOJI, "Contains an emoji"],
];
const LENGTH =
  /\b(?:at most|no more than|up to|maximum(?: of)?|under|fewer than|less than|limit(?:ed)? to) (\d{1,6}) (words|characters|sentences)\b/i;
const BANNED =
  /\b(?:never|do not|don['’]t|must not|avoid) (?:say|saying|use|using|mention|mentioning|write|writing|contain|include)(?: the (?:words?|phrases?|names?))? ["“'‘]([^"”'’\n]{1,80})["”'’]/i;
const REQUIRED =
  /\b(?:always|must) (?:say|mention|include|contain|write|end with)(?: the (?:words?|phrases?|sentences?))? ["“'‘]([^"”'’\n]{1,200})["”'’]/i;

/** The mechanical rule a principle states, or null. */
export function ruleOf(principle: string): Rule | null {
  const simple = SIMPLE.find(([asks]) => asks.test(principle));
  if (simple !== undefined) return (text) => hits(text, simple[1], simple[2]);
  const [, banned] = BANNED.exec(principle) ?? [];
  if (banned !== undefined) return (text) => occurrences(text, banned, "Uses wording the principle forbids");
  const [, required] = REQUIRED.exec(principle) ?? [];
  if (required !== undefined) return (text) => missing(text, required);
  const [, limit, unit] = LENGTH.exec(principle) ?? [];
  return limit === undefined ? null : (text) => tooLong(text, Number(limit), unit ?? "words");
}

function hits(text: string, pattern: RegExp, reason: string): RuleViolation[] {
  return Array.from(text.matchAll(pattern))
    .slice(0, MAX_HITS)
    .map((match) => ({ start: match.index, end: match.index + match[0].length, reason }));
}

function occurrences(text: string, wording: string, reason: string): RuleViolation[] {
  const escaped = wording.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return hits(text, new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "giu"), reason);
}

function missing(text: string, wording: string): RuleViolation[] {
  if (text.toLowerCase().includes(wording.toLowerCase())) return [];
  return [{ start: 0, end: text.length, reason: "Lacks wording the principle demands" }];
}

function tooLong(text: string, limit: number, unit: string): RuleViolation[] {
  const pattern = unit === "words" ? /\S+/g : unit === "sentences" ? /[^.!?]{1,5000}[.!?]+/g : /./gsu;
  let count = 0;
  for (const match of text.matchAll(pattern)) {
    count += 1;
    if (count > limit)
      return [
        { start: match.index, end: text.length, reason: `Longer than the ${limit} ${unit} the principle allows` },
      ];
  }
  return [];
}
