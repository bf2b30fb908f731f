/** Every word list in one table, from the first word to the entries that begin with it, longest first. */
import { ARTICLE_GROUPS, GROUP_TERMS, PEOPLE_NOUNS } from "#lib/guards/bias/lexicon/groups";
import { inflections, nounPairs, phrases, words } from "#lib/guards/bias/lexicon/phrases";
import { SLURS } from "#lib/guards/bias/lexicon/slurs";
import * as lists from "#lib/guards/bias/lexicon/words";
import type { BiasCategory } from "#lib/guards/bias/schema";

export interface LexiconEntry {
  words: readonly string[];
  length: number;
  tag: string;
  categories: readonly BiasCategory[];
}

const TABLE = new Map<string, LexiconEntry[]>();

/** Later entries for the same words lose, categories are joined. */
function add(text: string, tag: string, category?: BiasCategory): void {
  for (const spelling of text.includes("-") ? [text, text.replaceAll("-", " ")] : [text]) {
    const parts = spelling.split(" ");
    const first = parts[0] ?? "";
    const known = TABLE.get(first) ?? [];
    const twin = known.findIndex((entry) => entry.words.join(" ") === spelling);
    const old = known[twin];
    if (old === undefined)
      known.push({ words: parts, length: parts.length, tag, categories: category ? [category] : [] });
    else if (category !== undefined && !old.categories.includes(category) && old.tag === tag)
      known[twin] = { ...old, categories: [...old.categories, category] };
    TABLE.set(first, known);
  }
}

function addAll(list: readonly string[], tag: string): void {
  for (const entry of list) add(entry, tag);
}

function build(): void {
  addAll(phrases(lists.DEMEANING_PHRASES), "J");
  for (const { category, strong, ambiguous } of SLURS) {
    for (const word of words(strong)) add(word, "S", category);
    for (const word of words(ambiguous)) add(word, "s", category);
  }
  for (const { category, nouns } of GROUP_TERMS)
    for (const { singular, plural } of nounPairs(nouns)) {
      add(plural, "G", category);
      add(singular, "g", category);
    }
  for (const { category, adjectives } of GROUP_TERMS)
    for (const word of words(adjectives)) add(word, words(ARTICLE_GROUPS).includes(word) ? "E" : "A", category);
  for (const { singular, plural } of nounPairs(PEOPLE_NOUNS)) {
    add(plural, "H");
    add(singular, "h");
  }
  addAll(phrases(lists.AVERSION), "L");
  addAll(phrases(lists.REMOVAL), "X");
  for (const [tag, list] of Object.entries(lists.GRAMMAR)) addAll(words(list), tag);
  addAll(words(lists.NEGATORS), "N");
  addAll(words(lists.UNABLE), "U");
  addAll(words(lists.SHOULD_NOT), "Z");
  addAll(words(lists.SHOULD), "M");
  addAll(words(lists.COPULAS), "C");
  addAll(words(lists.UNIVERSAL), "Q");
  addAll(words(lists.PARTIAL), "q");
  addAll(words(lists.HATE_VERBS), "L");
  addAll(words(lists.HARMED), "x");
  addAll(words(lists.HARM_VERBS), "X");
  for (const { singular, plural } of nounPairs(lists.DEMEANING_NOUNS)) {
    add(plural, "K");
    add(singular, "k");
  }
  addAll(words(lists.DEMEANING), "B");
  addAll(words(lists.ESSENTIAL), "b");
  for (const verb of words(lists.DEMEANING_VERBS)) addAll(inflections(verb), "V");
  addAll(words(lists.ABILITIES), "T");
  addAll(words(lists.ADVERBS), "d");
  for (const entries of TABLE.values()) entries.sort((left, right) => right.length - left.length);
}

build();

export const LEXICON: ReadonlyMap<string, readonly LexiconEntry[]> = TABLE;
