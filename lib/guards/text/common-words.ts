/** Everyday English and the vocabulary of talking to a model: enough to tell words from noise. */
const LIST = `a about above access account act action activate add admin after again all allow also always an and answer any api
are as ask assistant at attached back bank be because been before begin below between but by bypass call can card
chat code command complete confidential configuration content context contact conversation copy could credentials
data database debug decode default delete describe developer directive directives disable disclose disregard display
do document does email enable end ensure every everything execute explain export file filter filters first follow
following for forget forward from full function get give given go guidelines had has have hello help her here hidden
him his how if ignore important in include information initial input instruct instruction instructions instead into is
it its just key keys know let like limitations limits link list login make many me memory message messages mode model
money more must my name never new no not nothing now number obey of on one only open or original other our out output
override pass password passwords people please policy pretend previous print prior private prompt prompts protocol
provide question read repeat reply request respond response restrictions return reveal role rule rules run safety
say script secret secrets secure security see send should show site skip so some start stop story summarize system
task tell text than that the their them then there these they things this time to token tokens tool translate
unlock unrestricted upload url use user username users verbatim want was we website were what when where which who
why will with without word words work would write you your`;

export const COMMON_WORDS: ReadonlySet<string> = new Set(LIST.split(/\s+/));

const LONGEST = Math.max(...Array.from(COMMON_WORDS, (word) => word.length));

/** Words of at least `minLength` letters in a lower-case text that are common ones. */
export function countCommonWords(text: string, minLength = 3): number {
  let count = 0;
  for (const [word] of text.matchAll(/[a-z]+/g)) {
    if (word.length >= minLength && COMMON_WORDS.has(word)) count += 1;
  }
  return count;
}

/**
 * Puts the spaces back into run-together lower-case letters by the fewest unknown letters, then the fewest
 * words. Null when more than a fifth of the letters belong to no word. Linear in the length.
 */
export function segmentWords(letters: string): string[] | null {
  const cost: number[] = [0];
  const from: number[] = [0];
  for (let end = 1; end <= letters.length; end += 1) {
    cost[end] = (cost[end - 1] ?? 0) + 1;
    from[end] = end - 1;
    for (let start = Math.max(0, end - LONGEST); start < end; start += 1) {
      const total = (cost[start] ?? 0) + 0.01;
      if (total < (cost[end] ?? 0) && COMMON_WORDS.has(letters.slice(start, end))) {
        cost[end] = total;
        from[end] = start;
      }
    }
  }
  if ((cost[letters.length] ?? 0) > letters.length / 5) return null;
  const words: string[] = [];
  for (let end = letters.length; end > 0; end = from[end] ?? 0) words.unshift(letters.slice(from[end] ?? 0, end));
  return words;
}
