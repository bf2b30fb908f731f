/** Looks up considerate wording, with plurals by rule, and proposes an edit for each term found. */
import {
  ABLEIST,
  GENDERED_NOUNS,
  GENDERED_ROLES,
  GENERIC_MAN,
  OTHERING,
  SUICIDE,
  type Wording,
} from "#lib/guards/bias/lexicon/considerate";
import { inCaseOf, type TextEdit } from "#lib/guards/bias/neutral/edit";
import type { MitigationLevel } from "#lib/guards/bias/schema";
import { plainWord, scanWords } from "#lib/guards/bias/tokens";
import type { Span } from "#lib/guards/text/mapped";

interface Term {
  words: readonly string[];
  to: string;
  reason: string;
}

type Terms = ReadonlyMap<string, readonly Term[]>;

const LEAST = [GENDERED_ROLES, OTHERING, SUICIDE];
const TABLES: Readonly<Record<MitigationLevel, Terms>> = {
  low: tableOf(LEAST),
  moderate: tableOf([...LEAST, GENERIC_MAN, ABLEIST]),
  aggressive: tableOf([...LEAST, GENERIC_MAN, ABLEIST, GENDERED_NOUNS]),
};

interface Token {
  word: string;
  start: number;
  end: number;
}

const WORDS = { digits: true, joiners: "'’/-" };
const TITLES = new Set(["mr", "mrs", "ms"]);

export function termEdits(text: string, level: MitigationLevel): TextEdit[] {
  const table = TABLES[level];
  const tokens = scanWords(text, WORDS).map((span) => tokenOf(text, span));
  const edits: TextEdit[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const found = longest(table, tokens, at);
    const first = tokens[at];
    const last = tokens[at + (found?.term.words.length ?? 1) - 1];
    if (found === null || first === undefined || last === undefined) continue;
    const suffix = found.possessive ? "'s" : "";
    const from = text.slice(first.start, last.end);
    if (isName(text, first.start, from) || isAdjective(text, last.end, found.term.to)) continue;
    edits.push({
      start: first.start,
      end: last.end,
      from,
      to: inCaseOf(from, found.term.to + suffix),
      reason: found.term.reason,
    });
    at += found.term.words.length - 1;
  }
  return edits;
}

/** A title keeps its full stop. */
function tokenOf(text: string, { start, end }: Span): Token {
  const word = plainWord(text.slice(start, end));
  return TITLES.has(word) && text.charAt(end) === "."
    ? { word: `${word}.`, start, end: end + 1 }
    : { word, start, end };
}

function longest(table: Terms, tokens: readonly Token[], at: number): { term: Term; possessive: boolean } | null {
  const word = tokens[at]?.word ?? "";
  const asWritten = table.get(word);
  const asOwner = word.endsWith("'s") ? table.get(word.slice(0, -2)) : undefined;
  if (asWritten === undefined && asOwner === undefined) return null;
  for (const term of [...(asWritten ?? []), ...(asOwner ?? [])]) {
    const last = term.words.length - 1;
    const fits = term.words.every((part, offset) => {
      const token = tokens[at + offset]?.word ?? "";
      return token === part || (offset === last && token === `${part}'s`);
    });
    if (fits) return { term, possessive: tokens[at + last]?.word !== term.words[last] };
  }
  return null;
}

/** A capital inside a sentence is a name ("the Fisherman Inn"), unless it opens the sentence or all is capitals. */
function isName(text: string, start: number, from: string): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(from) || /^(?:Mr|Mrs|Ms)\./.test(from)) return false;
  if (
    /^(?:Oriental|Eskimo|Negro|Gyps|Jap|Third|Founding|Native|Red|Chair|Congress|Frenchm|Englishm|Dutchm|Irishm)/.test(
      from,
    )
  )
    return false;
  return !/(?:^|[.!?:"“”\n*•-])\s*$/u.test(text.slice(Math.max(0, start - 6), start));
}

/** "alcoholic drinks", "schizophrenic patients": the word for a person is only an adjective there. */
function isAdjective(text: string, end: number, to: string): boolean {
  if (!/^(?:person|people) with/.test(to)) return false;
  const [, next = ""] = /^[ ]+([\p{L}]+)/u.exec(text.slice(end, end + 40)) ?? [];
  return next !== "" && !AFTER_A_NOUN.test(next);
}

const AFTER_A_NOUN =
  /^(?:is|was|are|were|has|had|have|and|or|but|who|that|in|on|at|with|to|for|from|by|of|as|can|could|will|would|should|may|might|must|never|often|always|because|when|if|needs?|lives?|works?|said|does|did|do)$/i;

function tableOf(wordings: readonly Wording[]): Terms {
  const table = new Map<string, Term[]>();
  for (const { reason, terms } of wordings) {
    for (const line of terms.split(";")) {
      const [from = "", to = ""] = line.trim().split("=");
      for (const [singular, neutral] of withPlural(from, to))
        put(table, { words: singular.split(" "), to: neutral, reason });
    }
  }
  for (const list of table.values()) list.sort((left, right) => right.words.length - left.words.length);
  return table;
}

function put(table: Map<string, Term[]>, term: Term): void {
  const first = term.words[0] ?? "";
  const list = table.get(first) ?? [];
  if (!list.some((known) => known.words.join(" ") === term.words.join(" "))) list.push(term);
  table.set(first, list);
}

/** Roles in -man, -woman, -ess, -boy … have plurals that follow from the singular. */
function withPlural(from: string, to: string): [string, string][] {
  const singular: [string, string] = [from, to];
  if (/.m[ae]n$/.test(from) && from.endsWith("man")) return [singular, [`${from.slice(0, -3)}men`, pluralOf(to)]];
  if (
    /(?:ess|ette|boy|girl|maid|master|lady|wife|ist|ic|ict|iac|llic|person|nurse|junkie|retard|moron|convict|felon|dwarf|addict|midget)$/.test(
      from,
    )
  )
    return [singular, [pluralOf(from), pluralOf(to)]];
  return [singular];
}

/** The plural of an English noun phrase: its head is what stands before "of", "with", "who" or "without". */
export function pluralOf(phrase: string): string {
  const [, head = phrase, rest = ""] = /^(.*?)( (?:of|with|without|who|on) .*)?$/.exec(phrase) ?? [];
  if (head.endsWith("person")) return `${head.slice(0, -6)}people${rest}`;
  if (head.endsWith("child")) return `${head}ren${rest}`;
  if (head.endsWith("wife")) return `${head.slice(0, -2)}ves${rest}`;
  if (/[^aeiou]y$/.test(head)) return `${head.slice(0, -1)}ies${rest}`;
  return `${head}${/(?:s|x|ch|sh)$/.test(head) ? "es" : "s"}${rest}`;
}
