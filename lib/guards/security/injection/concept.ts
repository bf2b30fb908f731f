/** The things an attack on a model's instructions talks about, in whatever language. */
export const CONCEPTS = [
  /** To set aside: ignore, forget. */
  "override",
  /** The same with words that have everyday uses: delete, cancel, reset. */
  "discard",
  /** What a model was told: instructions, guidelines. */
  "instruction",
  /** The same with words that have everyday uses: rules, tasks, filters. */
  "rule",
  /** Which ones: previous, above, your. */
  "prior",
  /** All of them: all, any, everything. */
  "all",
  /** To give out: reveal, print, repeat. */
  "reveal",
  /** The hidden text itself: system prompt. */
  "prompt",
  /** What stands before, which may be the caller's own: text above, first message. */
  "preface",
  /** To the letter: verbatim, word for word. */
  "verbatim",
  /** What must not come out: password, secret. */
  "secret",
  /** The same, as a definite thing and the end of the matter: "the password?", "your secret key." */
  "the_secret",
  /** To become someone: you are now, pretend. */
  "persona",
  /** Without limits: unrestricted, no rules. */
  "unbound",
  /** Names that only jailbreaks carry: DAN, do anything now. */
  "jailbreak",
  /** Never to say no, or to warn. */
  "comply",
  /** Whom it is said to: assistant, language model. */
  "model",
  /** A new order after the old: instead, your new task. */
  "retask",
  /** Not to let the user know. */
  "conceal",
  /** To carry off or act: send, upload, delete. */
  "act",
  /** What is carried off: conversation, inbox, credentials. */
  "data",
  /** A switch of privilege: developer mode, authorised by the admin. */
  "privilege",
  /** Talk about attacks rather than an attack: prompt injection, attackers. */
  "about",
  /** A question or request for explanation: how does, what is, explain. */
  "asking",
] as const;
export type Concept = (typeof CONCEPTS)[number];

/** Words of one language by concept, separated by `|`; a `*` at the end stands for any ending. */
export type Lexicon = Readonly<Partial<Record<Concept, string>>>;
