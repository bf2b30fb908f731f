import { type Args, type Command, type Commands, read } from "#scripts/standins/upstash/commands/command";
import type { Interpreter } from "#scripts/standins/upstash/lua/interpreter";
import { OK, RedisError, type Reply } from "#scripts/standins/upstash/reply";
import { parseInteger } from "#scripts/standins/upstash/store/numbers";

/** EVAL and its family over one interpreter. What a script writes is counted by the commands it calls. */
export function scripting(interpreter: Interpreter): Commands {
  const evaluate: Command = read(-3, (context, args) =>
    context.keys.atomically(() => runScript(interpreter, interpreter.load(args[0]), args)),
  );
  const evaluateBySha: Command = read(-3, (context, args) =>
    context.keys.atomically(() => runScript(interpreter, args[0].toLowerCase(), args)),
  );
  return {
    eval: evaluate,
    eval_ro: evaluate,
    evalsha: evaluateBySha,
    evalsha_ro: evaluateBySha,
    script: read(-2, (_context, args) => manageScripts(interpreter, args)),
  };
}

function runScript(interpreter: Interpreter, sha: string, args: Args): Reply {
  const count = parseInteger(args[1]);
  if (count < 0) throw new RedisError("ERR Number of keys can't be negative");
  if (count > args.length - 2) throw new RedisError("ERR Number of keys can't be greater than number of args");
  return interpreter.run(sha, args.slice(2, 2 + count), args.slice(2 + count));
}

function manageScripts(interpreter: Interpreter, [verb, ...rest]: Args): Reply {
  switch (verb.toUpperCase()) {
    case "LOAD":
      return interpreter.load(rest[0] ?? "");
    case "EXISTS":
      return rest.map((sha) => (interpreter.has(sha.toLowerCase()) ? 1 : 0));
    case "FLUSH":
      interpreter.forgetAll();
      return OK;
    default:
      throw new RedisError(`ERR unknown subcommand '${verb}'. Try SCRIPT HELP.`);
  }
}
