/** Splits an answer into the statements that can be true or false. */
import { splitSentences } from "#lib/guards/text/words";

export interface ClaimPlace {
  text: string;
  start: number;
  end: number;
}

/** Talk about the conversation, not about the world. */
const META =
  /^(?:sure|certainly|of course|absolutely|great question|good question|thanks?|thank you|hello|hi|hey|yes|no|ok(?:ay)?|you'?re welcome|here(?:'s| is| are)|let me know|i hope|i'?m sorry|sorry|please|feel free|in summary|in conclusion|based on the (?:context|sources?|documents?|information))\b[^.!?]{0,40}[.!?:,]*$/i;
/** Statements compared per message; the rest is left out with a warning. */
export const MAX_CLAIMS = 300;

export function splitClaims(answer: string): ClaimPlace[] {
  return splitSentences(withoutCode(answer))
    .flatMap(splitClauses)
    .map((place) => ({ ...place, text: answer.slice(place.start, place.end) }))
    .filter(isStatement)
    .slice(0, MAX_CLAIMS);
}

/** Code states nothing; blanked so that offsets stay. */
function withoutCode(answer: string): string {
  return answer.replace(/```[^`]{0,20000}(?:```|$)/g, (code) => code.replace(/[^\n]/g, " "));
}

/** A semicolon parts two statements. */
function splitClauses(sentence: ClaimPlace): ClaimPlace[] {
  let start = sentence.start;
  return sentence.text.split(/(?<=;\s)/).map((text) => {
    const lead = /^(?:[-*•>#]+|\d+[.)])?\s*/.exec(text)?.[0].length ?? 0;
    const place = { text, start: start + lead, end: start + text.trimEnd().length };
    start += text.length;
    return place;
  });
}

function isStatement({ text }: ClaimPlace): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return false;
  return !text.trimEnd().endsWith("?") && !META.test(text.trim());
}
