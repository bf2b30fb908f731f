/** A TypeScript file as a process of its own, whose CPU is accounted for by itself. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** The answer did not come in time, and the process was stopped for it. */
export class LateError extends Error {}

export interface Child {
  /** Sends a question and waits for the answer. @throws {LateError}, or another error when the process fails or ends. */
  ask<Answer>(question: string, timeoutMs?: number): Promise<Answer>;
  stop(): Promise<void>;
}

export interface ChildOptions {
  env?: Record<string, string>;
  cwd?: URL;
}

const TSX = import.meta.resolve("tsx");
const PATIENCE_MS = 60_000;

/** @param module file that calls {@link answerParent}. */
export function startChild(
  module: URL,
  { env = {}, cwd = new URL("../../", import.meta.url) }: ChildOptions = {},
): Child {
  const child = fork(fileURLToPath(module), {
    cwd: fileURLToPath(cwd),
    env: { ...process.env, ...env },
    execArgv: ["--import", TSX],
  });
  const gone = new AbortController();
  const ended = once(child, "exit").then(() => gone.abort(new Error(`${module.pathname} ended: see above.`)));
  return {
    ask: <Answer>(question: string, timeoutMs = PATIENCE_MS) =>
      ask(child, gone.signal, question, timeoutMs) as Promise<Answer>,
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

async function ask(child: ChildProcess, gone: AbortSignal, question: string, timeoutMs: number): Promise<unknown> {
  const late = new AbortController();
  const timer = setTimeout(() => {
    late.abort(new LateError(`no answer to "${question}" within ${timeoutMs / 1_000} s`));
    child.kill("SIGKILL");
  }, timeoutMs);
  const signal = AbortSignal.any([gone, late.signal]);
  try {
    child.send(question);
    const [message] = (await once(child, "message", { signal })) as [{ answer: unknown } | { error: string }];
    if ("error" in message) throw new Error(message.error);
    return message.answer;
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    clearTimeout(timer);
  }
}

/** The child's end: answers each question by its name, one at a time, and ends with the parent. */
export function answerParent(answers: Record<string, () => unknown>, stop: () => unknown = () => {}): void {
  process.on("message", async (question: string) => {
    try {
      process.send?.({ answer: await answers[question]?.() });
    } catch (error) {
      process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  process.once("disconnect", async () => {
    await stop();
    process.exit(0);
  });
}
