/**
 * Counters of a fleet without addresses: each instance counts in memory and adds its counts to one
 * Redis hash now and then, after an answer; `render` reads the hash. Prometheus text format 0.0.4.
 * Labels are closed sets (route, status, guard, action), never an organisation or a text.
 */
import * as z from "zod";
import type { RedisPort } from "#lib/platform/redis";

export type Labels = Record<string, string>;

export interface Metrics {
  count(name: MetricName, labels: Labels, by?: number): void;
  /** Adds to a histogram; seconds. */
  observe(name: HistogramName, labels: Labels, seconds: number): void;
  /** Work to do after an answer, when a flush is due; null otherwise. */
  dueFlush(): Promise<void> | null;
  flush(): Promise<void>;
  render(): Promise<string>;
}

const COUNTERS = {
  aiguardian_requests_total: "Answered requests by route and status.",
  aiguardian_verdicts_total: "Verdicts by guard and action.",
  aiguardian_guard_failures_total: "Guards that could not answer.",
  aiguardian_fallbacks_total: "Answers given by a fallback engine.",
  aiguardian_degraded_admissions_total: "Requests admitted by the local limiter because Redis was away.",
  aiguardian_refusals_total: "Refused requests by error code.",
  aiguardian_lost_usage_total: "Requests whose use could be written nowhere.",
  aiguardian_client_logs_total: "Entries clients sent to the logging route.",
} as const;
const HISTOGRAMS = {
  aiguardian_request_seconds: "Time to answer by route.",
  aiguardian_guard_seconds: "Time a guard took.",
} as const;
const BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export type MetricName = keyof typeof COUNTERS;
export type HistogramName = keyof typeof HISTOGRAMS;

/** Redis' own form of a hash: the client is told not to interpret answers (lib/platform/redis.ts). */
const FlatHash = z
  .array(z.coerce.string())
  .nullable()
  .transform((flat) => flat ?? []);

const REDIS_KEY = "metrics";
const FLUSH_EVERY_MS = 5_000;

export function createMetrics(deps: { redis: RedisPort; now: () => number }): Metrics {
  let counts = new Map<string, number>();
  let flushedMs = deps.now();
  const add = (series: string, by: number) => counts.set(series, (counts.get(series) ?? 0) + by);

  async function flush(): Promise<void> {
    flushedMs = deps.now();
    if (counts.size === 0) return;
    const taken = counts;
    counts = new Map();
    const written = await deps.redis
      .use((client) => {
        const pipeline = client.pipeline();
        for (const [series, by] of taken) {
          if (Number.isInteger(by)) pipeline.hincrby(REDIS_KEY, series, by);
          else pipeline.hincrbyfloat(REDIS_KEY, series, by);
        }
        return pipeline.exec();
      })
      .catch(() => null);
    if (written === null) for (const [series, by] of taken) add(series, by);
  }

  return {
    count: (name, labels, by = 1) => add(series(name, labels), by),
    observe(name, labels, seconds) {
      for (const bound of BUCKETS)
        if (seconds <= bound) add(series(`${name}_bucket`, { ...labels, le: String(bound) }), 1);
      add(series(`${name}_bucket`, { ...labels, le: "+Inf" }), 1);
      add(series(`${name}_sum`, labels), seconds);
      add(series(`${name}_count`, labels), 1);
    },
    dueFlush: () => (deps.now() - flushedMs >= FLUSH_EVERY_MS ? flush() : null),
    flush,
    async render() {
      await flush();
      const flat = FlatHash.parse(await deps.redis.use((client) => client.hgetall(REDIS_KEY)));
      return exposition(flat);
    },
  };
}

function series(name: string, labels: Labels): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value.replace(/[\\"\n]/g, "_")}"`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(",")}}`;
}

function exposition(flat: string[]): string {
  const held: [series: string, value: string][] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) held.push([flat[at] ?? "", flat[at + 1] ?? ""]);
  held.sort(([left], [right]) => withoutBound(left).localeCompare(withoutBound(right)) || bound(left) - bound(right));
  const family = (name: string, help: string, type: string, members: RegExp) => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...held.filter(([series]) => members.test(series)).map(([series, value]) => `${series} ${value}`),
  ];
  const lines = [
    ...Object.entries(COUNTERS).flatMap(([name, help]) => family(name, help, "counter", new RegExp(`^${name}(\\{|$)`))),
    ...Object.entries(HISTOGRAMS).flatMap(([name, help]) =>
      family(name, help, "histogram", new RegExp(`^${name}_(bucket|sum|count)(\\{|$)`)),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

const BOUND = /,?le="([^"]+)"/;

function withoutBound(series: string): string {
  return series.replace(BOUND, "");
}

/** Buckets of a histogram are listed from the smallest bound up. */
function bound(series: string): number {
  const given = BOUND.exec(series)?.[1];
  return given === "+Inf" ? Number.POSITIVE_INFINITY : Number(given ?? 0);
}
