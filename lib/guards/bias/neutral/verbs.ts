/** English verbs after "they": the form without the third person's -s. */

const IRREGULAR: Readonly<Record<string, string>> = {
  is: "are",
  was: "were",
  has: "have",
  does: "do",
  goes: "go",
  "isn't": "aren't",
  "wasn't": "weren't",
  "hasn't": "haven't",
  "doesn't": "don't",
  dies: "die",
  lies: "lie",
  ties: "tie",
  vies: "vie",
  focuses: "focus",
  biases: "bias",
  canvases: "canvas",
  gases: "gas",
  quizzes: "quiz",
};
/** Forms of be, have and do, which agree wherever they stand. */
export const AUXILIARIES: ReadonlySet<string> = new Set("is was has does isn't wasn't hasn't doesn't".split(" "));
/** Ends in -s and is no verb in the third person. */
const NO_VERBS = new Set(
  `always sometimes perhaps besides nowadays afterwards thus this his hers its us as yes plus across towards is
  was has less unless else previous various serious famous curious nervous anxious obvious jealous generous numerous
  ours theirs yours whose himself does news series alas indoors outdoors upstairs downstairs overseas else`.split(
    /\s+/,
  ),
);
/** Third-person verbs that are seldom plural nouns: safe to change after "and". */
const COORDINATED = new Set(
  `asks becomes begins believes brings builds buys calls carries chooses comes creates decides develops does eats
  enjoys ensures explains feels finds finishes follows gets gives goes grows handles has hears helps holds is keeps
  knows learns leaves likes listens lives loses loves maintains makes manages meets needs offers opens oversees owns
  pays performs picks prefers prepares presents produces provides puts reads receives remembers reports returns says
  seems sees sells sends serves shares sings sits sleeps speaks spends stands starts stays stops supervises takes
  talks teaches tells thinks tries turns understands uses visits waits walks wants was wears wins works writes`.split(
    /\s+/,
  ),
);

export function agreesWithThey(verb: string): string | null {
  const lower = verb.toLowerCase();
  const irregular = IRREGULAR[lower];
  if (irregular !== undefined) return irregular;
  if (!/[a-z]{2}s$/.test(lower) || /(?:ss|us|'s)$/.test(lower) || NO_VERBS.has(lower)) return null;
  if (/[^aeiou]ies$/.test(lower)) return `${verb.slice(0, -3)}y`;
  if (/(?:sses|shes|ches|xes|zzes|oes)$/.test(lower)) return verb.slice(0, -2);
  return verb.slice(0, -1);
}

export function isCoordinatedVerb(verb: string): boolean {
  return COORDINATED.has(verb.toLowerCase());
}

const PARTICIPLES = new Set(
  `been had got gotten gone done seen taken made become come known given written chosen spoken begun grown left lost
  won found held kept met paid said sold sent spent taught thought told understood brought bought built caught felt
  heard led read run sat slept stood worn worked lived started finished decided asked received`.split(/\s+/),
);

/** "he's been" is he has, "he's late" is he is. */
export function contraction(next: string): "they're" | "they've" {
  return PARTICIPLES.has(next.toLowerCase()) ? "they've" : "they're";
}

const ADVERBS = new Set(
  `also never always just still often soon probably already even ever sometimes usually rarely seldom now then only
  perhaps maybe almost nearly rather quite simply truly both later once again therefore thus instead not
  nevertheless not`.split(/\s+/),
);

export function isAdverb(word: string): boolean {
  return (
    ADVERBS.has(word) ||
    (word.length > 4 &&
      /[a-z]ly$/.test(word) &&
      !/^(?:apply|rely|reply|supply|comply|imply|multiply|family)$/.test(word))
  );
}
