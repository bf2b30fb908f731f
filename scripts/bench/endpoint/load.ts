/** The load generator, as far as it is used here. */
import type { EventEmitter } from "node:events";
import type { Case } from "#scripts/bench/endpoint/cases";
import { installed } from "#scripts/bench/install";

export const CONNECTIONS = 8;

interface Options {
  url: string;
  method: "POST";
  headers: Record<string, string>;
  body: string;
  connections: number;
  duration: number;
}

interface Result {
  requests: { total: number };
  duration: number;
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
export async function load(baseUrl: string, { path, body }: Case, apiKey: string, seconds: number): Promise<Load> {
  const autocannon = installed("autocannon") as (options: Options) => Instance;
  const headers = { Authorization: `Bearer ${apiKey}`, "Content-Type": "application/json" };
  const run = autocannon({
    url: baseUrl + path,
    method: "POST",
    headers,
    body,
    connections: CONNECTIONS,
    duration: seconds,
  });
  const latenciesMs: number[] = [];
  run.on("response", (_client: unknown, _status: number, _bytes: number, elapsedMs: number) =>
    latenciesMs.push(elapsedMs),
  );
  const { requests, duration, errors, timeouts, non2xx } = await run;
  const failed = errors + timeouts + non2xx;
  if (failed > 0) throw new Error(`${failed} of ${requests.total} requests to ${path} were refused or failed.`);
  return { requests: requests.total, perSecond: requests.total / duration, latenciesMs };
}
