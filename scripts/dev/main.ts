/** npm start, once the packages are there: starts everything, says how to call it, stops everything on Ctrl-C. */
import { createServer } from "node:net";
import { announce } from "#scripts/dev/announce";
import { readSettings, type Settings } from "#scripts/dev/settings";
import { openStateFolder } from "#scripts/dev/state-folder";
import { type Stop, untilStopped } from "#scripts/dev/until-stopped";
import { listen } from "#scripts/standins/ports";

/** The stand-ins share this process's one thread with the guards, so that an answer may have to wait for it. */
const PATIENT = { REDIS_TIMEOUT_MS: "3000", DATABASE_TIMEOUT_MS: "10000" };

export function start(): Promise<never> {
  return untilStopped((onStop, stopped) => startAll(readSettings(process.env), onStop, stopped));
}

async function startAll(
  { port, stateDir, ...urls }: Settings,
  onStop: (stop: Stop) => void,
  stopped: AbortSignal,
): Promise<void> {
  const progress = (step: string) => {
    stopped.throwIfAborted();
    console.log(`${seconds().toFixed(1).padStart(5)} s  ${step} …`);
  };
  const folder = openStateFolder(stateDir);
  onStop(folder.close);
  await checkPort(port);
  const baseUrl = `http://127.0.0.1:${port}`;
  progress("packages");
  const { copyDocsAssets, startPlatform, startSchedule, startStack } = await loadParts();
  const stack = await startStack({ stateDir, baseUrl, ...urls, progress });
  onStop(stack.stop);
  folder.complete();
  progress("functions and documentation");
  copyDocsAssets();
  Object.assign(process.env, { ...PATIENT, LOG_LEVEL: "info", ...process.env, ...stack.env });
  const platform = await startPlatform(port);
  onStop(platform.stop);
  onStop(startSchedule(platform.url, stack.env.CRON_SECRET ?? ""));
  stopped.throwIfAborted();
  onStop(announce(baseUrl, stateDir, stack.seeded, seconds()));
}

/** Only now: what is refused is refused before the wait for these. */
async function loadParts() {
  const [build, platform, schedule, stack] = await Promise.all([
    import("#scripts/build"),
    import("#scripts/dev/platform"),
    import("#scripts/dev/schedule"),
    import("#scripts/dev/stack"),
  ]);
  return { ...build, ...platform, ...schedule, ...stack };
}

/** Since the process began: what came before this file is part of the wait. */
function seconds(): number {
  return process.uptime();
}

/** A taken port is known before anything slow is started. */
async function checkPort(port: number): Promise<void> {
  const probe = createServer();
  await listen(probe, port, "AIGuardian").catch((error: Error) => {
    throw new Error(error.message.replace(/\.$/, `: PORT=${port === 8001 ? 8002 : 8001} npm start.`));
  });
  await new Promise((closed) => probe.close(closed));
}
