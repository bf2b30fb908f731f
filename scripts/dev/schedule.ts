/** The platform's scheduler on this machine: calls each cron of vercel.json once a minute with its secret. */
import { readFileSync } from "node:fs";

const MINUTE_MS = 60_000;

/** @returns how to stop it. */
export function startSchedule(baseUrl: string, secret: string): () => void {
  const { crons = [] } = JSON.parse(readFileSync("vercel.json", "utf8")) as { crons?: { path: string }[] };
  const call = async (path: string) => {
    const response = await fetch(new URL(path, baseUrl), { headers: { Authorization: `Bearer ${secret}` } }).catch(
      () => null,
    );
    if (response === null || !response.ok)
      console.error(`Job ${path} failed${response === null ? "" : ` with ${response.status}`}.`);
  };
  const timer = setInterval(() => {
    for (const { path } of crons) void call(path);
  }, MINUTE_MS);
  return () => clearInterval(timer);
}
