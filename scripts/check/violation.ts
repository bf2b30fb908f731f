import { pathToFileURL } from "node:url";

/** One broken rule at one place. `message` says what to do instead. */
export type Violation = { file: string; line: number; message: string };

export function formatViolation({ file, line, message }: Violation): string {
  return `${file}:${line}: ${message}`;
}

/** Lets a check file be run by itself: prints what it finds and fails the process if there is anything. */
export async function runAsScript(moduleUrl: string, check: () => Promise<Violation[]> | Violation[]): Promise<void> {
  if (moduleUrl !== pathToFileURL(process.argv[1] ?? "").href) return;
  const violations = await check();
  for (const violation of violations) console.error(formatViolation(violation));
  if (violations.length > 0) process.exitCode = 1;
}
