import { type Commands, read } from "#scripts/standins/upstash/commands/command";
import { RedisError, Status } from "#scripts/standins/upstash/reply";

export const server: Commands = {
  ping: read(-1, (_context, args) => {
    if (args.length > 1) throw new RedisError("ERR wrong number of arguments for 'ping' command");
    return args.length === 1 ? args[0] : new Status("PONG");
  }),
  echo: read(2, (_context, [text]) => text),
  time: read(1, ({ keys }) => {
    const now = keys.now();
    return [String(Math.floor(now / 1000)), String((now % 1000) * 1000)];
  }),
  publish: read(3, ({ hub }, [channel, payload]) => hub.publish(channel, payload)),
};
