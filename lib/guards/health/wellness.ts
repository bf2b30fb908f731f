/** Signs of distress in what somebody writes about themselves, and of a crisis among them. */
import type { ToxicityCategory } from "#lib/guards/health/schema";
import { type Piece, splitSentences } from "#lib/guards/text/words";

export type Indicator = "stress" | "anxiety" | "depression" | "self_harm";

export interface Sign {
  indicator: Indicator;
  score: number;
  start: number;
  end: number;
}

interface Cue {
  indicator: Indicator;
  score: number;
  pattern: RegExp;
}

const SELF = "(?:i|i'm|im|i've|ive|me|my|myself|ich|mich|je|quiero|quisiera)";
const cue = (indicator: Indicator, score: number, source: string): Cue => ({
  indicator,
  score,
  pattern: new RegExp(`(?<![\\p{L}'])(?:${source})(?![\\p{L}])`, "giu"),
});

const CUES: readonly Cue[] = [
  cue(
    "self_harm",
    0.95,
    "(?:i|i'm|im) (?:really |just |so |still |do |often |sometimes |think i |also ){0,3}(?:want|wanna|going|gonna|plan|planning|intend|ready|need|about|tempted|thinking (?:about|of)) ?(?:to )?(?:kill|killing|hang|hanging|shoot|shooting|drown|hurt|hurting|cut|cutting|harm|harming) myself",
  ),
  cue(
    "self_harm",
    0.95,
    "(?:kill|killing|hang|hanging|end|ending|take|taking) (?:myself|my (?:own )?life|it all)(?! (?:laughing|with (?:this|the) (?:workout|deadlines?)))",
  ),
  cue(
    "self_harm",
    0.9,
    "(?:i|i'd|id|i'll) (?:really |just |honestly |kind of |would |do ){0,3}(?:want|wish|rather|like|hope) (?:to )?(?:die|be dead|not (?:be here|exist|be alive|wake up)|never wake up|disappear forever|i (?:was|were) (?:dead|never born)|i could (?:die|just die|disappear))(?! (?:of|from|for|laughing|to (?:see|know|have|try|get|go)))",
  ),
  cue(
    "self_harm",
    0.9,
    "(?:i (?:don't|do not|dont|no longer) want to (?:live|be alive|be here|exist|wake up|go on)(?: any ?more)?|(?:i'm|im|i am|feeling|feel) suicidal|suicidal thoughts|thoughts of suicide|thinking (?:about|of) suicide|commit(?:ting)? suicide|(?:no|any) reason (?:left )?(?:to live|for living)|better off (?:without me|if i (?:was|were) (?:dead|gone))|better off dead|can't go on (?:living|like this|any ?more)|(?:wrote|writing|write) (?:a|my) (?:suicide note|goodbye (?:note|letter)s?)|tired of (?:living|being alive)|ready to end (?:it|things))",
  ),
  cue(
    "self_harm",
    0.85,
    "i (?:have (?:been|started) |started |keep |was |am |still )?(?:cut(?:ting)?|burn(?:ing)?|harm(?:ing)?|hurt(?:ing)?|starv(?:e|ing)) (?:myself|my (?:arms?|wrists?|legs?|skin))(?! (?:shaving|cooking|while (?:cooking|shaving|chopping)|on (?:a|the|some) (?:knife|glass|stove|oven|paper)|by accident|accidentally))",
  ),
  cue(
    "self_harm",
    0.85,
    "(?:overdos(?:e|ing) on|swallow(?:ed)? (?:all|a bottle of|a whole bottle of)|took (?:all|too many|a whole bottle) (?:of )?(?:my|the)?) ?(?:my |the )?(?:pills|meds|medication|tablets|sleeping pills)",
  ),
  cue(
    "self_harm",
    0.8,
    "ich will (?:nicht mehr leben|sterben|mich umbringen)|je veux (?:mourir|me tuer|en finir)|quiero (?:morir(?:me)?|matarme|suicidarme)|no quiero vivir(?: más)?|je n'ai plus envie de vivre|mich (?:selbst )?umbringen|selbstmordgedanken",
  ),
  cue(
    "depression",
    0.7,
    `(?:i (?:feel|am|'m)|i'm|im|i've been(?: feeling)?|feeling) (?:so |very |really |completely |totally |always |just |utterly ){0,2}(?:hopeless|worthless|empty(?: inside)?|numb|depressed|like a burden|like a failure|dead inside|broken|useless)`,
  ),
  cue(
    "depression",
    0.6,
    "(?:nothing (?:matters|brings me joy|makes me happy)(?: any ?more)?|can't get out of bed|cry(?:ing)? (?:myself to sleep|every (?:day|night))|hate my(?:self| life)|no one (?:cares about me|would (?:care|miss me|notice))|nobody (?:cares about me|would (?:care|miss me|notice))|lost (?:all )?interest in everything|(?:i'm|i am|im|feel) so (?:alone|lonely)|don't see the point(?: any ?more)?)",
  ),
  cue(
    "anxiety",
    0.6,
    "(?:panic attacks?|(?:i'm|i am|im|feel|feeling|been) (?:so |very |really |constantly |always |extremely ){0,2}(?:anxious|terrified|panicking|on edge)|can't stop (?:worrying|shaking|overthinking)|(?:my )?anxiety (?:is|has been|keeps|won't)|can't breathe when|heart (?:is|keeps|was) racing|constant(?:ly)? (?:worry(?:ing)?|dread))",
  ),
  cue(
    "stress",
    0.6,
    "(?:(?:i'm|i am|im|feel|feeling|been) (?:so |very |really |completely |totally |just |extremely |pretty ){0,2}(?:stressed(?: out)?|overwhelmed|burn(?:ed|t) out|exhausted|drained|swamped|overworked)|burnout|too much pressure|under (?:so much|a lot of|huge|constant) (?:stress|pressure)|can't (?:cope|keep up|handle (?:this|it))(?: any ?more)?|haven't slept (?:in|for) (?:days|weeks)|breaking point)",
  ),
];

