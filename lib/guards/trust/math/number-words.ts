/** English number words, as in "twenty-five plus three". */

const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";

const SMALL = new Map<string, number>([
  ...UNITS.split(" ").map((word, index): [string, number] => [word, index]),
  ...TENS.split(" ").map((word, index): [string, number] => [word, 20 + 10 * index]),
]);
const LARGE = new Map([
  ["hundred", 100],
  ["thousand", 1_000],
  ["million", 1_000_000],
  ["billion", 1_000_000_000],
]);

/** "twenty-five" and the like, so that most words need one look-up. */
const COMPOUNDS = new Set(
  TENS.split(" ").flatMap((tens) =>
    UNITS.split(" ")
      .slice(1, 10)
      .map((unit) => `${tens}-${unit}`),
  ),
);

/** @param word lower case */
export function isNumberWord(word: string): boolean {
  return SMALL.has(word) || COMPOUNDS.has(word);
}

/** Words that scale the number before them: "3 million", "two hundred". @param word lower case */
export function scaleOf(word: string): number | undefined {
  return LARGE.get(word);
}

/** Value of number words in their order ("two", "hundred", "and", "five"), or null when they make no number. */
export function readNumberWords(words: readonly string[]): number | null {
  let total = 0;
  let group = 0;
  for (const part of words.flatMap((word) => word.toLowerCase().split("-"))) {
    if (part === "and") continue;
    const small = SMALL.get(part);
    const large = LARGE.get(part);
    if (small !== undefined) {
      if (!fits(group, small)) return null;
      group += small;
    } else if (large === 100) group *= 100;
    else if (large !== undefined) {
      total += group * large;
      group = 0;
    } else return null;
  }
  return total + group;
}

/** "twenty" takes "five", "hundred" takes anything below it, "three" takes nothing. */
function fits(group: number, next: number): boolean {
  const rest = group % 100;
  if (rest === 0) return true;
  return rest >= 20 && rest % 10 === 0 && next > 0 && next < 10;
}
