/** Small replacements in a text: their case, their order, their application. */
export interface TextEdit {
  /** UTF-16 offsets into the original, half-open. */
  start: number;
  end: number;
  from: string;
  to: string;
  reason: string;
}

/** A word of the text, as written and in lower case with a straight apostrophe. */
export interface Word {
  text: string;
  lower: string;
  start: number;
  end: number;
}

export function editOf(word: Word, to: string, reason: string): TextEdit {
  return { start: word.start, end: word.end, from: word.text, to: inCaseOf(word.text, to), reason };
}

/** "HE" → "THEY", "He" → "They", "he" → "they"; "I" alone counts as capitalised. */
export function inCaseOf(from: string, to: string): string {
  if (from.length > 1 && from === from.toUpperCase() && from !== from.toLowerCase()) return to.toUpperCase();
  return /^\p{Lu}/u.test(from) ? to.charAt(0).toUpperCase() + to.slice(1) : to;
}

/** In order, without overlaps: the earlier one wins, of two at one place the longer. */
export function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  const sorted = [...edits].sort((left, right) => left.start - right.start || right.end - left.end);
  const kept: TextEdit[] = [];
  for (const edit of sorted) if (edit.start >= (kept.at(-1)?.end ?? 0) && edit.from !== edit.to) kept.push(edit);
  return kept;
}

/** Makes "a" and "an" fit the word that now follows them. */
export function withArticles(text: string, edits: readonly TextEdit[]): TextEdit[] {
  return edits.map((edit) => {
    const [article] = /(?<![\p{L}\p{N}'’])an? $/iu.exec(text.slice(Math.max(0, edit.start - 4), edit.start)) ?? [];
    if (article === undefined) return edit;
    const fitting = startsWithVowelSound(edit.to) ? "an" : "a";
    if (article.trim().toLowerCase() === fitting) return edit;
    const start = edit.start - article.length;
    const to = `${inCaseOf(article.trim().length === 1 ? article.trim() : article, fitting)} ${edit.to}`;
    return { ...edit, start, from: article + edit.from, to };
  });
}

function startsWithVowelSound(word: string): boolean {
  return /^(?:[aeio]|u(?!n[ia]|s[ei])|honou?r|heir|hour)/i.test(word);
}

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.to;
    at = edit.end;
  }
  return result + text.slice(at);
}
