/** Own CPU of a request without any network, against a bare Hono route called the same way. */
import { startChild } from "#scripts/bench/child";
import type { InProcess } from "#scripts/bench/endpoint/in-process-process";
import type { StackFacts } from "#scripts/bench/endpoint/stack-process";
import type { Metric } from "#scripts/bench/metric";
import { digits, table } from "#scripts/bench/table";

export async function measureInProcess({ env, apiKey }: StackFacts, print: (line: string) => void): Promise<Metric[]> {
  const child = startChild(new URL("in-process-process.ts", import.meta.url), {
    env: { ...env, BENCH_API_KEY: apiKey },
  });
  const measured = await child.ask<InProcess[]>("measure");
  await child.stop();
  const [bare, ...own] = measured;
  const against = ({ cpuMsPerRequest }: InProcess) => cpuMsPerRequest / (bare?.cpuMsPerRequest ?? Number.NaN);
  const rows = measured.map((one) => [
    one.name,
    ...[one.cpuMsPerRequest, against(one), one.redis, one.sql].map(digits),
  ]);
  print(`${table(["in process, 1 KB", "CPU ms/request", "CPU / bare", "Redis calls", "SQL calls"], rows)}\n`);
  return own.flatMap((one): Metric[] => [
    { name: `in-process/${one.name}/cpu`, kind: "ratio", value: against(one) },
    { name: `in-process/${one.name}/redis`, kind: "count", value: one.redis },
    { name: `in-process/${one.name}/sql`, kind: "count", value: one.sql },
  ]);
}
