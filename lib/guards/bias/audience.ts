/** Who will read the text, from the caller's free words: some readers deserve more care than others. */

interface Audience {
  /** What the caller's threshold is multiplied by. */
  strictness: number;
  /** Read as if somebody were sought for a job or a flat, whether or not the text says so. */
  isSought: boolean;
}

const GENERAL: Audience = { strictness: 1, isSought: false };
/** The first that fits counts. */
const AUDIENCES: readonly (readonly [RegExp, Audience])[] = [
  [
    /\b(?:applicants?|candidates?|job ?seekers?|hiring|recruit\w{0,6}|job (?:ads?|adverts?|posts?|postings?)|tenants?)\b/iu,
    { strictness: 0.8, isSought: true },
  ],
  [
    /\b(?:child(?:ren)?|kids?|minors?|pupils?|school\w{0,8}|teen\w{0,8}|young (?:people|readers|adults)|families)\b/iu,
    { strictness: 0.7, isSought: false },
  ],
  [
    /\b(?:customers?|clients?|consumers?|shoppers?|buyers?|patients?|guests?|the public|employees|staff)\b/iu,
    { strictness: 0.9, isSought: false },
  ],
];

/** @param description as the caller put it; what names no audience known here is read like "general". */
export function audienceOf(description: string): Audience {
  return AUDIENCES.find(([pattern]) => pattern.test(description))?.[1] ?? GENERAL;
}
