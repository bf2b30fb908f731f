/** The router as a function call: every guard inline, services answered from memory, so that all CPU is our own. */
import { routerDeps } from "#lib/deps/router";
import { parseEnv } from "#lib/env";
import { GUARD_IDS } from "#lib/guards/guard";
import { REGISTRY } from "#lib/guards/registry";
import { edge } from "#lib/surfaces/http/edge";
import { routerApp } from "#lib/surfaces/http/router-app";
import bare from "#scripts/bench/bare/api/index";
import { answerParent } from "#scripts/bench/child";
import { cpuMs } from "#scripts/bench/cpu";
import { BARE, CASES, type Case } from "#scripts/bench/endpoint/cases";
import { createReplay } from "#scripts/bench/endpoint/replay";
import { median } from "#scripts/bench/statistics";

export interface InProcess {
  name: string;
  cpuMsPerRequest: number;
  /** Calls to services for one request once everything is warm. */
  redis: number;
  sql: number;
}

type Send = (one: Case) => Promise<void>;

const ROUNDS = 15;
const REQUESTS = 20;
const WARM_UP = 100;

const env = parseEnv({
  ...process.env,
  GUARD_DISPATCH: GUARD_IDS.map((guard) => `${guard}=inline`).join(","),
  REDIS_TIMEOUT_MS: "10000",
  LOG_LEVEL: "silent",
});
const replay = createReplay(fetch, { redis: env.REDIS_REST_URL, sql: env.DATABASE_HTTP_URL ?? "" });
globalThis.fetch = replay.fetch;

function own(): Send {
  const { ports, settings } = routerDeps({ inline: REGISTRY, fallback: {} }, env);
  const handle = edge(routerApp(ports, settings));
  return async (one) => {
    const pending: Promise<unknown>[] = [];
    const answer = await handle(request(one), { waitUntil: (work) => void pending.push(work) });
    await answer.text();
    while (pending.length > 0) await pending.pop();
    if (answer.status !== 200) throw new Error(`${one.path} answered ${answer.status}`);
  };
}

async function sendBare(one: Case): Promise<void> {
  const answer = await bare(request(one));
  await answer.text();
}

function request({ path, body }: Case): Request {
  const headers = { "Content-Type": "application/json", Authorization: `Bearer ${process.env.BENCH_API_KEY}` };
  return new Request(new URL(path, "http://localhost"), { method: "POST", headers, body });
}

async function measure(): Promise<InProcess[]> {
  const sendOwn = own();
  const subjects = [BARE, ...CASES].map((one) => ({
    one,
    send: one === BARE ? sendBare : sendOwn,
    costs: [] as number[],
  }));
  for (const { one, send } of subjects) await repeat(send, one, WARM_UP);
  const warmCalls = await countCalls(sendOwn);
  replay.start();
  for (let round = 0; round < ROUNDS; round++) {
    for (const { one, send, costs } of subjects) costs.push(await repeat(send, one, REQUESTS));
  }
  return subjects.map(({ one, costs }) => ({
    name: one.name,
    cpuMsPerRequest: median(costs),
    ...(warmCalls.get(one.name) ?? { redis: 0, sql: 0 }),
  }));
}

/** @returns CPU of one request, in ms. */
async function repeat(send: Send, one: Case, times: number): Promise<number> {
  const before = process.cpuUsage();
  for (let time = 0; time < times; time++) await send(one);
  return cpuMs(before) / times;
}

async function countCalls(send: Send): Promise<Map<string, { redis: number; sql: number }>> {
  const calls = new Map<string, { redis: number; sql: number }>();
  for (const one of CASES) {
    const before = replay.calls();
    await send(one);
    const after = replay.calls();
    calls.set(one.name, { redis: after.redis - before.redis, sql: after.sql - before.sql });
  }
  return calls;
}

answerParent({ measure });
