/**
 * Which concepts make an attack when they stand together. A rule is language-independent: its concepts must come
 * from one lexicon. `weight` is evidence in log-odds (1 ≈ 2.7 times as likely an attack), set by hand against the
 * development data: how much more often a rule fires in attacks than in harmless text.
 */
import type { Concept } from "#lib/guards/security/injection/concept";

export const INJECTION_CATEGORIES = [
  "instruction_override",
  "prompt_extraction",
  "secret_extraction",
  "jailbreak",
  "privilege_claim",
  "fake_markup",
  "exfiltration",
  "tool_hijack",
  "concealment",
  "embedded_instruction",
  "suspicious_wording",
] as const;
export type InjectionCategory = (typeof INJECTION_CATEGORIES)[number];

export interface Rule {
  id: string;
  category: InjectionCategory;
  /** One tag of each group, all within `within` characters; the first group anchors the search. */
  needs: readonly (readonly Concept[])[];
  within: number;
  /** All in one sentence. */
  together: boolean;
  weight: number;
  /** Only one rule of a family counts: the strongest. */
  family: string;
  /** Counts only in a text of at most this many characters: a bare question, not a task that mentions the words. */
  upTo?: number;
  /** Counts only in text the caller did not write himself (tool and document). */
  untrustedOnly?: boolean;
}

const OLD_ORDERS = ["prior", "all"] as const;

export const RULES: readonly Rule[] = [
  {
    id: "override_prior_instructions",
    category: "instruction_override",
    needs: [["override"], ["instruction"], ["prior"]],
    within: 110,
    together: true,
    weight: 6.5,
    family: "override",
  },
  {
    id: "override_all_instructions",
    category: "instruction_override",
    needs: [["override"], ["instruction"], ["all"]],
    within: 80,
    together: true,
    weight: 5.4,
    family: "override",
  },
  {
    id: "override_prior_rules",
    category: "instruction_override",
    needs: [["override"], ["rule"], ["prior"]],
    within: 80,
    together: true,
    weight: 4.6,
    family: "override",
  },
  {
    id: "override_all_rules",
    category: "instruction_override",
    needs: [["override"], ["rule"], ["all"]],
    within: 60,
    together: true,
    weight: 2.5,
    family: "override",
  },
  {
    id: "discard_prior_instructions",
    category: "instruction_override",
    needs: [["discard"], ["instruction"], ["prior"]],
    within: 70,
    together: true,
    weight: 3,
    family: "override",
  },
  {
    id: "override_and_retask",
    category: "instruction_override",
    needs: [["override"], OLD_ORDERS, ["retask", "reveal"]],
    within: 140,
    together: false,
    weight: 5.3,
    family: "override",
  },
  {
    id: "override_all_prior",
    category: "instruction_override",
    needs: [["override"], ["all"], ["prior"]],
    within: 40,
    together: true,
    weight: 5.3,
    family: "override",
  },
  {
    id: "override_instructions",
    category: "instruction_override",
    needs: [["override"], ["instruction"]],
    within: 40,
    together: true,
    weight: 3,
    family: "override",
  },
  {
    id: "override_prior",
    category: "instruction_override",
    needs: [["override"], ["prior"]],
    within: 40,
    together: true,
    weight: 2.5,
    family: "override",
  },
  {
    id: "retask",
    category: "instruction_override",
    needs: [["retask"], ["instruction"]],
    within: 60,
    together: true,
    weight: 1.2,
    family: "retask",
  },
  {
    id: "override_secret",
    category: "secret_extraction",
    needs: [["override"], ["secret"], ["reveal"]],
    within: 200,
    together: false,
    weight: 3.5,
    family: "override_secret",
  },

  {
    id: "reveal_prompt",
    category: "prompt_extraction",
    needs: [["reveal"], ["prompt"]],
    within: 80,
    together: true,
    weight: 5.6,
    family: "extraction",
  },
  {
    id: "reveal_preface_verbatim",
    category: "prompt_extraction",
    needs: [["reveal"], ["preface"], ["verbatim"]],
    within: 120,
    together: true,
    weight: 5.6,
    family: "extraction",
  },
  {
    id: "reveal_preface",
    category: "prompt_extraction",
    needs: [["reveal"], ["preface"]],
    within: 50,
    together: true,
    weight: 2.4,
    family: "extraction",
  },
  {
    id: "reveal_secret",
    category: "secret_extraction",
    needs: [["reveal"], ["secret"]],
    within: 50,
    together: true,
    weight: 4.6,
    family: "secret",
  },

  {
    id: "ask_for_secret",
    category: "secret_extraction",
    needs: [["reveal"], ["the_secret"]],
    within: 40,
    together: true,
    weight: 5.1,
    family: "secret",
    upTo: 300,
  },
  {
    id: "known_jailbreak",
    category: "jailbreak",
    needs: [["jailbreak"]],
    within: 0,
    together: true,
    weight: 4.5,
    family: "jailbreak_name",
  },
  {
    id: "persona_unbound",
    category: "jailbreak",
    needs: [["persona"], ["unbound"]],
    within: 400,
    together: false,
    weight: 3,
    family: "unbound",
  },
  {
    id: "unbound_comply",
    category: "jailbreak",
    needs: [["unbound"], ["comply"]],
    within: 500,
    together: false,
    weight: 2.4,
    family: "unbound_comply",
  },
  {
    id: "persona_comply",
    category: "jailbreak",
    needs: [["persona"], ["comply"]],
    within: 400,
    together: false,
    weight: 1.8,
    family: "persona_comply",
  },
  {
    id: "unbound_model",
    category: "jailbreak",
    needs: [["unbound"], ["model"]],
    within: 200,
    together: false,
    weight: 1.4,
    family: "unbound_model",
  },

  {
    id: "privilege",
    category: "privilege_claim",
    needs: [["privilege"]],
    within: 0,
    together: true,
    weight: 3,
    family: "privilege",
  },
  {
    id: "privilege_demand",
    category: "privilege_claim",
    needs: [["privilege"], ["reveal", "override", "unbound", "secret", "persona"]],
    within: 200,
    together: false,
    weight: 4.8,
    family: "privilege",
  },

  {
    id: "concealed_action",
    category: "concealment",
    needs: [["conceal"], ["act"]],
    within: 160,
    together: false,
    weight: 3.5,
    family: "conceal",
  },
  {
    id: "concealed_data",
    category: "concealment",
    needs: [["conceal"], ["data"]],
    within: 160,
    together: false,
    weight: 2.5,
    family: "conceal",
  },

  {
    id: "model_addressed_to_override",
    category: "embedded_instruction",
    needs: [["model"], ["override", "conceal"]],
    within: 160,
    together: false,
    weight: 2.5,
    family: "addressed",
  },
  {
    id: "model_addressed_to_act",
    category: "tool_hijack",
    needs: [["model"], ["act"]],
    within: 100,
    together: true,
    weight: 2,
    family: "addressed",
    untrustedOnly: true,
  },
  {
    id: "model_addressed_to_reveal",
    category: "embedded_instruction",
    needs: [["model"], ["reveal", "retask"]],
    within: 100,
    together: true,
    weight: 1.8,
    family: "addressed",
    untrustedOnly: true,
  },
  {
    id: "data_sent_off",
    category: "exfiltration",
    needs: [["act"], ["data"]],
    within: 80,
    together: true,
    weight: 1.5,
    family: "act_data",
    untrustedOnly: true,
  },
];
