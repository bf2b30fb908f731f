/** The platform of scripts/dev over the project in the current folder: ours, or the bare route of scripts/bench/bare. */
import { answerParent } from "#scripts/bench/child";
import { cpuMs } from "#scripts/bench/cpu";
import { type Platform, startPlatform } from "#scripts/dev/platform";

const port = process.env.BENCH_PORT;
let platform: Platform | undefined;

async function start(): Promise<string> {
  platform = await startPlatform(port === undefined ? undefined : Number(port));
  return platform.url;
}

answerParent({ start, cpu: () => cpuMs() }, () => platform?.stop());
