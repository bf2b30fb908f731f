/** Token counts by regression on a text's features. */
import type { Counter, Steps } from "#lib/guards/token/counter";
import { profile, runs } from "#lib/guards/token/estimate/profile";

export function estimateTokens(text: string, weights: readonly number[]): number {
  const features = profile(text);
  return atLeastOne(
    text,
    features.reduce((sum, amount, slot) => sum + amount * (weights[slot] ?? 0), 0),
  );
}

export function estimatedCounter(weights: readonly number[]): Counter {
  return { count: (text) => estimateTokens(text, weights), steps: (text) => estimatedSteps(text, weights) };
}

/** An exact count of one encoding, scaled to another by what the features say of both. */
export function scaledCounter(base: Counter, from: readonly number[], to: readonly number[]): Counter {
  const ratio = (text: string) => {
    const features = profile(text);
    const dot = (weights: readonly number[]) => features.reduce((sum, n, slot) => sum + n * (weights[slot] ?? 0), 0);
    return dot(to) / dot(from) || 1;
  };
  return {
    count: (text) => atLeastOne(text, base.count(text) * ratio(text)),
    steps(text) {
      const { ends, tokens } = base.steps(text);
      const factor = ratio(text);
      return { ends, tokens: tokens.map((count) => count * factor), additive: new Uint8Array(ends.length) };
    },
  };
}

function estimatedSteps(text: string, weights: readonly number[]): Steps {
  const ends: number[] = [];
  const tokens: number[] = [];
  let start = 0;
  let total = 0;
  for (const { end, features } of runs(text)) {
    const cost = features.reduce((sum, [slot, amount]) => sum + amount * (weights[slot] ?? 0), 0);
    const cuts = Math.max(1, Math.ceil(cost));
    for (let cut = 1; cut < cuts; cut++) {
      const at = start + Math.floor(((end - start) * cut) / cuts);
      if (at <= (ends.at(-1) ?? 0) || splitsSurrogates(text, at)) continue;
      ends.push(at);
      tokens.push(total + (cost * cut) / cuts);
    }
    total += cost;
    ends.push(end);
    tokens.push(total);
    start = end;
  }
  return { ends: Int32Array.from(ends), tokens: Float64Array.from(tokens), additive: new Uint8Array(ends.length) };
}

function splitsSurrogates(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
}

function atLeastOne(text: string, estimate: number): number {
  return text === "" ? 0 : Math.max(1, Math.round(estimate));
}
