import { type Args, type Command, type Commands, type Context, read } from "#scripts/standins/upstash/commands/command";
import { Options } from "#scripts/standins/upstash/commands/options";
import { RedisError, type Reply, syntaxError } from "#scripts/standins/upstash/reply";
import { matchesGlob } from "#scripts/standins/upstash/store/glob";
import { formatFloat } from "#scripts/standins/upstash/store/numbers";

const DEFAULT_COUNT = 10;

/** Cursors are positions in a list that is sorted anew for each page: an element that stays is met at least once unless earlier ones go. */
export const scan: Commands = {
  scan: read(-2, (context, args) => {
    const options = scanOptions(args.slice(1));
    const names = [...context.keys.live()].filter(
      ([, entry]) => options.type === undefined || entry.type === options.type,
    );
    return page(
      args[0],
      names.map(([key]) => [key]),
      options,
    );
  }),
  hscan: element(({ keys }, key) => [...(keys.read(key, "hash") ?? [])]),
  sscan: element(({ keys }, key) => [...(keys.read(key, "set") ?? [])].map((member) => [member])),
  zscan: element(({ keys }, key) =>
    (keys.read(key, "zset")?.ordered() ?? []).map(([m, score]) => [m, formatFloat(score)]),
  ),
};

/** One thing to be met: its name first, then what goes with it. */
type Item = [name: string, ...rest: string[]];

function element(list: (context: Context, key: string) => Item[]): Command {
  return read(-3, (context, args: Args) => page(args[1], list(context, args[0]), scanOptions(args.slice(2))));
}

interface ScanOptions {
  match?: string;
  type?: string;
  count: number;
}

function scanOptions(words: string[]): ScanOptions {
  const options = new Options(words);
  const result: ScanOptions = { count: DEFAULT_COUNT };
  while (!options.done) {
    const name = options.take("MATCH", "COUNT", "TYPE");
    if (name === "MATCH") result.match = options.next();
    else if (name === "TYPE") result.type = options.next().toLowerCase();
    else if (name === "COUNT") result.count = options.integer();
    else throw syntaxError();
  }
  if (result.count < 1) throw syntaxError();
  return result;
}

function page(cursor: string, items: Item[], { match, count }: ScanOptions): Reply {
  if (!/^\d+$/.test(cursor)) throw new RedisError("ERR invalid cursor");
  const from = Number(cursor);
  const sorted = items.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const found = sorted.slice(from, from + count).filter(([name]) => match === undefined || matchesGlob(match, name));
  const next = from + count >= sorted.length ? 0 : from + count;
  return [String(next), found.flat()];
}
