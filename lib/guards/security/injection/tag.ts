/** Finds the concepts of all lexicons in a text. */
import type { Concept } from "#lib/guards/security/injection/concept";
import { LEXICONS } from "#lib/guards/security/injection/lexicon/index";
import type { Span } from "#lib/guards/text/mapped";
import { type Literal, type LiteralHit, literalFinder } from "#lib/guards/text/match";

export interface Tag extends Span {
  concept: Concept;
  language: string;
  /** Number of the sentence it stands in. */
  sentence: number;
}

interface Entry {
  concept: Concept;
  language: string;
  /** Must begin, and must end, where a word does. */
  bounded: { start: boolean; end: boolean };
}

/** Scripts that write without spaces, or glue particles to words. */
const UNBOUNDED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Arabic}]/u;
const LETTER = /^[\p{L}\p{M}\p{N}]$/u;

function entries(): Literal<Entry>[] {
  return Object.entries(LEXICONS).flatMap(([language, lexicon]) =>
    Object.entries(lexicon).flatMap(([concept, words]) =>
      words.split("|").map((word) => {
        const literal = word.endsWith("*") ? word.slice(0, -1) : word;
        const glued = UNBOUNDED.test(literal);
        const start = !glued && LETTER.test(literal.charAt(0));
        const end = !glued && literal === word && LETTER.test(literal.charAt(literal.length - 1));
        return { literal, value: { concept: concept as Concept, language, bounded: { start, end } } };
      }),
    ),
  );
}

const find = literalFinder(entries);

/** In the order of the text. Of entries inside one another with the same meaning, the longest stays. */
export function tagConcepts(text: string): Tag[] {
  const hits = find(text).filter((hit) => isWhole(text, hit));
  if (hits.length === 0) return [];
  const ends = sentenceEnds(text);
  const tags: Tag[] = [];
  const covered = new Map<string, number>();
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  let sentence = 0;
  for (const { value, start, end } of hits) {
    while (sentence < ends.length && (ends[sentence] ?? 0) <= start) sentence += 1;
    const key = `${value.language}.${value.concept}`;
    if (end <= (covered.get(key) ?? 0)) continue;
    covered.set(key, end);
    if (value.concept === "override" && !isRequested(text, start)) continue;
    if (value.concept === "secret" && isCompound(text, end)) continue;
    const tag = { concept: value.concept, language: value.language, start, end, sentence };
    tags.push(tag);
    if (tag.concept === "secret" && isDefinite(text, start, end)) tags.push({ ...tag, concept: "the_secret" });
  }
  return tags;
}

function isLetter(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return LETTER.test(text.charAt(index));
}

function isWhole(text: string, { value, start, end }: LiteralHit<Entry>): boolean {
  const { bounded } = value;
  if (bounded.start && isLetter(text, start - 1)) return false;
  return !(bounded.end && isLetter(text, end));
}

const SENTENCE_END = /[.!?؟…]+(?=[\s"'”’)\]]|$)|[。！？।]|\n+/g;

function sentenceEnds(text: string): number[] {
  return Array.from(text.matchAll(SENTENCE_END), (match) => match.index + match[0].length);
}

/** Someone else who ignores, or a request not to: "users ignore it", "don't ignore it". */
const NOT_REQUESTED =
  /(?:^|[^\p{L}])(?:I|we|they|he|she|it|who|which|users?|people|customers?|attackers?|drivers?|students?|employees|often|may|might|sometimes|simply|usually|don[’']?t|do not|does not|doesn[’']?t|did not|didn[’']?t|never|cannot|can[’']?t|won[’']?t|should not|shouldn[’']?t|must not|not to|nicht|no|ne|non|não|не|nunca)\s+$/iu;
/** "Password policy" is about passwords, not one of them. */
const COMPOUND =
  /^[\s-]{1,2}(?:polic|require|manage|generat|reset|hash|field|strength|protect|input|rotation|less|recover|form|box|column|length|expir|rule|crack|attack|check|best|security|storage)/i;

function isCompound(text: string, end: number): boolean {
  return COMPOUND.test(text.slice(end, end + 16));
}

const ARTICLE =
  /(?:^|[^\p{L}])(?:the|your|el|la|las|tu|su|le|les|l[’']|ton|votre|das|dein|deine|ihr|il|tua|de|het|je|o|a|as|sua)\s?$/iu;
const CLAUSE_END = /^\s{0,2}(?:[?.!,;:"'»”)？！。，；：]|$|(?:for|to|of) (?:the|our|your|this)\b)/;

/** Scripts other than Latin have no articles to go by. */
function isDefinite(text: string, start: number, end: number): boolean {
  if (!/\p{Script=Latin}/u.test(text.charAt(start))) return true;
  return ARTICLE.test(text.slice(Math.max(0, start - LOOK_BACK), start)) && CLAUSE_END.test(text.slice(end, end + 16));
}

const LOOK_BACK = 16;

function isRequested(text: string, start: number): boolean {
  return !NOT_REQUESTED.test(text.slice(Math.max(0, start - LOOK_BACK), start));
}
