/** Texts made up for training: attacks in many wordings, and harmless texts full of the same words. */
import { sample } from "#scripts/train/security/random";
import {
  ATTACK_SLOTS,
  ATTACKS,
  BENIGN,
  BENIGN_SLOTS,
  FOREIGN,
  MAIL,
  REQUEST_SLOTS,
  REQUESTS,
  TALK,
  TALK_SLOTS,
} from "#scripts/train/security/templates.data";

/** Every way of filling `{slot}`s, or a seeded sample of them. */
function fill(template: string, slots: Readonly<Record<string, readonly string[]>>): string[] {
  const name = /\{(\w+)\}/.exec(template)?.[1];
  if (name === undefined) return [template];
  return (slots[name] ?? []).flatMap((word) => fill(template.replace(`{${name}}`, word), slots));
}

function fillAll(
  templates: readonly string[],
  slots: Readonly<Record<string, readonly string[]>>,
  most: number,
): string[] {
  return templates.flatMap((template, index) => sample(fill(template, slots), most, index + 1));
}

export const madeUp = {
  attacks: (): string[] => fillAll(ATTACKS, ATTACK_SLOTS, 60),
  harmless: (): string[] => fillAll(BENIGN, BENIGN_SLOTS, 60),
  talk: (): string[] => fillAll(TALK, TALK_SLOTS, 50),
  foreign: (): readonly string[] => FOREIGN,
  requests: (): string[] => fillAll(REQUESTS, REQUEST_SLOTS, 140).map((text) => text.trim()),
  mail: (): readonly string[] => MAIL,
};
