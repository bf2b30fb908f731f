import { type Args, type Commands, type Context, read, write } from "#scripts/standins/upstash/commands/command";
import { Options } from "#scripts/standins/upstash/commands/options";
import { entryAt, findGroup } from "#scripts/standins/upstash/commands/stream-groups";
import { entryReply, rangeEnd, rangeStart } from "#scripts/standins/upstash/commands/streams";
import type { Reply } from "#scripts/standins/upstash/reply";
import { parseInteger } from "#scripts/standins/upstash/store/numbers";
import {
  compareIds,
  formatId,
  type Group,
  type Pending,
  parseId,
  type Stream,
  ZERO_ID,
} from "#scripts/standins/upstash/store/stream";

const CLAIM_COUNT = 100;

export const streamPending: Commands = {
  xpending: read(-3, (context, args) => {
    const { group } = findGroup(context, args[0], args[1]);
    return args.length === 2 ? summary(group) : details(context, group, args);
  }),
  xclaim: write(-6, claim),
  xautoclaim: write(-6, autoClaim),
};

function inOrder(group: Group): Pending[] {
  return [...group.pending.values()].sort((a, b) => compareIds(a.id, b.id));
}

function summary(group: Group): Reply {
  const all = inOrder(group);
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return [0, null, null, null];
  const counts = new Map<string, number>();
  for (const { consumer } of all) counts.set(consumer, (counts.get(consumer) ?? 0) + 1);
  return [all.length, formatId(first.id), formatId(last.id), [...counts].map(([name, count]) => [name, String(count)])];
}

function details({ keys }: Context, group: Group, args: Args): Reply {
  const options = new Options(args.slice(2));
  const minIdle = options.take("IDLE") ? options.integer() : 0;
  const [start, end, count] = [rangeStart(options.next()), rangeEnd(options.next()), options.integer()];
  const consumer = options.done ? undefined : options.next();
  options.end();
  return inOrder(group)
    .filter((p) => compareIds(p.id, start) >= 0 && end !== undefined && compareIds(p.id, end) <= 0)
    .filter((p) => (consumer === undefined || p.consumer === consumer) && keys.now() - p.deliveredAt >= minIdle)
    .slice(0, count)
    .map((p) => [formatId(p.id), p.consumer, keys.now() - p.deliveredAt, p.deliveries]);
}

function claim(context: Context, args: Args): Reply {
  const { stream, group } = findGroup(context, args[0], args[1]);
  const words = args.slice(4);
  const options = words.findIndex((word) => !/^\d+(-\d+)?$/.test(word));
  const ids = options === -1 ? words : words.slice(0, options);
  const justIds = words.some((word) => word.toUpperCase() === "JUSTID");
  const chosen = ids.flatMap((id) => group.pending.get(formatId(parseId(id, 0))) ?? []);
  const claimed = chosen.filter((p) => context.keys.now() - p.deliveredAt >= parseInteger(args[3]));
  return take(context, { stream, group }, claimed, { consumer: args[2], justIds }).entries;
}

function autoClaim(context: Context, args: Args): Reply {
  const { stream, group } = findGroup(context, args[0], args[1]);
  const options = new Options(args.slice(4));
  const start = rangeStart(options.next());
  const count = options.take("COUNT") ? options.integer() : CLAIM_COUNT;
  const justIds = options.take("JUSTID") !== undefined;
  options.end();
  const idle = inOrder(group).filter(
    (p) => compareIds(p.id, start) >= 0 && context.keys.now() - p.deliveredAt >= parseInteger(args[3]),
  );
  const { entries, deleted } = take(context, { stream, group }, idle.slice(0, count), { consumer: args[2], justIds });
  return [formatId(idle[count]?.id ?? ZERO_ID), entries, deleted];
}

/** Hands entries over to a consumer; those deleted from the stream leave the list of pending ones instead. */
function take(
  { keys }: Context,
  { stream, group }: { stream: Stream; group: Group },
  claimed: Pending[],
  { consumer, justIds }: { consumer: string; justIds: boolean },
): { entries: Reply[]; deleted: Reply[] } {
  const entries: Reply[] = [];
  const deleted: Reply[] = [];
  group.consumers.set(consumer, keys.now());
  for (const pending of claimed) {
    const id = formatId(pending.id);
    const entry = entryAt(stream, pending.id);
    if (entry === undefined) {
      group.pending.delete(id);
      deleted.push(id);
      continue;
    }
    const deliveries = justIds ? pending.deliveries : pending.deliveries + 1;
    group.pending.set(id, { ...pending, consumer, deliveredAt: keys.now(), deliveries });
    entries.push(justIds ? id : entryReply(entry));
  }
  return { entries, deleted };
}
