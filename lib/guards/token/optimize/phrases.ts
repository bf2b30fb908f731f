/** English wording that can go without changing what is said. Data only; see wording.ts for the use. */

export interface Phrase {
  from: string;
  to: string;
  technique: string;
}

const phrases = (technique: string, rows: readonly (readonly [from: string, to: string])[]): Phrase[] =>
  rows.map(([from, to]) => ({ from, to, technique }));
const dropped = (technique: string, list: string): Phrase[] =>
  list.split("|").map((from) => ({ from: from.trim(), to: "", technique }));

const POLITENESS = dropped(
  "politeness",
  `please|kindly|thank you so much in advance|thank you very much in advance|thanks so much in advance|thank you in advance
  |thanks in advance|thank you so much for your help|thank you very much for your help|thank you for your help
  |thanks for your help|thank you very much|thank you so much|thanks so much|thanks a lot|thank you|thanks|many thanks
  |i would be grateful if you could|i would really appreciate it if you could|i would appreciate it if you could
  |i'd really appreciate it if you could|i'd appreciate it if you could|i would like you to|i'd like you to|i want you to
  |i need you to|i was wondering if you could|i was hoping you could|i wonder if you could|would you be able to
  |would you be so kind as to|would you mind|could you please|can you please|would you please|will you please
  |could you kindly|if you could|if at all possible|if possible|sorry to bother you but|sorry to bother you
  |hope you are doing well|i hope you are doing well|i hope this message finds you well|i hope this email finds you well
  |i hope this finds you well|feel free to`.replace(/\n\s*/g, ""),
);

const FILLERS = dropped(
  "fillers",
  `basically|actually|literally|honestly|frankly|simply put|to put it simply|to be honest|to be perfectly honest|you know
  |i mean|as a matter of fact|in fact|at the end of the day|for all intents and purposes
  |needless to say|as you may know|as you might know|as you probably know|as we all know|as everyone knows
  |it is important to note that|it's important to note that|it is worth noting that|it's worth noting that
  |it is worth mentioning that|it should be noted that|it should be mentioned that|it is interesting to note that
  |please note that|note that|keep in mind that|bear in mind that|it is important to remember that|it is clear that
  |it is obvious that|it is well known that|the fact is that|the thing is that|the point is that
  |what i mean is that|in other words|that being said|having said that|with that being said|with that said
  |all things considered|by the way|for what it's worth|in terms of the fact that|as mentioned above|as mentioned earlier
  |as mentioned before|as stated above|as i said|as i mentioned|first and foremost|last but not least|let me tell you
  |i would like to say that|i would like to point out that|i want to say that|in this context|in this regard`.replace(
    /\n\s*/g,
    "",
  ),
);

const HEDGES = dropped(
  "hedges",
  `i think that|i think|i believe that|i believe|i feel that|i feel like|i guess that|i guess|i suppose that|i suppose
  |in my opinion|in my humble opinion|in my view|from my point of view|it seems to me that|it would seem that|it seems that
  |it appears that|more or less|sort of|kind of|as it were|so to speak|if you will`.replace(/\n\s*/g, ""),
);

const INTENSIFIERS = dropped(
  "intensifiers",
  `very|really|quite|rather|extremely|incredibly|absolutely|totally|completely|definitely|certainly|obviously|clearly
  |of course|simply|truly|particularly|especially|essentially|fundamentally|generally speaking|naturally|literally speaking
  |highly|greatly|thoroughly|remarkably|surprisingly|notably|undoubtedly`.replace(/\n\s*/g, ""),
);

/** Longer phrases that must not be taken for the shorter ones they begin with. */
const KEPT = phrases("kept", [
  ["rather than", "rather than"],
  ["would rather", "would rather"],
  ["not very", "not very"],
  ["a few", "a few"],
  ["a little", "a little"],
  ["of course not", "of course not"],
  ["thanks to", "thanks to"],
]);

