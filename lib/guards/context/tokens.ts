/** An estimate of token counts, within about a quarter of the usual encodings; tokenguard counts exactly. */

/** UTF-16 units a token of ordinary Latin text takes, of other alphabets, and of scripts written without spaces. */
const LATIN = 4;
const ALPHABETIC = 2.2;
const IDEOGRAPHIC = 1.1;

export function approximateTokens(text: string): number {
  let tokens = 0;
  for (let index = 0; index < text.length; index += 1) tokens += 1 / unitsPerToken(text.charCodeAt(index));
  return Math.ceil(tokens);
}

function unitsPerToken(unit: number): number {
  if (unit < 0x250) return LATIN;
  return unit < 0x2e80 ? ALPHABETIC : IDEOGRAPHIC;
}

/** The newest items that fit into the budget, in their order; never empty when there is an item. */
export function newestWithin<Item>(items: readonly Item[], budget: number, textOf: (item: Item) => string): Item[] {
  let left = budget;
  let first = items.length;
  for (const [index, item] of [...items.entries()].reverse()) {
    left -= approximateTokens(textOf(item));
    if (left < 0 && first < items.length) break;
    first = index;
    if (left < 0) break;
  }
  return items.slice(first);
}
