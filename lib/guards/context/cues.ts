/**
 * Discourse cues: surface signs that a message opens, continues or closes a topic. Each pattern is
 * tested against the lower-case head and tail of a message, so its input is always short.
 */
export const CUES = {
  shift:
    /\b(?:by the way|btw|anyways?|on (?:another|a different|a separate) (?:note|topic|subject|matter)|chang(?:e|ing) (?:the )?(?:subject|topic)|unrelated|different (?:topic|question|subject)|(?:an|one) (?:other|more) thing|another (?:thing|question|topic)|moving on|new topic|off[- ]topic|switch(?:ing)? (?:gears|topics?)|before i forget|forget (?:that|about (?:that|it|all))|speaking of|out of curiosity|let's talk about|tell me about|instead of that|completely different)\b/,
  addition: /\b(?:also|another|as well|additionally|in addition|next|besides|too|now)\b/,
  request:
    /\b(?:i(?:'d| would)? (?:need|want|like to|also need|also want)|i(?:'m| am) (?:looking|trying|searching|interested)|looking for|find me|help me|assist me|search for|book (?:me )?a|(?:can|could|would|will) you|show me|get me|give me|i should|please (?:find|look|search|help|write|explain|recommend))\b/,
  task: /^(?:write|explain|describe|create|generate|give|list|find|make|compose|design|draft|summari[sz]e|translate|suggest|recommend|compare|calculate|plan|develop|tell|name|identify|what(?:'s| is| are| was| were)|who (?:is|was)|how(?:'s| do| does| can| to| is)|why (?:do|does|is|are))\b/,
  backward:
    /\b(?:back to|as i (?:said|mentioned)|you (?:said|mentioned|told|suggested|wrote|gave)|earlier|previous|above|rewrite|rephrase|shorter|longer|instead|again|same|the (?:first|second|third|last|other|former|latter)(?: one)?|more (?:about|detail)|elaborate|what do you mean|the rest|the answer|your (?:answer|response|reply|list|code))\b/,
  anaphora: /\b(?:it|its|it's|that|that's|this|these|those|they|them|their|there|ones?|he|she|him|her|his)\b/,
  elliptic:
    /^(?:and|or|but|so|because|then|what about|how about|which|why|how much|how many|how come|really|what if|when|where)\b/,
  agreement:
    /^(?:yes|yeah|yep|yup|ok|okay|sure|great|perfect|sounds|good|awesome|nice|cool|fine|right|exactly|of course|absolutely|correct|alright|wow|oh|that(?:'s| is| would| works| sounds| was|'ll)|lol|haha|i (?:see|agree|understand|like|love|know)|me (?:too|neither)|same here|true|very|interesting)\b/,
  refusal: /^(?:no|nope|nah|not|never|neither)\b/,
  thanks: /\b(?:thanks?|thank you|appreciate|cheers)\b/,
  closing:
    /\b(?:bye|goodbye|that(?:'s| is| will be|'ll be) (?:all|it|everything)|nothing (?:else|more)|have a (?:great|nice|good|wonderful|lovely|fantastic|pleasant|safe|super)|see you|take care|all i need(?:ed)?|no more|good ?night|nice (?:talking|chatting))\b/,
  offer:
    /\b(?:anything else|something else|any other|what else|else (?:that )?i can|further (?:help|assist\w*)|help you (?:with|further|else)|assist(?:ance)? (?:you )?(?:with|further)|more i can (?:do|help))\b/,
  done: /\b(?:booked|reserved|confirmed|success\w*|purchased|scheduled|completed|all set|enjoy|was made|has been|have been|paid|ordered|added)\b/,
  aboutYou: /\b(?:do|did|are|have|would|will|can|were|what|how|where|why|who|which)\b[^.?!]{0,40}\byour?\b/,
  returned: /\b(?:(?:how|what) about (?:you|yours|yourself)|and you|you)\s*\?\s*$/,
  greeting: /^(?:hi|hello|hey|good (?:morning|afternoon|evening))\b/,
  sympathy: /\b(?:sorry|too bad|glad|congrat\w*|hope)\b/,
  self: /\b(?:i|i'm|my|me|i've|we|our)\b/,
} as const;

export type Cue = keyof typeof CUES;

const HEAD = 400;
const TAIL = 200;
const NAMES = Object.keys(CUES) as Cue[];
const PATTERNS: readonly RegExp[] = Object.values(CUES);
const BITS = Object.fromEntries(NAMES.map((cue, index) => [cue, 1 << index])) as Record<Cue, number>;

/** The bit that stands for a cue in the sets of {@link cuesOf}. */
export function cueBit(cue: Cue): number {
  return BITS[cue];
}

/** The cues of a text given as its start and, when that is not all of it, its end: a bit for each. */
export function cuesOf(head: string, tail = ""): number {
  const isWhole = tail === "" && head.length <= HEAD + TAIL;
  const sample = isWhole ? head : `${head.slice(0, HEAD)} ${(tail || head).slice(-TAIL)}`;
  const plain = sample.toLowerCase().replaceAll("’", "'").trimStart();
  let found = 0;
  for (let index = 0; index < PATTERNS.length; index += 1) if (PATTERNS[index]?.test(plain)) found |= 1 << index;
  return found;
}
