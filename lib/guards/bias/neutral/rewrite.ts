/** Neutral rewriting with the fewest edits; spans point into the original text. */
import { AGREEMENT } from "#lib/guards/bias/neutral/agreement";
import { inOrder, type TextEdit, withArticles } from "#lib/guards/bias/neutral/edit";
import { pronounEdits } from "#lib/guards/bias/neutral/pronouns";
import { termEdits } from "#lib/guards/bias/neutral/terms";
import { agreesWithThey } from "#lib/guards/bias/neutral/verbs";
import type { MitigationLevel } from "#lib/guards/bias/schema";

export { applyEdits } from "#lib/guards/bias/neutral/edit";

export function neutralEdits(text: string, level: MitigationLevel): TextEdit[] {
  const pronouns = level === "low" ? [] : pronounEdits(text, level === "aggressive");
  const verbs = new Set(pronouns.filter(({ reason }) => reason === AGREEMENT).map(({ start }) => start));
  const terms = termEdits(text, level).map((edit) => (verbs.has(edit.start) ? agreeing(edit) : edit));
  return inOrder(withArticles(text, inOrder([...terms, ...pronouns])));
}

/** "he suffers from" → "they have": the term is the verb of a pronoun that is now plural. */
function agreeing(term: TextEdit): TextEdit {
  const [verb = "", ...rest] = term.to.split(" ");
  const plural = agreesWithThey(verb);
  return plural === null ? term : { ...term, to: [plural, ...rest].join(" ") };
}
