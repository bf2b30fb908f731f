/** Whether the text before a pronoun says who it stands for, and of what gender. */
import { words } from "#lib/guards/bias/lexicon/phrases";
import type { Word } from "#lib/guards/bias/neutral/edit";

const MASCULINE = new Set(
  words(
    "man boy father dad brother son husband boyfriend uncle grandfather gentleman king prince mr sir male guy actor nephew duke monk",
  ),
);
const FEMININE = new Set(
  words(
    "woman girl mother mom mum sister daughter wife girlfriend aunt grandmother lady queen princess mrs ms miss female actress niece duchess nun pregnant",
  ),
);
/** How far back a pronoun looks for whom it stands for, in UTF-16 units. */
const LOOK_BACK = 300;
/** A capitalised word inside a sentence, followed by no other sign of being a title or place. */
const NAME =
  /(?<=[\p{Ll},;]["’”']? )(?!I\b|I['’]|English|German|French|Spanish|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December|CPR|CEO)\p{Lu}\p{Ll}+/u;
/** A capitalised word that opens a sentence and does something. */
const OPENING_NAME =
  /^(?!(?:The|A|An|If|When|While|Each|Every|Everyone|Someone|Somebody|Anyone|Anybody|Nobody|This|That|These|Those|Any|No|Some|My|Our|Your|Their|Its|It|We|You|They|He|She|His|Her|Ask|Tell|Before|After|Since|Because|As|In|On|At|For|With|To|By|From|Once|Although|Though|But|And|Or|So|Then|What|Who|Why|How|Where|Whether|Unless|Until|Is|Was|Does|Has|Did|Can|Will|Would|Should|Could|Please|Not|Neither|Only|Most|Many|All|Both|One|Another|Whoever|Although|Let|Yes|Today|Yesterday|Tomorrow)\b)\p{Lu}\p{Ll}{2,} (?:is|was|has|had|said|says|told|asked|went|lost|got|took|made|wrote|works|worked|loves?|likes?|thinks?|thought|wants?|wanted|left|came|gave|bought|called|and|knew|felt|brought|finished|started|needs?|needed|lives?|lived|can|will|did|does|forgot|found|saw|met|won)\b/u;
/** Longest verb that shows an opening word to be a name, with the space before and the boundary after it. */
const VERB_REACH = 12;

/** Reads the words of a text from left to right and remembers who was named last. */
export class Antecedents {
  readonly #text: string;
  #masculine = Number.NEGATIVE_INFINITY;
  #feminine = Number.NEGATIVE_INFINITY;
  #name = Number.NEGATIVE_INFINITY;

  constructor(text: string) {
    this.#text = text;
  }

  read(word: Word, before: Word | undefined): void {
    const bare = word.lower.endsWith("'s") ? word.lower.slice(0, -2) : word.lower;
    if (MASCULINE.has(bare)) this.#masculine = word.start;
    if (FEMININE.has(bare)) this.#feminine = word.start;
    if (word.text !== word.lower && this.#isName(word, before)) this.#name = word.start;
  }

  /** @param pronoun after the words read so far. */
  hasGender(pronoun: Word): boolean {
    const noun = /^(?:she|her)/.test(pronoun.lower) ? this.#feminine : this.#masculine;
    return Math.max(noun, this.#name) >= pronoun.start - LOOK_BACK;
  }

  #isName(word: Word, before: Word | undefined): boolean {
    if (NAME.test(this.#text.slice(Math.max(0, word.start - 3), word.end))) return true;
    const gap = this.#text.slice(before?.end ?? 0, word.start);
    const opens = word.start === 0 || /[.!?]\s+$/.test(gap.slice(-LOOK_BACK));
    return opens && OPENING_NAME.test(this.#text.slice(word.start, word.end + VERB_REACH));
  }
}
