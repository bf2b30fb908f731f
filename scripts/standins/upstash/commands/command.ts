import type { Reply } from "#scripts/standins/upstash/reply";
import type { Hub } from "#scripts/standins/upstash/store/hub";
import type { Keyspace } from "#scripts/standins/upstash/store/keyspace";

/** What a command may touch. */
export interface Context {
  keys: Keyspace;
  hub: Hub;
}

export interface Command {
  /** Number of words, the name included; negative for "at least". */
  arity: number;
  /** Changes data, so that a snapshot is due. */
  writes: boolean;
  /** `args` are the words after the name. Throws RedisError. */
  run(context: Context, args: Args): Reply;
}

/** Words of a command, checked against the arity beforehand: the places up to it exist. */
export type Args = readonly string[] & {
  readonly 0: string;
  readonly 1: string;
  readonly 2: string;
  readonly 3: string;
};

export type Commands = Record<string, Command>;

export function read(arity: number, run: Command["run"]): Command {
  return { arity, writes: false, run };
}

export function write(arity: number, run: Command["run"]): Command {
  return { arity, writes: true, run };
}
