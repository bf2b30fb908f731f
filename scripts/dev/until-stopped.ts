import { messageOf } from "#scripts/standins/http";

export type Stop = () => unknown;

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** A stop that takes longer is given up. */
const PATIENCE_MS = 10_000;
const ORPHAN_CHECK_MS = 500;
/** A signal to the terminal's group comes twice, directly and through npm: only a later one means impatience. */
const ECHO_MS = 1_000;

/**
 * Runs `begin`, waits for Ctrl-C, SIGTERM, SIGHUP or the end of npm above us, stops what `begin` handed over, last first, and ends
 * the process: with 0, or with 1 and one sentence when `begin` failed. `begin` gives up where it checks the signal.
 */
export async function untilStopped(
  begin: (onStop: (stop: Stop) => void, stopped: AbortSignal) => Promise<void>,
): Promise<never> {
  const stops: Stop[] = [];
  const { stopped, untilSignal } = listenToSignals();
  let code = 0;
  try {
    await begin((stop) => stops.push(stop), stopped);
    await untilSignal;
  } catch (error) {
    if (!stopped.aborted) {
      console.error(messageOf(error));
      code = 1;
    }
  }
  for (const stop of stops.reverse()) await stop();
  process.exit(code);
}

function listenToSignals(): { stopped: AbortSignal; untilSignal: Promise<void> } {
  const controller = new AbortController();
  let firstAt: number | undefined;
  const untilSignal = new Promise<void>((resolve) => {
    const listen = () => {
      if (firstAt !== undefined && Date.now() - firstAt > ECHO_MS) process.exit(1);
      if (firstAt !== undefined) return;
      firstAt = Date.now();
      console.log("\nStopping (once more stops at once) …");
      setTimeout(() => process.exit(1), PATIENCE_MS);
      controller.abort();
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, listen);
    whenOrphaned(listen);
  });
  // The terminal may be gone before we are.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  return { stopped: controller.signal, untilSignal };
}

/** A signal to npm alone ends npm and the shell between us: it never arrives here. */
function whenOrphaned(listen: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    listen();
  }, ORPHAN_CHECK_MS);
  timer.unref();
}
