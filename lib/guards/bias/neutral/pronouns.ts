/**
 * He and she become they, with the verb, the possessive and the reflexive in agreement. A pronoun keeps its
 * gender when the text names a person of that gender, unless `everywhere` is asked for.
 */
import { inCaseOf, type TextEdit } from "#lib/guards/bias/neutral/edit";
import { AUXILIARIES, agreesWithThey, contraction, isAdverb, isCoordinatedVerb } from "#lib/guards/bias/neutral/verbs";

interface Word {
  text: string;
  lower: string;
  start: number;
  end: number;
}

const WORD = /\p{L}+(?:['’]\p{L}+)*/gu;
const PAIRED: readonly (readonly [RegExp, string])[] = [
  [/\b(?:he or she|she or he|he\/she|she\/he|s\/he|\(s\)he)(?![\p{L}'’])/giu, "they"],
  [/\b(?:him or her|her or him|him\/her|her\/him)(?![\p{L}/])/giu, "them"],
  [/\b(?:his or her|her or his|his\/her|her\/his)(?![\p{L}/])/giu, "their"],
  [/\b(?:his or hers|his\/hers)(?![\p{L}/])/giu, "theirs"],
  [/\b(?:himself or herself|herself or himself|himself\/herself|him- or herself)(?![\p{L}/])/giu, "themselves"],
];
const REASON = "Does not assume a gender.";
const AGREEMENT = "Agrees with “they”.";

export function pronounEdits(text: string, everywhere: boolean): TextEdit[] {
  const words = Array.from(text.matchAll(WORD), (match) => wordOf(match[0], match.index));
  const paired = pairedPronouns(text);
  const edits = paired.flatMap((edit) => [edit, ...verbAfter(text, words, firstAfter(words, edit.end), edit.to)]);
  const covered = new Set(
    paired.flatMap((edit) =>
      [0, 1, 2]
        .map((step) => firstAfter(words, edit.start) + step)
        .filter((at) => (words[at]?.end ?? edit.end + 1) <= edit.end),
    ),
  );
  for (const [index, word] of words.entries()) {
    if (covered.has(index)) continue;
    const to = replacement(text, words, index);
    if (to === null || (!everywhere && hasGender(text, words, index))) continue;
    edits.push(edit(word, to, REASON));
    if (/^they$/i.test(to)) edits.push(...agreement(text, words, index));
  }
  return edits;
}

function wordOf(text: string, start: number): Word {
  return { text, lower: text.toLowerCase().replaceAll("’", "'"), start, end: start + text.length };
}

function edit(word: Word, to: string, reason: string): TextEdit {
  return { start: word.start, end: word.end, from: word.text, to: inCaseOf(word.text, to), reason };
}

function pairedPronouns(text: string): TextEdit[] {
  return PAIRED.flatMap(([pattern, to]) =>
    Array.from(text.matchAll(pattern), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      from: match[0],
      to: /^[HS]/.test(match[0]) && match[0] !== match[0].toUpperCase() ? to.charAt(0).toUpperCase() + to.slice(1) : to,
      reason: REASON,
    })),
  );
}

function firstAfter(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function replacement(text: string, words: readonly Word[], index: number): string | null {
  const word = words[index]?.lower ?? "";
  const next = words[index + 1];
  switch (word) {
    case "he":
    case "she":
      return "they";
    case "him":
      return "them";
    case "himself":
    case "herself":
      return "themselves";
    case "hers":
      return "theirs";
    case "his":
      return isPossessive(text, words, index) ? "their" : "theirs";
    case "her":
      return isPossessive(text, words, index) ? "their" : "them";
    case "he's":
    case "she's":
      return contraction(next?.lower ?? "");
    case "he'll":
    case "she'll":
      return "they'll";
    case "he'd":
    case "she'd":
      return "they'd";
    default:
      return null;
  }
}

/** Words that cannot open a noun phrase: "her" before one of them is an object, "his" stands alone. */
const NOT_A_NOUN = new Set(
  `to that about when while because if and or but the a an at in on of for from with by as is was were are be will would
  should could can may might must so than then before after until since who what which where how why this these those
  into onto over under through during without within against between up down out off back away again too very not
  never always yesterday today tomorrow tonight now soon later here there he she they it we you i him them us me
  upon until unless though although whether via per had has have did does do said`.split(/\s+/),
);
/** After these "her" may be followed by a bare verb: "helped her find". */
const CAUSATIVE = /^(?:let|lets|make|makes|made|help|helps|helped|saw|see|hear|heard|have|had|watch|watched)$/;
const BARE_VERBS = new Set(
  `find get go do make take give come see know think understand learn leave choose decide win lose pay eat feel speak
  talk walk run drive move stay become complete prepare finish apply grow improve navigate realize realise`.split(
    /\s+/,
  ),
);

function isPossessive(text: string, words: readonly Word[], index: number): boolean {
  const word = words[index];
  const next = words[index + 1];
  if (word === undefined || next === undefined || !/^[ \t\n]+["“']?$/.test(text.slice(word.end, next.start)))
    return false;
  if (NOT_A_NOUN.has(next.lower)) return next.lower === "back" && word.lower === "his";
  return !(CAUSATIVE.test(words[index - 1]?.lower ?? "") && BARE_VERBS.has(next.lower));
}

/** The verb after "they", and the auxiliary before it in a question. */
function agreement(text: string, words: readonly Word[], index: number): TextEdit[] {
  const before = words[index - 1];
  const inverted = before !== undefined && AUXILIARIES.has(before.lower) && opensQuestion(text, words, index - 1);
  if (inverted) return [edit(before, agreesWithThey(before.lower) ?? before.lower, AGREEMENT)];
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

function verbAfter(text: string, words: readonly Word[], from: number, pronoun: string): TextEdit[] {
  if (!/^they$/i.test(pronoun)) return [];
  let at = from;
  while (at < from + 3 && isAdverb(words[at]?.lower ?? "") && !breaks(text, words, at)) at += 1;
  const verb = words[at];
  if (verb === undefined || clauseEnds(text, words, at)) return [];
  const to = agreesWithThey(verb.lower);
  if (to === null) return coordinated(text, words, at, verb);
  return [edit(verb, to, AGREEMENT), ...coordinated(text, words, at, verb)];
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
    if (to !== null) edits.push(edit(word, to, AGREEMENT));
  }
  return edits;
}

/** An article or pronoun right behind it shows a word in -s to be a verb. */
function takesObject(next: Word | undefined): boolean {
  return /^(?:a|an|the|his|her|their|my|our|your|it|them|him|us)$/.test(next?.lower ?? "");
}

const MASCULINE =
  /\b(?:man|boy|father|dad|brother|son|husband|boyfriend|uncle|grandfather|gentleman|king|prince|mr|sir|male|guy|actor|nephew|duke|monk)\b\.?/iu;
const FEMININE =
  /\b(?:woman|girl|mother|mom|mum|sister|daughter|wife|girlfriend|aunt|grandmother|lady|queen|princess|mrs|ms|miss|female|actress|niece|duchess|nun|pregnant)\b\.?/iu;
const LOOK_BACK = 300;
/** A capitalised word inside a sentence, followed by no other sign of being a title or place. */
const NAME =
  /(?<=[\p{Ll},;]["’”']? )(?!I\b|I['’]|English|German|French|Spanish|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December|CPR|CEO)\p{Lu}\p{Ll}+/u;
const OPENING_NAME =
  /(?:^|[.!?]\s+)(?!(?:The|A|An|If|When|While|Each|Every|Everyone|Someone|Somebody|Anyone|Anybody|Nobody|This|That|These|Those|Any|No|Some|My|Our|Your|Their|Its|It|We|You|They|He|She|His|Her|Ask|Tell|Before|After|Since|Because|As|In|On|At|For|With|To|By|From|Once|Although|Though|But|And|Or|So|Then|What|Who|Why|How|Where|Whether|Unless|Until|Is|Was|Does|Has|Did|Can|Will|Would|Should|Could|Please|Not|Neither|Only|Most|Many|All|Both|One|Another|Whoever|Although|Let|Yes|Today|Yesterday|Tomorrow)\b)\p{Lu}\p{Ll}{2,} (?:is|was|has|had|said|says|told|asked|went|lost|got|took|made|wrote|works|worked|loves?|likes?|thinks?|thought|wants?|wanted|left|came|gave|bought|called|and|knew|felt|brought|finished|started|needs?|needed|lives?|lived|can|will|did|does|forgot|found|saw|met|won)\b/u;

/** Whether the text before a pronoun says who it stands for, and of what gender. */
function hasGender(text: string, words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined) return false;
  const before = text.slice(Math.max(0, word.start - LOOK_BACK), word.start);
  const nouns = /^(?:she|her)/.test(word.lower) ? FEMININE : MASCULINE;
  return nouns.test(before) || NAME.test(before) || OPENING_NAME.test(before);
}
