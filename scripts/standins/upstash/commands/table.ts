/** Every command of the embedded store, by lower-case name. Scripting is added where the interpreter lives. */
import { bits } from "#scripts/standins/upstash/commands/bits";
import type { Commands } from "#scripts/standins/upstash/commands/command";
import { counters } from "#scripts/standins/upstash/commands/counters";
import { expiry } from "#scripts/standins/upstash/commands/expiry";
import { hashes } from "#scripts/standins/upstash/commands/hashes";
import { keys } from "#scripts/standins/upstash/commands/keys";
import { lists } from "#scripts/standins/upstash/commands/lists";
import { scan } from "#scripts/standins/upstash/commands/scan";
import { server } from "#scripts/standins/upstash/commands/server";
import { sets } from "#scripts/standins/upstash/commands/sets";
import { sortedSetAlgebra } from "#scripts/standins/upstash/commands/sorted-set-algebra";
import { sortedSetRanges } from "#scripts/standins/upstash/commands/sorted-set-ranges";
import { sortedSets } from "#scripts/standins/upstash/commands/sorted-sets";
import { streamGroups } from "#scripts/standins/upstash/commands/stream-groups";
import { streamPending } from "#scripts/standins/upstash/commands/stream-pending";
import { streams } from "#scripts/standins/upstash/commands/streams";
import { strings } from "#scripts/standins/upstash/commands/strings";

export const dataCommands: Commands = {
  ...strings,
  ...counters,
  ...bits,
  ...keys,
  ...scan,
  ...expiry,
  ...hashes,
  ...lists,
  ...sets,
  ...sortedSets,
  ...sortedSetRanges,
  ...sortedSetAlgebra,
  ...streams,
  ...streamGroups,
  ...streamPending,
  ...server,
};
