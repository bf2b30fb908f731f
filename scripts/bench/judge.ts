/** Says which metrics got worse. Pure, so that the judgement itself is tested. */
import type { Metric } from "#scripts/bench/metric";

export type Baseline = Record<string, number>;

/** A ratio may rise by this share of its baseline before it counts as worse; a count may not rise at all. A growth has its limit. */
export const TOLERANCE = 0.4;

export interface Complaint {
  metric: Metric;
  message: string;
}

export function judge(metrics: readonly Metric[], baseline: Baseline): Complaint[] {
  return metrics.flatMap((metric) => {
    const message = overLimit(metric) ?? worse(metric, baseline[metric.name]);
    return message === null ? [] : [{ metric, message }];
  });
}

/** Of a metric that was measured twice the better value counts: load on the machine only ever makes things slower. */
export function betterOf(first: readonly Metric[], second: readonly Metric[]): Metric[] {
  const again = new Map(second.map((metric) => [metric.name, metric]));
  return first.map((metric) => {
    const other = again.get(metric.name);
    return other !== undefined && other.value < metric.value ? other : metric;
  });
}

/** The baseline with the measured values in it, sorted by name; metrics of suites that did not run stay. */
export function updated(baseline: Baseline, metrics: readonly Metric[]): Baseline {
  const measured = metrics.map(({ name, value }) => [name, Number(value.toPrecision(3))] as const);
  const all = Object.entries({ ...baseline, ...Object.fromEntries(measured) });
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function overLimit({ name, value, limit }: Metric): string | null {
  return limit !== undefined && value > limit ? `${name} is ${shown(value)}, at most ${limit} is allowed` : null;
}

function worse({ name, kind, value }: Metric, before: number | undefined): string | null {
  if (before === undefined || kind === "growth") return null;
  const allowed = before * (kind === "ratio" ? 1 + TOLERANCE : 1);
  if (value <= allowed) return null;
  return `${name} is ${shown(value)}, was ${shown(before)}, up to ${shown(allowed)} is accepted`;
}

function shown(value: number): string {
  return String(Number(value.toPrecision(3)));
}
