/** The stand-ins, in memory, in a process of their own: what databases cost is not ours. */
import { answerParent } from "#scripts/bench/child";
import { type Stack, startStack } from "#scripts/dev/stack";

export interface StackFacts {
  env: Record<string, string>;
  apiKey: string;
}

let stack: Stack | undefined;

async function start(): Promise<StackFacts> {
  stack = await startStack({ stateDir: undefined, baseUrl: process.env.BENCH_BASE_URL ?? "" });
  return { env: stack.env, apiKey: stack.seeded.apiKey };
}

answerParent({ start }, () => stack?.stop());
