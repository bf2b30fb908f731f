/** Finds conversations that climb, request by request, from a harmless question to a harmful one. */
import { HARM_THEMES, type HarmTheme, SOFTENERS } from "#lib/guards/context/escalation-lexicon";

export interface Escalation {
  theme: string;
  /** Position of the request that completes the climb, in the list given. */
  at: number;
  /** Level reached, 3 or 4. */
  level: number;
  score: number;
}

/** A climb starts this low, ends this high, in at least this many steps. */
const START_AT_MOST = 2;
const END_AT_LEAST = 3;
const REQUESTS = 3;
/** Characters of a request that are read. */
const LONGEST = 600;

/** Level of every request in every theme, 0 to 4, then the steepest climb there is. */
export function findEscalation(requests: readonly string[]): { levels: number[]; escalation: Escalation | null } {
  const texts = requests.map((request) => request.slice(0, LONGEST).toLowerCase().replaceAll("’", "'"));
  const byTheme = HARM_THEMES.map((theme) => ({
    theme: theme.name,
    levels: texts.map((text) => levelIn(theme, text)),
  }));
  const climbs = byTheme.flatMap(({ theme, levels }) => climbOf(theme, levels) ?? []);
  const steepest = climbs.sort((a, b) => b.score - a.score)[0] ?? null;
  return {
    levels: texts.map((_, index) => Math.max(0, ...byTheme.map(({ levels }) => levels[index] ?? 0))),
    escalation: steepest,
  };
}

/** The highest level whose pattern is there; levels above 2 count only for somebody who is not guarding against it. */
export function levelIn(theme: HarmTheme, text: string): number {
  const level = theme.levels.findLastIndex((pattern) => pattern.test(text)) + 1;
  return level > 0 && SOFTENERS.test(text) ? level - 1 : level;
}

/**
 * A climb is a chain of requests of one theme, each at least as high as the one before: it begins low,
 * has three links or more, rises at least two levels, and its last rise leads to level 3 or 4.
 */
function climbOf(theme: string, levels: readonly number[]): Escalation | null {
  let chain: number[] = [];
  let best: Escalation | null = null;
  for (const [at, level] of levels.entries()) {
    if (level === 0) continue;
    const last = chain.at(-1) ?? 0;
    if (level < last) chain = chain.filter((earlier) => earlier <= level);
    chain.push(level);
    const rise = level - (chain[0] ?? level);
    const climbed = chain.length >= REQUESTS && (chain[0] ?? 4) <= START_AT_MOST && level >= END_AT_LEAST && rise >= 2;
    if (!climbed) continue;
    const score = Math.min(0.95, 0.5 + 0.1 * (level - 2) + 0.1 * rise);
    if (best === null || score > best.score) best = { theme, at, level, score };
  }
  return best;
}
