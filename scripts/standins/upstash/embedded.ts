/** Redis inside this process: no server to install, state in one file. */

import { takeLock } from "#scripts/standins/lock";
import type { Commands, Context } from "#scripts/standins/upstash/commands/command";
import { execute, lookUp } from "#scripts/standins/upstash/commands/execute";
import { scripting } from "#scripts/standins/upstash/commands/scripting";
import { dataCommands } from "#scripts/standins/upstash/commands/table";
import type { Engine } from "#scripts/standins/upstash/engine";
import { Interpreter } from "#scripts/standins/upstash/lua/interpreter";
import { RedisError, type Reply } from "#scripts/standins/upstash/reply";
import { Hub } from "#scripts/standins/upstash/store/hub";
import { Keyspace } from "#scripts/standins/upstash/store/keyspace";
import { loadSnapshot, saveSnapshot } from "#scripts/standins/upstash/store/snapshot";

const SWEEP_MS = 10_000;
const SAVE_MS = 2_000;

/** `dataFile` is read now and written every two seconds when something changed, and at the end. */
export function openEmbedded(dataFile: string | undefined): Engine {
  const unlock = dataFile === undefined ? () => {} : takeLock(`${dataFile}.lock`, `The Redis data in ${dataFile}`);
  try {
    const keys = new Keyspace(Date.now, dataFile === undefined ? [] : loadSnapshot(dataFile));
    const stopTimers = keepTidy(keys, dataFile);
    return createEngine({ keys, hub: new Hub() }, () => {
      stopTimers();
      unlock();
    });
  } catch (error) {
    unlock();
    throw error;
  }
}

function createEngine(context: Context, close: () => void): Engine {
  let inner = 0;
  const interpreter = new Interpreter((command) => {
    inner++;
    return execute(dataCommands, context, command);
  });
  const commands: Commands = { ...dataCommands, ...scripting(interpreter) };
  return {
    run: async (command) => execute(commands, context, command),
    transaction: async (list) => runAll(commands, context, list),
    subscribe: async (kind, name, listen) => context.hub.subscribe(kind, name, listen),
    innerCommands: () => inner,
    close: async () => close(),
  };
}

/** As MULTI/EXEC: a command that cannot be queued refuses all, one that fails does not stop the rest. */
function runAll(commands: Commands, context: Context, list: string[][]): Reply[] {
  for (const [name = "", ...args] of list) abortUnlessQueueable(commands, name, args);
  return context.keys.atomically(() => list.map((command) => settle(() => execute(commands, context, command))));
}

function abortUnlessQueueable(commands: Commands, name: string, args: string[]): void {
  try {
    lookUp(commands, name, args);
  } catch {
    throw new RedisError("EXECABORT Transaction discarded because of previous errors.");
  }
}

function settle(work: () => Reply): Reply {
  try {
    return work();
  } catch (error) {
    if (error instanceof RedisError) return error;
    throw error;
  }
}

/** Returns what to do at the end: stop the timers and save. */
function keepTidy(keys: Keyspace, dataFile: string | undefined): () => void {
  let saved = keys.changes;
  const save = () => {
    if (dataFile === undefined || keys.changes === saved) return;
    saveSnapshot(dataFile, keys);
    saved = keys.changes;
  };
  const timers = [setInterval(() => keys.sweep(), SWEEP_MS), setInterval(save, SAVE_MS)];
  for (const timer of timers) timer.unref();
  return () => {
    for (const timer of timers) clearInterval(timer);
    save();
  };
}
