/** Texts to measure on, made up here and the same in every run: nothing in them repeats word for word. */
import { CHAT, CODE, MAIL, SLOTS } from "#scripts/bench/texts.data";

/** Everyday questions and answers. @param length in UTF-16 units. */
export const chat = (length: number): string => fill(CHAT, length, " ");

/** TypeScript. */
export const code = (length: number): string => fill(CODE, length, "\n");

/** Ordinary mail with instructions for the model that reads it, hidden in the middle. */
export function mail(length: number): string {
  const half = Math.floor((length - MAIL.attack.length) / 2);
  return MAIL.opening + fill(CHAT, half - MAIL.opening.length, " ") + MAIL.attack + fill(CHAT, half, " ");
}

/** Kinds of long runs on which scanners take more than linear time, by name. */
export const ADVERSARIAL: Record<string, (length: number) => string> = {
  letter: run("a"),
  spaces: run(" "),
  brackets: run("([{<"),
  digits: run("7"),
  equals: run("="),
  at: run("@"),
  base64: noise("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"),
  cjk: noise("天地玄黄宇宙洪荒日月盈昃辰宿列張寒来暑往秋収冬蔵"),
};

/** A full stop at the end: what fails only at the end of a run backtracks the longest. */
function run(unit: string): (length: number) => string {
  return (length) => `${unit.repeat(Math.ceil(length / unit.length)).slice(0, length - 1)}.`;
}

function noise(alphabet: string): (length: number) => string {
  return (length) => {
    const next = numbers(length);
    return Array.from({ length }, () => alphabet.charAt(next(alphabet.length))).join("");
  };
}

function fill(templates: readonly string[], length: number, separator: string): string {
  const next = numbers(length);
  const parts: string[] = [];
  for (let size = 0, index = 0; size < length; index++) {
    const template = templates[index % templates.length] ?? "";
    const part = template.replace(/\{(\w+)\}/g, (_, slot: string) => choose(slot, next)) + separator;
    parts.push(part);
    size += part.length;
  }
  return parts.join("").slice(0, length);
}

function choose(slot: string, next: (below: number) => number): string {
  const words = SLOTS[slot];
  return words === undefined ? String(next(900) + 10) : (words[next(words.length)] ?? "");
}

/** Linear congruential generator, constants of Numerical Recipes. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
