/** Words as they were meant: leet letters, stars and stretched letters undone. */
export interface Term {
  /** Lower case, plain letters. */
  word: string;
  start: number;
  end: number;
}

const TOKEN = /[@#]?[\p{L}\p{N}$!@*][\p{L}\p{N}$!@*'’]*/gu;
const LEET: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  $: "s",
  "@": "a",
  "!": "i",
};
/** What stars usually hide. */
const STARRED: readonly (readonly [RegExp, string])[] = [
  [/^f\*{1,3}k?$|^f\*{1,2}ck$|^fu\*k$|^fu\*\*$|^f\*\*\*$/, "fuck"],
  [/^f\*{1,3}(?:k|ck)?ing$|^fu\*\*?ing$/, "fucking"],
  [/^s\*{1,2}t$|^sh\*t$|^s\*\*\*$/, "shit"],
  [/^b\*{1,3}t?ch$|^b\*{4}$|^bi\*ch$/, "bitch"],
  [/^c\*{1,2}nt$|^c\*\*t$|^c\*\*\*$/, "cunt"],
  [/^n\*{1,4}(?:er|r)$/, "nigger"],
  [/^n\*{1,4}(?:ga|a|as|gas)$/, "nigga"],
  [/^f\*{1,3}(?:got|ggot|t)$/, "faggot"],
  [/^a\*{1,2}(?:hole)?$|^as\*hole$/, "asshole"],
];

export function termsOf(text: string): Term[] {
  return Array.from(text.matchAll(TOKEN), (match) => ({
    word: plainWord(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function plainWord(raw: string): string {
  const word = raw.toLowerCase().replaceAll("’", "'").replace(/^#/, "").replace(/'s$/, "");
  if (word.startsWith("@") || /^[\d!$@*']+$/.test(word)) return word;
  if (word.includes("*")) return STARRED.find(([pattern]) => pattern.test(word))?.[1] ?? word;
  const bare = word.replace(/!+$/, "");
  const letters =
    /[0-9$@!]/.test(bare) && /\p{L}/u.test(bare) ? bare.replace(/[01345$@!]/g, (sign) => LEET[sign] ?? sign) : bare;
  return letters.replace(/(\p{L})\1{2,}/gu, "$1");
}

const REPORTED =
  /\b(?:called|calls|calling|said|says|word|term|slur|quote[sd]?|translate|define|meaning|means|phrase|lyrics?|insult|sentence|yelled|shouted|offensive|detect|classify|moderat\w{1,5}|filter)\b/iu;
const REACH = 60;

/** Named rather than used: in quotation marks, or right after "called", "the word" and the like. */
export function isSpokenOf(text: string, term: Term): boolean {
  const before = text.slice(Math.max(0, term.start - REACH), term.start);
  const after = text.slice(term.end, term.end + 2);
  const quoted = /["“‘'`]$/.test(before) && /^["”’'`.,]/.test(after);
  return quoted || REPORTED.test(before.slice(-30));
}
