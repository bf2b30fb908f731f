/** Personal data: shapes, check digits and the words around them. */
import type { Hit, ScanContext } from "#lib/guards/security/hit";
import { digitStretches } from "#lib/guards/security/pii/digits";
import type { PiiEntity } from "#lib/guards/security/pii/entities";
import { findNames } from "#lib/guards/security/pii/names/index";
import type { PiiRule } from "#lib/guards/security/pii/rule";
import { PII_RULES } from "#lib/guards/security/pii/rules/index";
import { fold } from "#lib/guards/text/fold";
import type { Span } from "#lib/guards/text/mapped";
import { mask } from "#lib/guards/text/mask";
import { type PatternHit, patternFinder } from "#lib/guards/text/match";
import type { Severity } from "#lib/guards/verdict";

const THRESHOLD = 0.5;
const STRICT_THRESHOLD = 0.35;
/** How far before and after a number its context words may stand. */
const BEFORE = 60;
const AFTER = 25;
const CONTEXT_GAIN = 0.6;

const literalsOf = (rule: PiiRule): readonly string[] =>
  rule.literals ?? (rule.contextRequired === true ? (rule.context ?? []) : []);
const toPattern = (rule: PiiRule) => ({ value: rule, pattern: rule.pattern, literals: literalsOf(rule) });

const findByLiteral = patternFinder(PII_RULES.filter((rule) => literalsOf(rule).length > 0).map(toPattern));
const DIGITS = 6;
const NUMBERS = [2, 4, DIGITS].map((digits) => ({
  digits,
  findIn: patternFinder(
    PII_RULES.filter((rule) => literalsOf(rule).length === 0 && (rule.digits ?? DIGITS) === digits).map(toPattern),
  ),
}));

function find(text: string): PatternHit<PiiRule>[] {
  const numbers = NUMBERS.flatMap(({ digits, findIn }) =>
    digitStretches(text, digits).flatMap(({ start, end }) =>
      findIn(text.slice(start, end)).map((hit) => ({ ...hit, start: hit.start + start, end: hit.end + start })),
    ),
  );
  return [...findByLiteral(text), ...numbers].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** @param entities the kinds to look for; empty means all. */
export function detectPii(
  text: string,
  { strict }: Pick<ScanContext, "strict">,
  entities: readonly PiiEntity[] = [],
): Hit[] {
  const threshold = strict ? STRICT_THRESHOLD : THRESHOLD;
  const names = wants(entities, "person") ? nameHits(text, threshold) : [];
  const found = find(text);
  if (found.length === 0) return names;
  const folded = fold(text);
  const numbers = found.flatMap((match) => {
    const { value: rule } = match;
    if (!wants(entities, rule.entity)) return [];
    const hit = toHit(match, text, folded, threshold);
    return hit !== null && hit.score >= threshold ? [hit] : [];
  });
  return [...numbers, ...names];
}

function wants(entities: readonly PiiEntity[], entity: PiiEntity): boolean {
  return entities.length === 0 || entities.includes(entity);
}

function nameHits(text: string, threshold: number): Hit[] {
  return findNames(text)
    .filter(({ score }) => score >= threshold)
    .map(({ start, end, score }) => personalData("person", "low", { text, start, end, score, threshold }));
}

function toHit(
  { value: rule, match, start }: PatternHit<PiiRule>,
  text: string,
  folded: string,
  threshold: number,
): Hit | null {
  const group = rule.pattern.source.includes("\\1") ? undefined : match[1];
  const matched = (group ?? match[0]).trimEnd();
  const from = group === undefined ? start : start + match[0].lastIndexOf(group);
  const end = from + matched.length;
  if (rule.valid !== undefined && !rule.valid(matched.replace(/[^\p{L}\p{N}<]/gu, "").toUpperCase())) return null;
  const supported = hasContext(rule, folded, from, end);
  if (rule.contextRequired === true && !supported) return null;
  const score = supported ? rule.score + (1 - rule.score) * CONTEXT_GAIN : rule.score;
  return personalData(rule.entity, rule.severity, { text, start: from, end, score, threshold });
}

interface Place extends Span {
  text: string;
  score: number;
  threshold: number;
}

function personalData(entity: PiiEntity, severity: Severity, { text, start, end, score, threshold }: Place): Hit {
  const found = text.slice(start, end);
  return {
    scan: "pii",
    detector: `security.pii.${entity}`,
    category: entity,
    severity,
    score,
    threshold,
    start,
    end,
    evidence: severity === "high" ? mask(found) : mask(found, labelOf(entity)),
    message: `Personal data: ${nameOf(entity)}.`,
    remediation: "Remove or redact it before the text leaves your system.",
    label: labelOf(entity),
  };
}

function hasContext(rule: PiiRule, folded: string, start: number, end: number): boolean {
  if (rule.context === undefined) return false;
  const near = `${folded.slice(Math.max(0, start - BEFORE), start)} ${folded.slice(end, end + AFTER)}`;
  return rule.context.some((word) => containsWord(near, fold(word)));
}

function containsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!/\p{L}/u.test(text.charAt(at - 1)) && (word.length > 4 || !/\p{L}/u.test(text.charAt(at + word.length))))
      return true;
  }
  return false;
}

function labelOf(entity: PiiEntity): string {
  return entity.toUpperCase();
}

const INITIALISMS =
  /\b(?:iban|bic|us|uk|ca|mx|br|ar|cl|ie|de|fr|es|it|pt|nl|be|ch|at|pl|cz|se|no|fi|dk|ro|bg|hr|tr|il|za|in|cn|kr|jp|sg|au|ssn|itin|ein|npi|dea|sin|curp|cpf|cnpj|cuit|rut|nino|nhs|pps|nir|dni|nif|bsn|ahv|svnr|pesel|hetu|cpr|cnp|egn|oib|tckn|pan|rrn|nric|tfn|ip|ipv6|mac|imei|vin)\b/g;

function nameOf(entity: PiiEntity): string {
  return entity.replaceAll("_", " ").replace(INITIALISMS, (name) => name.toUpperCase());
}
