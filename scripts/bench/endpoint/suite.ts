/** The endpoint on the local stack: under load over HTTP, and as a plain function call. */
import { startChild } from "#scripts/bench/child";
import { measureInProcess } from "#scripts/bench/endpoint/in-process";
import { measureOverHttp, startOurs } from "#scripts/bench/endpoint/over-http";
import type { StackFacts } from "#scripts/bench/endpoint/stack-process";
import type { Suite } from "#scripts/bench/metric";
import { findPort } from "#scripts/standins/ports";

export const endpoint: Suite = async (print) => {
  const port = await findPort();
  const env = { BENCH_BASE_URL: `http://127.0.0.1:${port}` };
  const stack = startChild(new URL("stack-process.ts", import.meta.url), { env });
  try {
    const facts = await stack.ask<StackFacts>("start");
    const ours = await startOurs(facts, port);
    const overHttp = await measureOverHttp(ours, print).finally(ours.process.stop);
    return [...overHttp, ...(await measureInProcess(facts, print))];
  } finally {
    await stack.stop();
  }
};
