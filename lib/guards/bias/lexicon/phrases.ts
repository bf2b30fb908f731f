/** Readers for the word lists: `singular/plural` pairs, space-separated words, `|`-separated phrases. */

export interface NounPair {
  singular: string;
  plural: string;
}

export function words(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== "");
}

export function phrases(list: string): string[] {
  return list
    .split("|")
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");
}

export function nounPairs(list: string): NounPair[] {
  return words(list).map((pair) => {
    const [singular = "", plural = singular] = pair.split("/");
    return { singular, plural };
  });
}

/** Third person and the forms in -ing and -ed of a regular English verb. */
export function inflections(verb: string): string[] {
  const stem = verb.endsWith("e") ? verb.slice(0, -1) : verb;
  const third = /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : verb.replace(/([^aeiou])y$/, "$1ie").concat("s");
  return [verb, third, `${stem}ing`, `${stem}ed`];
}
