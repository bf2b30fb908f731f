import type { Reply } from "#scripts/standins/upstash/reply";

/** A message on a channel; `pattern` when it came through one. Byte strings. */
export interface Message {
  pattern?: string;
  channel: string;
  payload: string;
}

/** What stands behind the REST front: the embedded store or a real Redis. Commands are byte strings, name first. */
export interface Engine {
  /** Rejects with RedisError. */
  run(command: string[]): Promise<Reply>;
  /** One step for everybody else: errors of single commands are values in the list, a refused list rejects. */
  transaction(commands: string[][]): Promise<Reply[]>;
  subscribe(kind: "channel" | "pattern", name: string, listen: (message: Message) => void): Promise<() => void>;
  /** Redis commands that scripts issued; the REST front counts the outer ones. */
  innerCommands(): number;
  close(): Promise<void>;
}

const UNAVAILABLE = new Set(
  "AUTH BLMOVE BLMPOP BLPOP BRPOP BRPOPLPUSH BZPOPMAX BZPOPMIN CLIENT CONFIG DISCARD EXEC MONITOR MULTI PSUBSCRIBE PUNSUBSCRIBE QUIT RESET SELECT SHUTDOWN SUBSCRIBE SYNC UNSUBSCRIBE UNWATCH WATCH".split(
    " ",
  ),
);

/** Commands that make no sense without a lasting connection, or that would end the server. */
export function isUnavailable(name: string): boolean {
  return UNAVAILABLE.has(name.toUpperCase());
}
