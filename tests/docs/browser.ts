/** Chromium without a window, when this machine has one. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The program, or undefined when there is none. */
export const CHROMIUM = [process.env.CHROMIUM_PATH, "/usr/bin/chromium"].find(
  (path) => path !== undefined && existsSync(path),
);

const PATIENCE_MS = 90_000;

/** The browser's own remark on a machine without a network; the page has nothing to do with it. */
const NO_NETWORK = "Slow network is detected";

const FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--enable-logging=stderr",
  "--virtual-time-budget=8000",
  // No name is known but our own address: whatever the page asked elsewhere would fail, and say so on the console.
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
  "--window-size=1280,1600",
];

export interface Rendered {
  /** The document after its scripts ran. */
  html: string;
  /** Lines of the page's console: errors, requests that failed, and what the content security policy refused. */
  console: string[];
}

export async function render(url: string): Promise<Rendered> {
  const profile = mkdtempSync(join(tmpdir(), "aiguardian-chromium-"));
  const child = spawn(CHROMIUM ?? "", [...FLAGS, `--user-data-dir=${profile}`, "--dump-dom", url], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
  let html = "";
  let log = "";
  child.stdout.on("data", (chunk) => (html += chunk));
  child.stderr.on("data", (chunk) => (log += chunk));
  await new Promise((ended) => child.on("close", ended));
  clearTimeout(timer);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return { html, console: log.split("\n").filter((line) => line.includes("CONSOLE") && !line.includes(NO_NETWORK)) };
}
