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
/** Of a longer request half of this is read at either end. Characters. */
export const LONGEST_REQUEST = 1_200;

/**
 * Levels of the requests from `from` on, 0 to 4, and the steepest climb that one of them completes.
 * Earlier requests are read only for a theme in which that can be.
 */
export function findEscalation(
  requests: readonly string[],
  from = 0,
): { levels: number[]; escalation: Escalation | null } {
  const texts = requests.map(plainEnds);
  const levels = texts.slice(from).map(() => 0);
  let steepest: Escalation | null = null;
  for (const theme of HARM_THEMES) {
    const own = texts.slice(from).map((text) => levelIn(theme, text));
    for (const [index, level] of own.entries()) levels[index] = Math.max(levels[index] ?? 0, level);
    if (!own.some((level) => level >= END_AT_LEAST)) continue;
    const earlier = texts.slice(0, from).map((text) => levelIn(theme, text));
    const climb = climbOf(theme.name, [...earlier, ...own], from);
    if (climb !== null && climb.score > (steepest?.score ?? 0)) steepest = climb;
  }
  return { levels, escalation: steepest };
}

function plainEnds(request: string): string {
  const half = LONGEST_REQUEST / 2;
  const isLong = request.length > LONGEST_REQUEST;
  const ends = isLong ? `${request.slice(0, half)}\n${request.slice(-half)}` : request;
  return ends.toLowerCase().replaceAll("’", "'");
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
function climbOf(theme: string, levels: readonly number[], from: number): Escalation | null {
  let chain: number[] = [];
  let best: Escalation | null = null;
  for (const [at, level] of levels.entries()) {
    if (level === 0) continue;
    const last = chain.at(-1) ?? 0;
    if (level < last) chain = chain.filter((earlier) => earlier <= level);
    chain.push(level);
    const rise = level - (chain[0] ?? level);
    const climbed = chain.length >= REQUESTS && (chain[0] ?? 4) <= START_AT_MOST && level >= END_AT_LEAST && rise >= 2;
    if (!climbed || at < from) continue;
    const score = Math.min(0.95, 0.5 + 0.1 * (level - 2) + 0.1 * rise);
    if (best === null || score > best.score) best = { theme, at, level, score };
  }
  return best;
}
