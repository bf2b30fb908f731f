/** Neutral rewriting with the fewest edits; spans point into the original text. */
import { inOrder, type TextEdit, withArticles } from "#lib/guards/bias/neutral/edit";
import { pronounEdits } from "#lib/guards/bias/neutral/pronouns";
import { termEdits } from "#lib/guards/bias/neutral/terms";
import type { MitigationLevel } from "#lib/guards/bias/schema";

export { applyEdits } from "#lib/guards/bias/neutral/edit";

export function neutralEdits(text: string, level: MitigationLevel): TextEdit[] {
  const pronouns = level === "low" ? [] : pronounEdits(text, level === "aggressive");
  return inOrder(withArticles(text, inOrder([...termEdits(text, level), ...pronouns])));
}
