/** Sentences of a document that speak to an assistant: where they begin and end. */
import type { Sentence } from "#lib/guards/security/injection/model/request-features";
import type { HashedWords } from "#lib/guards/text/hashed-words";

const MIN_WORDS = 3;
const BREAK = /[.!?。！？](?=[\s"'”’)\]]|$)|\n|\s\|\s|:\s*```/g;

/** Cut at full stops, line ends and the cells of tables. */
export function sentencesOf(text: string, words: HashedWords): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  const close = (end: number) => {
    if (end - first >= MIN_WORDS) sentences.push({ first, end });
    first = end;
  };
  for (const match of text.matchAll(BREAK)) {
    let end = first;
    const limit = match.index + (match[0] === "\n" ? 0 : 1);
    while (end < words.starts.length && (words.starts[end] ?? 0) < limit) end += 1;
    close(end);
  }
  close(words.hashes.length);
  return sentences;
}
