/** Every single pattern stays linear on texts made against it. The goal is 50 ms on 100,000 characters; the limit here allows for a busy machine. */
import { describe, expect, it } from "vitest";
import { CODE_RULES } from "#lib/guards/security/code/rules/index";
import { MARKUP_PATTERNS } from "#lib/guards/security/injection/markup";
import { PII_RULES } from "#lib/guards/security/pii/rules/index";
import { TOKEN_PATTERNS } from "#lib/guards/security/secrets/index";
import { KEYWORD_PATTERNS } from "#lib/guards/security/secrets/keyword";
import { URL_PATTERNS } from "#lib/guards/security/url/index";
import { adversarialTexts } from "#tests/guards/security/adversary";

const LENGTH = 100_000;
const GOAL_MS = 50;
const LIMIT_MS = 400;

const groups: Readonly<Record<string, readonly (readonly [name: string, pattern: RegExp])[]>> = {
  "personal data": PII_RULES.map((rule) => [rule.entity, rule.pattern]),
  secrets: TOKEN_PATTERNS.map(({ value, pattern }) => [value.id, pattern]),
  "secrets by name": KEYWORD_PATTERNS.map(({ value, pattern }) => [value, pattern]),
  "unsafe code": CODE_RULES.map((rule) => [
    `${rule.languages.join("/")} ${rule.id}`,
    new RegExp(rule.pattern.source, `${rule.pattern.flags}m`),
  ]),
  markup: MARKUP_PATTERNS.map(({ value, pattern }) => [value.id, pattern]),
  links: URL_PATTERNS.map(({ value, pattern }) => [value, pattern]),
};

/** Milliseconds; the best of three runs where the first one seems slow. */
function slowest(pattern: RegExp): number {
  const global = new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, "")}g`);
  const times = adversarialTexts(pattern, LENGTH).map((text) => {
    const first = once(global, text);
    return first < GOAL_MS ? first : Math.min(first, once(global, text), once(global, text));
  });
  return Math.max(...times);
}

function once(pattern: RegExp, text: string): number {
  const before = performance.now();
  for (const _ of text.matchAll(pattern));
  return performance.now() - before;
}

describe.each(Object.entries(groups))("%s", (_, patterns) => {
  it(`takes ${patterns.length} patterns through texts made against each`, { timeout: 120_000 }, () => {
    const times = patterns.map(([name, pattern]) => ({ name, ms: slowest(pattern) })).sort((a, b) => b.ms - a.ms);
    for (const { name, ms } of times.filter((time) => time.ms >= GOAL_MS).slice(0, 12))
      console.info(`${name}: ${ms.toFixed(0)} ms`);
    expect(times.filter(({ ms }) => ms > LIMIT_MS)).toEqual([]);
  });
});
