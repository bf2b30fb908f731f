/** The load generator, as far as it is used here. */
import type { EventEmitter } from "node:events";
import type { Case } from "#scripts/bench/endpoint/cases";
import { installed } from "#scripts/bench/install";

export const CONNECTIONS = 8;

/** How long: seconds, or requests. */
export type Extent = { duration: number } | { amount: number };

type Options = Extent & {
  url: string;
  method: "POST";
  headers: Record<string, string>;
  body: string;
  connections: number;
  /** How often it looks whether it is done, in ms. */
  sampleInt: number;
};

interface Result {
  requests: { total: number };
  errors: number;
  timeouts: number;
  non2xx: number;
}

type Instance = EventEmitter & PromiseLike<Result>;

export interface Load {
  requests: number;
  perSecond: number;
  /** One for each answer. */
  latenciesMs: number[];
}

/** @throws when any request was not answered with 2xx: refusals are cheap and would count as speed. */
export async function load(baseUrl: string, { path, body }: Case, apiKey: string, extent: Extent): Promise<Load> {
  const autocannon = installed("autocannon") as (options: Options) => Instance;
  const headers = { Authorization: `Bearer ${apiKey}`, "Content-Type": "application/json" };
  const run = autocannon({
    url: baseUrl + path,
    method: "POST",
    headers,
    body,
    connections: CONNECTIONS,
    sampleInt: 100,
    ...extent,
  });
  const latenciesMs: number[] = [];
  const startedAt = performance.now();
  let lastAt = startedAt;
  run.on("response", (_client: unknown, _status: number, _bytes: number, elapsedMs: number) => {
    latenciesMs.push(elapsedMs);
    lastAt = performance.now();
  });
  const { requests, errors, timeouts, non2xx } = await run;
  const failed = errors + timeouts + non2xx;
  if (failed > 0) throw new Error(`${failed} of ${requests.total} requests to ${path} were refused or failed.`);
  const seconds = (lastAt - startedAt) / 1_000;
  return { requests: requests.total, perSecond: seconds > 0 ? requests.total / seconds : 0, latenciesMs };
}
