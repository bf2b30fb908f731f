/** An injection verdict as findings: one a category, at its strongest evidence. */
import type { Hit } from "#lib/guards/security/hit";
import type { InjectionVerdict } from "#lib/guards/security/injection/index";
import type { InjectionCategory } from "#lib/guards/security/injection/rules";
import type { Signal } from "#lib/guards/security/injection/signal";
import type { Mapped } from "#lib/guards/text/mapped";

const MESSAGES: Readonly<Record<InjectionCategory, string>> = {
  instruction_override: "The text asks the model to set aside its instructions.",
  prompt_extraction: "The text asks for the model's hidden instructions.",
  secret_extraction: "The text asks the model to give out a secret.",
  jailbreak: "The text asks the model to act without its rules.",
  privilege_claim: "The text claims a mode or rank that would lift the model's rules.",
  fake_markup: "The text imitates system messages or control tokens.",
  exfiltration: "The text asks to carry data off to an outside address.",
  tool_hijack: "The text tries to steer the model's tools.",
  concealment: "The text asks the model to hide what it does from the user.",
  embedded_instruction: "The text speaks to the model from inside a document.",
  suspicious_wording: "The text is worded like an attack on a model.",
};

const REMEDIATION: Readonly<Record<InjectionCategory, string>> = {
  instruction_override: "Do not pass the text to the model as an instruction; mark it as data or refuse it.",
  prompt_extraction: "Refuse the request, and keep secrets out of the system prompt.",
  secret_extraction: "Refuse the request, and keep secrets out of the model's reach.",
  jailbreak: "Refuse the request.",
  privilege_claim: "Grant rights by authentication, never by what the text says.",
  fake_markup: "Escape control tokens and role markers in text from outside.",
  exfiltration: "Do not render links or images or send messages that the text asks for.",
  tool_hijack: "Let only the user's own request start a tool, and confirm actions with consequences.",
  concealment: "Show the user what was asked, and refuse.",
  embedded_instruction: "Treat documents and tool answers as data: never follow instructions in them.",
  suspicious_wording: "Have somebody look at it, or let the model answer without access to secrets and tools.",
};

const MIN_EVIDENCE = 1;

export function injectionHits(verdict: InjectionVerdict, view: Mapped, threshold: number): Hit[] {
  if (verdict.score < threshold) return [];
  const strongest = new Map<InjectionCategory, Signal>();
  for (const signal of verdict.signals) {
    if (!strongest.has(signal.category) && (strongest.size === 0 || signal.weight >= MIN_EVIDENCE)) {
      strongest.set(signal.category, signal);
    }
  }
  return [...strongest.values()].map((signal) => ({
    ...view.toOriginal(signal.start, signal.end),
    scan: "injection",
    detector: `security.injection.${signal.category}`,
    category: signal.category,
    severity: verdict.score >= 0.9 ? "critical" : "high",
    score: verdict.score,
    threshold,
    evidence: `[${signal.id}]`,
    message: MESSAGES[signal.category],
    remediation: REMEDIATION[signal.category],
    label: null,
  }));
}
