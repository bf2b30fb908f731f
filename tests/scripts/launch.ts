/** Starts the platform as a user would: a process of its own, in a process group of its own, with nothing in its environment. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPort } from "#scripts/standins/ports";

const { PATH = "", HOME = "" } = process.env;
const READY_MS = 120_000;

const START = [process.execPath, "scripts/start.mjs"];
export const NPM_START = ["npm", "start"];

export interface Credentials {
  base_url: string;
  api_key: string;
  admin_key: string;
  session_token: string;
}

export interface Launched {
  port: number;
  stateDir: string;
  baseUrl: string;
  /** Everything printed so far, errors last. */
  output(): string;
  stderr(): string;
  /** Resolves when the text was printed; rejects with the output when the process ended before. */
  printed(text: string): Promise<void>;
  ready(): Promise<Credentials>;
  /** Sends to the whole group, as a terminal does. */
  signalGroup(signal: NodeJS.Signals): void;
  /** Sends to the process itself only. */
  signal(signal: NodeJS.Signals): void;
  exitCode: Promise<number | null>;
  /** Whether any process of the group is left. */
  isAlive(): boolean;
  /** Resolves when no process of the group is left. */
  gone(): Promise<void>;
}

export interface LaunchOptions {
  command?: string[];
  stateDir: string;
  port?: number;
  env?: Record<string, string>;
}

const launchedHere = new Set<Launched>();

/** A folder for state, away from the project. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "aiguardian-"));
}

export async function launch({ command = START, stateDir, port, env = {} }: LaunchOptions): Promise<Launched> {
  const ownPort = port ?? (await findPort());
  const [program = "", ...args] = command;
  const child = spawn(program, args, {
    env: { PATH, HOME, PORT: String(ownPort), STATE_DIR: stateDir, ...env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const launched = watch(child, ownPort, stateDir);
  launchedHere.add(launched);
  return launched;
}

/** For afterAll: whatever a failed test left running. */
export function endAll(...folders: string[]): void {
  for (const launched of launchedHere) if (launched.isAlive()) launched.signalGroup("SIGKILL");
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

function watch(child: ChildProcess, port: number, stateDir: string): Launched {
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk) => (stdout += chunk));
  child.stderr?.on("data", (chunk) => (stderr += chunk));
  const output = () => `${stdout}${stderr}`;
  const exitCode = new Promise<number | null>((done) => child.on("close", (code) => done(code)));
  const group = child.pid ?? 0;
  const printed = (text: string) => waitFor(() => output().includes(text), exitCode, output);
  return {
    port,
    stateDir,
    baseUrl: `http://127.0.0.1:${port}`,
    output,
    stderr: () => stderr,
    printed,
    ready: async () => {
      await printed("Ctrl-C stops it");
      return JSON.parse(readFileSync(join(stateDir, "credentials.json"), "utf8")) as Credentials;
    },
    signalGroup: (signal) => void process.kill(-group, signal),
    signal: (signal) => void process.kill(group, signal),
    exitCode,
    isAlive: () => exists(-group),
    gone: async () => {
      while (exists(-group)) await pause();
    },
  };
}

async function waitFor(isThere: () => boolean, ended: Promise<unknown>, output: () => string): Promise<void> {
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  const startedAt = Date.now();
  while (!isThere()) {
    if (isOver || Date.now() - startedAt > READY_MS)
      throw new Error(`Not printed ${isOver ? "before the end" : "in time"}:\n${output()}`);
    await pause();
  }
}

function pause(): Promise<void> {
  return new Promise((next) => setTimeout(next, 50));
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
