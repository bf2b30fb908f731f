import type { Command, Commands, Context } from "#scripts/standins/upstash/commands/command";
import { RedisError, type Reply, toText } from "#scripts/standins/upstash/reply";

const SHOWN_ARGUMENTS = 128;

/** Looks a command up, checks its arity and runs it. Throws RedisError. */
export function execute(commands: Commands, context: Context, [name = "", ...args]: string[]): Reply {
  const command = lookUp(commands, name, args);
  const answer = command.run(context, args as never);
  if (command.writes) context.keys.changes++;
  return answer;
}

/** Throws when there is no such command or the number of words is wrong. */
export function lookUp(commands: Commands, name: string, args: string[]): Command {
  const command = Object.hasOwn(commands, name.toLowerCase()) ? commands[name.toLowerCase()] : undefined;
  if (command === undefined) throw unknownCommand(name, args);
  const words = args.length + 1;
  if (command.arity < 0 ? words < -command.arity : words !== command.arity) {
    throw new RedisError(`ERR wrong number of arguments for '${toText(name.toLowerCase())}' command`);
  }
  return command;
}

function unknownCommand(name: string, args: string[]): RedisError {
  const shown = args.map((word) => `'${toText(word.slice(0, SHOWN_ARGUMENTS))}' `).join("");
  return new RedisError(
    `ERR unknown command '${toText(name.slice(0, SHOWN_ARGUMENTS))}', with args beginning with: ${shown}`,
  );
}
