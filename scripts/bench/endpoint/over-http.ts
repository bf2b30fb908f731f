/** The endpoint on the local stack under load, in turns with the bare route. */
import { type Child, startChild } from "#scripts/bench/child";
import { BARE, CASES, type Case } from "#scripts/bench/endpoint/cases";
import { CONNECTIONS, load } from "#scripts/bench/endpoint/load";
import type { StackFacts } from "#scripts/bench/endpoint/stack-process";
import type { Metric } from "#scripts/bench/metric";
import { median, medianRatio, percentile } from "#scripts/bench/statistics";
import { digits, table } from "#scripts/bench/table";

const ROUNDS = 4;
const WARM_UP_S = 2;
/** A round has as many requests as the warm-up answered in this time: alike in every round, however busy the machine. */
const ROUND_S = 1;
/** Work that goes on after the last answer (usage, metrics) belongs to the requests. */
const SETTLE_MS = 150;

export interface Server {
  url: string;
  process: Child;
  apiKey: string;
}

interface Round {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Of the server's process, user and system. */
  cpuMsPerRequest: number;
}

export async function measureOverHttp(ours: Server, print: (line: string) => void): Promise<Metric[]> {
  const bare = await startBare();
  try {
    const rounds = await inTurns([[bare, BARE], ...CASES.map((one) => [ours, one] as const)]);
    print(`${describe(rounds)}\n`);
    const [theirs = [], ...own] = rounds;
    return CASES.map(({ name }, index) => ({
      name: `endpoint/${name}/cpu`,
      kind: "ratio",
      value: medianRatio((own[index] ?? []).map(cpu), theirs.map(cpu)),
    }));
  } finally {
    await bare.process.stop();
  }
}

/** @param stack what the stack process answered; `port` is the one of its base URL. */
export async function startOurs({ env, apiKey }: StackFacts, port: number): Promise<Server> {
  // A busy machine is no outage: with the usual limit a late answer would be replaced by a cheaper one.
  const patient = { REDIS_TIMEOUT_MS: "10000", LOG_LEVEL: "silent", BENCH_PORT: String(port) };
  const process = startChild(new URL("server-process.ts", import.meta.url), { env: { ...env, ...patient } });
  return { url: await process.ask<string>("start"), process, apiKey };
}

async function startBare(): Promise<Server> {
  const process = startChild(new URL("server-process.ts", import.meta.url), {
    cwd: new URL("../bare/", import.meta.url),
  });
  return { url: await process.ask<string>("start"), process, apiKey: "none" };
}

/** @returns the rounds of each server, in its order. */
async function inTurns(servers: readonly (readonly [Server, Case])[]): Promise<Round[][]> {
  const amounts: number[] = [];
  for (const [server, one] of servers) {
    if (one !== BARE) await confirm(server, one);
    const { perSecond } = await load(server.url, one, server.apiKey, { duration: WARM_UP_S });
    amounts.push(Math.max(CONNECTIONS, Math.round(perSecond * ROUND_S)));
  }
  const rounds: Round[][] = servers.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, [server, one]] of servers.entries()) {
      rounds[index]?.push(await measureRound(server, one, amounts[index] ?? CONNECTIONS));
    }
  }
  for (const [server, one] of servers) if (one !== BARE) await confirm(server, one);
  return rounds;
}

async function measureRound({ url, process, apiKey }: Server, one: Case, amount: number): Promise<Round> {
  const before = await process.ask<number>("cpu");
  const { requests, perSecond, latenciesMs } = await load(url, one, apiKey, { amount });
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const spent = (await process.ask<number>("cpu")) - before;
  const [p50Ms, p99Ms] = [percentile(latenciesMs, 0.5), percentile(latenciesMs, 0.99)];
  return { perSecond, p50Ms, p99Ms, cpuMsPerRequest: spent / requests };
}

/** @throws when the guard itself does not answer: a fallback is cheaper. */
async function confirm({ url, apiKey }: Server, { service, path, body }: Case): Promise<void> {
  const headers = { Authorization: `Bearer ${apiKey}`, "Content-Type": "application/json" };
  const answer = await fetch(url + path, { method: "POST", headers, body });
  const { success, fallback_used: fallback, error } = (await answer.json()) as Record<string, unknown>;
  if (success !== true || fallback !== false)
    throw new Error(`${service} did not answer for itself: ${error ?? "fallback"}`);
}

const cpu = (round: Round): number => round.cpuMsPerRequest;

function describe(rounds: readonly Round[][]): string {
  const head = [
    `${CONNECTIONS} connections, 1 KB`,
    "req/s",
    "p50 ms",
    "p99 ms",
    "CPU ms/request",
    "CPU / bare",
    "req/s: bare / ours",
  ];
  const [bare = []] = rounds;
  const rows = [BARE, ...CASES].map(({ name }, index) => {
    const own = rounds[index] ?? [];
    const figures = [
      (round: Round) => round.perSecond,
      (round: Round) => round.p50Ms,
      (round: Round) => round.p99Ms,
      cpu,
    ];
    const slower = medianRatio(
      bare.map((round) => round.perSecond),
      own.map((round) => round.perSecond),
    );
    const ratios = [medianRatio(own.map(cpu), bare.map(cpu)), slower];
    return [name, ...figures.map((figure) => digits(median(own.map(figure)))), ...ratios.map(digits)];
  });
  return table(head, rows);
}
