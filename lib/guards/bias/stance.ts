/**
 * Who says it, and do they mean it? Words quoted, reported, denied, asked about or counted with a source
 * are not the writer's own judgement of a group.
 */
import type { Piece } from "#lib/guards/text/words";

export type Stance = "asserted" | "quoted" | "reported" | "countered" | "asked" | "measured";

/** How much of an assertion's weight is left. */
export const WEIGHT: Readonly<Record<Stance, number>> = {
  asserted: 1,
  asked: 0.55,
  quoted: 0.3,
  measured: 0.3,
  reported: 0.25,
  countered: 0.1,
};

const COUNTER =
  /\b(?:myths?|stereotyp\w{0,8}|misconceptions?|false(?:ly)?|untrue|not true|isn't true|nonsense|racis[tm]|sexis[tm]|misogyn\w{0,6}|bigot(?:ed|ry|s)?|homophobi[ac]|transphobi[ac]|islamophobi[ac]|xenophobi[ac]|antisemiti\w{1,4}|ableis[tm]|ageis[tm]|prejudic\w{1,6}|discriminat\w{2,6}|offensive|hate speech|hateful|dehumani[sz]\w{2,5}|wrong to (?:say|think|claim|believe|assume|call)|(?:never|don't|do not|stop|shouldn't|should not) (?:say|call|claim|assume|generali[sz]e|believe|think|calling|saying|assuming|use the word|using the word)|slurs?|unfair(?:ly)?|rejects? the (?:idea|notion|claim)|as if|contrary to|equally|equal (?:rights|pay|treatment)|regardless of|debunk\w{0,3}|no evidence|harmful|condemn\w{0,3}|oppos(?:e|es|ed|ing)|sarcas\w{1,4})\b/iu;
const REPORT =
  /\b(?:(?:he|she|they|people|some|many|critics|bigots|nazis|trolls|men|characters?|posters?|extremists?|protesters|propaganda|politicians?|users?|speakers?|the (?:article|book|author|film|movie|novel|post|post|tweet|video|suspect|group|party|law|policy|regime)) (?:have |has |had |once |often |falsely |still |also )?(?:said|says?|claim(?:s|ed)?|believe[sd]?|argue[sd]?|think|thinks|thought|wrote|writes|posted|tweeted|shouted|yelled|called|calls?|alleged|insist(?:s|ed)?|implie[sd]|suggest(?:s|ed)?|portray(?:s|ed)?|depict(?:s|ed)?|assume[sd]?|told|chanted)|(?:the|this|that) (?:idea|belief|notion|claim|view|assumption|statement|phrase|sentence|trope|narrative|argument|word|term) (?:that|of)|so-called|allegedly|supposedly|accused of|seen as|perceived as|portrayed as|considered|regarded as|treated as|used to be called|translate|classify|sentence:)\b/iu;
const MEASURE =
  /(?:\d\s?%|\bper ?cent\b|\b(?:according to|census|survey(?:s|ed)?|stud(?:y|ies)|statistic(?:s|ally)?|researchers?|data (?:from|shows?|suggests?)|report(?:s|ed)? (?:by|from|that)|percentage|(?:more|less|times as) likely to|at (?:higher|greater|increased) risk|bureau of|underrepresented|overrepresented|on average)\b)/iu;

/** @param span of the hit, in the coordinates of the sentence's own text. */
export function stanceOf(sentence: Piece, span: { start: number; end: number }, whole: string): Stance {
  const text = sentence.text.replaceAll("’", "'");
  if (COUNTER.test(withoutHit(text, sentence, span))) return "countered";
  if (isQuoted(whole, span.start)) return "quoted";
  if (REPORT.test(text)) return "reported";
  if (MEASURE.test(text)) return "measured";
  return isOpenQuestion(text) ? "asked" : "asserted";
}

/** The statement itself must not excuse itself ("feminists are racist"). */
function withoutHit(text: string, sentence: Piece, span: { start: number; end: number }): string {
  return `${text.slice(0, span.start - sentence.start)} … ${text.slice(span.end - sentence.start)}`;
}

const QUOTES = /["“”]/g;
const QUOTE_REACH = 400;

/** Inside double quotes when an odd number of them opened since the paragraph began. */
function isQuoted(whole: string, at: number): boolean {
  const from = Math.max(whole.lastIndexOf("\n", at), at - QUOTE_REACH) + 1;
  const before = whole.slice(Math.max(0, from), at);
  return (before.match(QUOTES)?.length ?? 0) % 2 === 1;
}

/** "Why are women so bad at…" takes it for granted and is no open question. */
function isOpenQuestion(text: string): boolean {
  return text.endsWith("?") && !/^(?:why|how come)\b/i.test(text);
}
