/** A light English suffix stripper: enough to let "tables", "booked" and "booking" meet; other languages pass through. */
const VOWEL = /[aeiouy]/;
const ENDINGS = ["ing", "ed", "ly"];
/** After these a plural is formed with "es". */
const SIBILANTS = ["s", "x", "z", "ch", "sh"];

export function stem(word: string): string {
  return word.length <= 3 ? word : withoutEnding(withoutPlural(word));
}

function withoutPlural(word: string): string {
  if (!word.endsWith("s") || word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) return word;
  if (!word.endsWith("es")) return word.slice(0, -1);
  if (word.endsWith("ies")) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  const root = word.slice(0, -2);
  return SIBILANTS.some((ending) => root.endsWith(ending)) ? root : word.slice(0, -1);
}

function withoutEnding(word: string): string {
  for (const ending of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const root = word.slice(0, -ending.length);
    if (root.length >= 3 && VOWEL.test(root)) return mended(root, ending);
  }
  return word.endsWith("e") && word.length > 4 ? word.slice(0, -1) : word;
}

/** "stopp" was "stop", "mak" and "make" must agree, so a final e is dropped everywhere. */
function mended(root: string, ending: string): string {
  const last = root.at(-1) ?? "";
  if (ending !== "ly" && last === root.at(-2) && !"aeioulsz".includes(last)) return root.slice(0, -1);
  return root.endsWith("e") && root.length > 4 ? root.slice(0, -1) : root;
}
