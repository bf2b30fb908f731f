/** Answers calls to services from memory, so that what remains of a request's CPU is our own. */

export interface Replay {
  fetch: typeof fetch;
  /** Calls so far, real or replayed, by service. */
  calls(): { redis: number; sql: number; other: number };
  /** From now on a call like one that was answered before gets the same answer; others still go out. */
  start(): void;
}

interface Kept {
  body: string;
  init: { status: number; headers: [string, string][] };
}

export function createReplay(original: typeof fetch, urls: { redis: string; sql: string }): Replay {
  const kept = new Map<string, Kept>();
  const count = { redis: 0, sql: 0, other: 0 };
  let replaying = false;
  async function replayed(input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> {
    const url = input instanceof Request ? input.url : String(input);
    count[url.startsWith(urls.redis) ? "redis" : url.startsWith(urls.sql) ? "sql" : "other"] += 1;
    const kind = `${url} ${kindOf(init?.body)}`;
    const known = replaying ? kept.get(kind) : undefined;
    if (known !== undefined) return new Response(known.body, known.init);
    const response = await original(input, init);
    const body = await response.text();
    const answer = { body, init: { status: response.status, headers: [...response.headers] } };
    kept.set(kind, answer);
    return new Response(body, answer.init);
  }
  return {
    fetch: replayed as typeof fetch,
    calls: () => ({ ...count }),
    start() {
      replaying = true;
    },
  };
}

/** What a call asks for, without the ids, times and keys that differ each time: its commands, or its statement. */
function kindOf(body: unknown): string {
  if (typeof body !== "string") return "";
  const parsed: unknown = JSON.parse(body);
  if (!Array.isArray(parsed)) return JSON.stringify((parsed as { query?: unknown }).query ?? null);
  const commands: unknown[] = Array.isArray(parsed[0]) ? parsed : [parsed];
  return commands.map((command) => (Array.isArray(command) ? String(command[0]) : "")).join(" ");
}
