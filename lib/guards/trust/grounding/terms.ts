/** Words of a text as the comparison sees them: stems, numbers, names and function words. */
import { splitWords } from "#lib/guards/text/words";
import { stem } from "#lib/guards/trust/grounding/stem";
import { isNumberWord, readNumberWords } from "#lib/guards/trust/math/number-words";

export interface Term {
  /** What is compared. */
  stem: string;
  kind: "content" | "function" | "number" | "name";
  start: number;
  end: number;
}

const FUNCTION_WORDS = new Set(
  `a about above after again all also although am an and another any are as at be because been before being below
between both but by can could did do does doing down during each either few for from further had has have having he her
here hers him his how however i if in into is it its itself just like may me might more most much must my no nor not now
of off often on once one only or other our out over own per quite rather really s same several shall she should since so
some such t than that the their them then there these they this those though through thus to too under until up upon us
very was we well were what when where whether which while who whom whose why will with within without would yes yet you
your i'm i've it's that's don't oh know think ve re ll d m n't`.split(/\s+/),
);

export function termsOf(text: string): Term[] {
  return splitWords(text).map((word, index) => {
    const place = { start: word.start, end: word.end };
    const lower = word.text.toLowerCase().replace(/['’]s$/, "");
    const number = numberKey(lower);
    if (number !== null) return { stem: number, kind: "number", ...place };
    if (FUNCTION_WORDS.has(lower)) return { stem: lower, kind: "function", ...place };
    const isName = /^\p{Lu}/u.test(word.text) && !opensSentence(text, word.start, index);
    return { stem: stem(lower), kind: isName ? "name" : "content", ...place };
  });
}

/** One spelling for a number: `1,000`, `1000` and `3rd` → `3`; null when the word is none. */
function numberKey(word: string): string | null {
  const digits = /^(\d[\d.,]*)(?:st|nd|rd|th|s|%)?$/.exec(word)?.[1];
  if (digits !== undefined) return digits.replace(/,(?=\d{3})/g, "").replace(/[.,]+$/, "");
  if (word === "one" || !isNumberWord(word)) return null;
  return String(readNumberWords([word]));
}

function opensSentence(text: string, start: number, index: number): boolean {
  return index === 0 || /(?:[.!?:]["'”’)]*\s+|\n\s*|["“])$/.test(text.slice(Math.max(0, start - 4), start));
}