/** Research, news, fiction, prevention: text about suffering, not from it. */
const ABOUT =
  /\b(?:according to|stud(?:y|ies)|research(?:ers)?|patients?|prevention|hotline|statistics|rates?|article|novel|character|protagonist|movie|film|song|lyrics?|album|chapter|poem|quote|essay|in the (?:book|story|scene)|translate|symptoms|clinical|diagnos\w{2,4}|awareness|training|policy|survey|history|court|police|reported|died by|headline|phrase|word|sentence|classif\w{2,5}|detect\w{0,4})\b/iu;
const FIRST_PERSON = new RegExp(`(?<![\\p{L}])${SELF}(?![\\p{L}])`, "iu");
const HYPERBOLE =
  /\b(?:lol|lmao|rofl|haha\w{0,20}|😂|🤣|joke|joking|kidding|so (?:funny|cute|bored)|embarrass\w{1,6}|deadline|homework|monday|traffic|exam|this (?:game|song|meeting|show|code|bug|weather)|dying to|to die for|dead tired|killing me softly)\b|[😂🤣]/iu;
const NEGATED =
  /\b(?:not|never|don't|do not|wasn't|isn't|no longer|used to|didn't|would never|wouldn't)(?: \w{1,12}){0,2} ?$/iu;

/** The score from which self-harm counts as a crisis. */
export const CRISIS = 0.7;

export function findSigns(text: string): Sign[] {
  const plain = text.replaceAll("’", "'");
  return splitSentences(plain).flatMap((sentence) => signsIn(sentence, plain));
}

/** Something of every cue: what holds none of these needs no closer look. */
const HINT =
  /kill|hang|shoot|better off|burden|burn|drown|hurt|cut|harm|end|tak|die|dead|exist|wak|liv|born|disappear|suicid|reason|go on|goodbye|burn|starv|overdos|swallow|took|leben|sterben|umbring|mourir|tuer|finir|morir|matar|selbstmord|hopeless|worthless|empty|numb|depress|failure|broken|useless|matters|joy|happy|bed|cry|hate my|cares|would care|miss me|notice|interest|alone|lonely|point|panic|anxi|terrif|edge|worry|shaking|breathe|heart|dread|stress|exhaust|drained|swamped|over|pressure|cope|keep up|handle|slept/i;

function signsIn(sentence: Piece, whole: string): Sign[] {
  if (!HINT.test(sentence.text)) return [];
  return CUES.flatMap(({ indicator, score, pattern }) =>
    Array.from(sentence.text.matchAll(pattern), (match) => {
      const start = sentence.start + match.index;
      return {
        indicator,
        score: score * weightOf(sentence.text, match.index, match[0], whole, start),
        start,
        end: start + match[0].length,
      };
    }),
  ).filter((sign) => sign.score >= 0.1);
}

function weightOf(sentence: string, at: number, found: string, whole: string, start: number): number {
  const quoted = (whole.slice(Math.max(0, start - 300), start).match(/["“”]/g)?.length ?? 0) % 2 === 1;
  if (NEGATED.test(sentence.slice(Math.max(0, at - 40), at))) return 0.2;
  if (quoted || ABOUT.test(sentence.replace(found, ""))) return 0.3;
  if (!FIRST_PERSON.test(sentence)) return /^(?:suicid|commit|thoughts|kill|end)/i.test(found) ? 0.4 : 0.8;
  return HYPERBOLE.test(sentence) ? 0.4 : 1;
}

/** Highest score of each indicator. */
export function indicatorsOf(signs: readonly Sign[]): Record<Indicator, number> {
  const best: Record<Indicator, number> = { stress: 0, anxiety: 0, depression: 0, self_harm: 0 };
  for (const { indicator, score } of signs) best[indicator] = Math.max(best[indicator], score);
  return best;
}

/** Urging others to harm themselves is toxic; being in need is not. */
const URGED =
  /(?<![\p{L}])(?:kill yourself|kys|go (?:and )?(?:die|hang yourself|kill yourself)|end your (?:own )?life|cut yourself|you should (?:just )?(?:die|kill yourself)|slit your wrists|drink bleach|neck yourself)(?![\p{L}])/giu;

export function findUrging(text: string): { category: ToxicityCategory; score: number; start: number; end: number }[] {
  return Array.from(text.matchAll(URGED), (match) => {
    const negated = NEGATED.test(text.slice(Math.max(0, match.index - 40), match.index));
    const score = negated ? 0.15 : 0.95;
    return { category: "self_harm" as const, score, start: match.index, end: match.index + match[0].length };
  });
}
