import { describe, expect, it } from "vitest";
import { bias } from "#lib/guards/bias/index";
import { applyEdits, neutralEdits } from "#lib/guards/bias/neutral/rewrite";
import type { MitigationLevel } from "#lib/guards/bias/schema";

function rewrite(text: string, level: MitigationLevel = "moderate"): string {
  return applyEdits(text, neutralEdits(text, level));
}

describe("pronouns", () => {
  it.each([
    ["The pilot said he was ready.", "The pilot said they were ready."],
    ["The clerk works hard and she earns a lot.", "The clerk works hard and they earn a lot."],
    ["Has he finished? Doesn't she know?", "Have they finished? Don't they know?"],
    ["The book is his, not hers.", "The book is theirs, not theirs."],
    ["The guard hurt himself with his own keys.", "The guard hurt themselves with their own keys."],
    ["Give her the form and ask for her name.", "Give them the form and ask for their name."],
    ["She's late because she's been ill.", "They're late because they've been ill."],
    [
      "Every applicant must bring his or her passport when he or she arrives.",
      "Every applicant must bring their passport when they arrive.",
    ],
    ["HE IS HERE.", "THEY ARE HERE."],
    ["The chef eats what he makes, and the guests agree.", "The chef eats what they make, and the guests agree."],
  ])("%s", (text, neutral) => {
    expect(rewrite(text)).toBe(neutral);
  });

  it("keeps the gender of a person who is named", () => {
    expect(rewrite("Anna said she was late.")).toBe("Anna said she was late.");
    expect(rewrite("My mother knows what she wants.")).toBe("My mother knows what she wants.");
    expect(rewrite("Anna said she was late.", "aggressive")).toBe("Anna said they were late.");
  });
});

describe("titles and terms", () => {
  it.each([
    ["The chairman met two policemen.", "The chair met two police officers."],
    ["An actress and a stewardess waited.", "An actor and a flight attendant waited."],
    ["He is an insane manager.", "They are an unbelievable manager."],
    ["A fireman's job is hard.", "A firefighter's job is hard."],
    ["He suffers from asthma.", "They have asthma."],
    ["The alderman met two journeymen.", "The council member met two skilled workers."],
    ["She turned a blind eye to it.", "They ignored it."],
    ["The slaves were freed in 1863.", "The slaves were freed in 1863."],
    ["Mankind needs more manpower.", "Humankind needs more workforce."],
    ["She met an alcoholic at an alcoholic party.", "They met a person with alcohol dependence at an alcoholic party."],
  ])("%s", (text, neutral) => {
    expect(rewrite(text)).toBe(neutral);
  });

  it("leaves numbers, names and plain text alone", () => {
    const text = "In 2019 Ms Fisherman paid $1,200 to the Salesman Inn.";
    expect(rewrite(text)).toBe(text);
  });

  it("changes no pronoun at the low level", () => {
    expect(rewrite("The chairman said he agreed.", "low")).toBe("The chair said he agreed.");
  });
});

describe("the operation", () => {
  const content = { messages: [{ role: "user" as const, content: "The chairman said he agreed." }], targets: [0] };

  it("proposes when detecting and applies when mitigating", () => {
    const detected = bias.run(content, {}, undefined);
    expect(detected.safeText).toBeNull();
    expect(detected.data).toMatchObject({ mitigated_text: null, bias_score: 0 });
    expect(detected.data.mitigation_suggestions).toHaveLength(2);
    const mitigated = bias.run(content, { operation: "mitigate" }, undefined);
    expect(mitigated.safeText).toBe("The chair said they agreed.");
  });
});