const WORDY = phrases("wordy_phrases", [
  ["in order to", "to"],
  ["so as to", "to"],
  ["for the purpose of", "for"],
  ["with the aim of", "for"],
  ["due to the fact that", "because"],
  ["owing to the fact that", "because"],
  ["in view of the fact that", "because"],
  ["in light of the fact that", "because"],
  ["because of the fact that", "because"],
  ["despite the fact that", "although"],
  ["in spite of the fact that", "although"],
  ["regardless of the fact that", "although"],
  ["for the reason that", "because"],
  ["on account of", "because of"],
  ["as a result of", "from"],
  ["as a consequence of", "from"],
  ["at this point in time", "now"],
  ["at the present time", "now"],
  ["at that point in time", "then"],
  ["at the moment", "now"],
  ["in the near future", "soon"],
  ["in the event that", "if"],
  ["in case that", "if"],
  ["on the condition that", "if"],
  ["provided that", "if"],
  ["until such time as", "until"],
  ["during the course of", "during"],
  ["in the course of", "during"],
  ["in the process of", ""],
  ["in the vicinity of", "near"],
  ["in close proximity to", "near"],
  ["with regard to", "about"],
  ["with regards to", "about"],
  ["in regard to", "about"],
  ["in regards to", "about"],
  ["with respect to", "about"],
  ["in relation to", "about"],
  ["with reference to", "about"],
  ["in connection with", "about"],
  ["pertaining to", "about"],
  ["on the subject of", "about"],
  ["in terms of", "in"],
  ["by means of", "by"],
  ["by virtue of", "by"],
  ["in accordance with", "by"],
  ["in addition to", "besides"],
  ["in addition", "also"],
  ["in conjunction with", "with"],
  ["along with", "with"],
  ["together with", "with"],
  ["as well as", "and"],
  ["a large number of", "many"],
  ["a great number of", "many"],
  ["a significant number of", "many"],
  ["a wide range of", "many"],
  ["a wide variety of", "many"],
  ["a variety of", "various"],
  ["a number of", "several"],
  ["the majority of", "most"],
  ["a majority of", "most"],
  ["the vast majority of", "most"],
  ["a small number of", "few"],
  ["a great deal of", "much"],
  ["a lot of", "much"],
  ["lots of", "much"],
  ["each and every", "every"],
  ["any and all", "all"],
  ["is able to", "can"],
  ["are able to", "can"],
  ["was able to", "could"],
  ["were able to", "could"],
  ["has the ability to", "can"],
  ["have the ability to", "can"],
  ["has the capacity to", "can"],
  ["make use of", "use"],
  ["makes use of", "uses"],
  ["making use of", "using"],
  ["made use of", "used"],
  ["take into consideration", "consider"],
  ["take into account", "consider"],
  ["give consideration to", "consider"],
  ["come to the conclusion", "conclude"],
  ["came to the conclusion", "concluded"],
  ["make a decision", "decide"],
  ["made a decision", "decided"],
  ["conduct an investigation", "investigate"],
  ["provide assistance", "help"],
  ["is responsible for", "handles"],
  ["are responsible for", "handle"],
  ["it is necessary to", "must"],
  ["it is necessary that", "must"],
  ["is required to", "must"],
  ["are required to", "must"],
  ["prior to", "before"],
  ["subsequent to", "after"],
  ["in advance of", "before"],
  ["in excess of", "over"],
  ["in the amount of", "of"],
  ["on a daily basis", "daily"],
  ["on a weekly basis", "weekly"],
  ["on a monthly basis", "monthly"],
  ["on a regular basis", "regularly"],
  ["on an annual basis", "yearly"],
  ["in the same way", "likewise"],
  ["for example", "e.g."],
  ["for instance", "e.g."],
  ["such as", "like"],
  ["that is to say", "i.e."],
  ["in the absence of", "without"],
  ["with the exception of", "except"],
  ["for a period of", "for"],
  ["the way in which", "how"],
  ["the manner in which", "how"],
  ["the reason why", "why"],
  ["at all times", "always"],
  ["in most cases", "usually"],
  ["in many cases", "often"],
  ["in some cases", "sometimes"],
  ["all of the", "all"],
  ["most of the", "most"],
  ["some of the", "some"],
  ["one of the", "one of"],
  ["approximately", "about"],
  ["utilize", "use"],
  ["utilizes", "uses"],
  ["utilizing", "using"],
  ["utilized", "used"],
  ["additionally", "also"],
  ["furthermore", "also"],
  ["moreover", "also"],
  ["consequently", "so"],
  ["therefore", "so"],
  ["nevertheless", "still"],
  ["nonetheless", "still"],
  ["subsequently", "then"],
  ["demonstrate", "show"],
  ["demonstrates", "shows"],
  ["sufficient", "enough"],
  ["numerous", "many"],
  ["assistance", "help"],
  ["commence", "start"],
  ["terminate", "end"],
  ["can you tell me", "tell me"],
  ["could you tell me", "tell me"],
  ["can you explain to me", "explain"],
  ["could you explain to me", "explain"],
  ["give me an explanation of", "explain"],
  ["provide me with", "give me"],
  ["provide a detailed explanation of", "explain"],
]);

const ARTICLES = dropped("articles", "the|a|an");

export const MODERATE_PHRASES: readonly Phrase[] = [
  ...KEPT,
  ...POLITENESS,
  ...FILLERS,
  ...HEDGES,
  ...INTENSIFIERS,
  ...WORDY,
  ...ARTICLES,
];

/** Grammar that a reader, human or model, puts back unasked. */
export const AGGRESSIVE_PHRASES: readonly Phrase[] = [
  ...MODERATE_PHRASES,
  ...dropped(
    "function_words",
    `that|which|who|is|are|was|were|be|been|being|am|it is|it's|there is|there are|there was|there were|also|just|then
    |of|has been|have been|had been|this is|these are|its|their|his|her|our|your|my|will be|would be|can be|could be|as well
    |too|some|such|both|quite|very|even|already|still`.replace(/\n\s*/g, ""),
  ),
];

/** What a telegram leaves out. Direction (`from`, `to`), agency (`by`) and comparison stay. */
export const TELEGRAM_PHRASES: readonly Phrase[] = [
  ...AGGRESSIVE_PHRASES,
  ...dropped(
    "telegram_style",
    "in|on|at|as|and|with|within|it|he|she|they|him|them|this|these|those|for|has|have|had|into",
  ),
];

export const NEGATIONS: ReadonlySet<string> = new Set(
  "no not never none nor neither without cannot nothing nobody nowhere hardly unless except".split(" "),
);

/** Words an edit may drop: what a negation applies to is the first other word after it. */
export const WEAK_WORDS: ReadonlySet<string> = new Set(
  TELEGRAM_PHRASES.filter((phrase) => phrase.to === "").flatMap((phrase) => phrase.from.toLowerCase().split(" ")),
);
