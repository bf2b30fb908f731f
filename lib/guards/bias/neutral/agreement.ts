/** What must change beside a pronoun that becomes "they": its verb, the verbs joined to it, a question's auxiliary. */
import { editOf, type TextEdit, type Word } from "#lib/guards/bias/neutral/edit";
import { AUXILIARIES, agreesWithThey, isAdverb, isCoordinatedVerb } from "#lib/guards/bias/neutral/verbs";

export const AGREEMENT = "Agrees with “they”.";

/** The verb after "they", and the auxiliary before it in a question. */
export function agreement(text: string, words: readonly Word[], index: number): TextEdit[] {
  const before = words[index - 1];
  const inverted = before !== undefined && AUXILIARIES.has(before.lower) && opensQuestion(text, words, index - 1);
  if (inverted) return [editOf(before, agreesWithThey(before.lower) ?? before.lower, AGREEMENT)];
  return verbAfter(text, words, index + 1, "they");
}

/** "is he", "why does she", "nor was he": the auxiliary opens the clause. */
function opensQuestion(text: string, words: readonly Word[], index: number): boolean {
  const word = words[index];
  const before = words[index - 1];
  if (word === undefined || before === undefined) return true;
  const gap = text.slice(before.end, word.start);
  if (/[.!?,;:"“(\n]/.test(gap)) return true;
  return /^(?:who|what|when|where|why|how|which|nor|neither|so|never|rarely|only|and|but|or|much|many|often|long)$/.test(
    before.lower,
  );
}

export function verbAfter(text: string, words: readonly Word[], from: number, pronoun: string): TextEdit[] {
  if (!/^they$/i.test(pronoun)) return [];
  let at = from;
  while (at < from + 3 && isAdverb(words[at]?.lower ?? "") && !breaks(text, words, at)) at += 1;
  const verb = words[at];
  if (verb === undefined || clauseEnds(text, words, at)) return [];
  const to = agreesWithThey(verb.lower);
  if (to === null) return coordinated(text, words, at, verb);
  return [editOf(verb, to, AGREEMENT), ...coordinated(text, words, at, verb)];
}

function clauseEnds(text: string, words: readonly Word[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  return word === undefined || before === undefined || /[.!?;:\n]/.test(text.slice(before.end, word.start));
}

function breaks(text: string, words: readonly Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  return word === undefined || next === undefined || /[.!?;:\n]/.test(text.slice(word.end, next.start));
}

const REACH = 14;
const JOINED = /^(?:and|or|but|then)$/;
const NEW_SUBJECT = /^(?:who|which|that|he|she|it|they|we|you|i|because|if|when|while|where|as|since|although|whose)$/;

/** "they work hard and earn": verbs joined to the first, up to where another subject may begin. */
function coordinated(text: string, words: readonly Word[], at: number, verb: Word): TextEdit[] {
  const edits: TextEdit[] = [];
  const present = agreesWithThey(verb.lower) !== null && verb.lower !== "was" && verb.lower !== "wasn't";
  for (let next = at + 1; next < at + REACH && next < words.length && !clauseEnds(text, words, next); next += 1) {
    const word = words[next];
    if (word === undefined || NEW_SUBJECT.test(word.lower)) break;
    let joint = next - 1;
    while (joint > at && isAdverb(words[joint]?.lower ?? "")) joint -= 1;
    if (!JOINED.test(words[joint]?.lower ?? "")) continue;
    const to =
      AUXILIARIES.has(word.lower) || (present && (isCoordinatedVerb(word.lower) || takesObject(words[next + 1])))
        ? agreesWithThey(word.lower)
        : null;
    if (to !== null) edits.push(editOf(word, to, AGREEMENT));
  }
  return edits;
}

/** An article or pronoun right behind it shows a word in -s to be a verb. */
function takesObject(next: Word | undefined): boolean {
  return /^(?:a|an|the|his|her|their|my|our|your|it|them|him|us)$/.test(next?.lower ?? "");
}
