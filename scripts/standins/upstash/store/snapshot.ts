import { existsSync, readFileSync } from "node:fs";
import { writeAtomically } from "#scripts/standins/atomic-file";
import type { Keyspace } from "#scripts/standins/upstash/store/keyspace";
import { SortedSet } from "#scripts/standins/upstash/store/sorted-set";
import type { Group, Stream } from "#scripts/standins/upstash/store/stream";
import type { Entry } from "#scripts/standins/upstash/store/values";

const VERSION = 1;

/** Saved entries, or none if there is no file yet. Throws one sentence when the file is damaged. */
export function loadSnapshot(path: string): [string, Entry][] {
  if (!existsSync(path)) return [];
  try {
    const { version, entries } = JSON.parse(readFileSync(path, "utf8")) as { version: number; entries: SavedEntry[] };
    if (version !== VERSION) throw new Error(`version ${version}`);
    return entries.map(revive);
  } catch {
    throw new Error(`The saved Redis data in ${path} cannot be read: \`npm run reset\` starts afresh.`);
  }
}

export function saveSnapshot(path: string, keyspace: Keyspace): void {
  const entries = [...keyspace.live()].map(([key, entry]) => [
    key,
    entry.type,
    entry.expiresAt ?? null,
    flatten(entry),
  ]);
  writeAtomically(path, JSON.stringify({ version: VERSION, entries }));
}

type SavedEntry = [key: string, type: Entry["type"], expiresAt: number | null, value: unknown];

function flatten(entry: Entry): unknown {
  switch (entry.type) {
    case "hash":
    case "set":
      return [...entry.value];
    case "zset":
      return entry.value.ordered().map(([member, score]) => [member, String(score)]);
    case "stream":
      return { ...entry.value, groups: [...entry.value.groups].map(flattenGroup) };
    default:
      return entry.value;
  }
}

function flattenGroup([name, group]: [string, Group]): unknown {
  return [name, { ...group, consumers: [...group.consumers], pending: [...group.pending] }];
}

function revive([key, type, expiresAt, value]: SavedEntry): [string, Entry] {
  const entry = { type, value: reviveValue(type, value) } as Entry;
  return [key, expiresAt === null ? entry : { ...entry, expiresAt }];
}

function reviveValue(type: Entry["type"], value: unknown): Entry["value"] {
  switch (type) {
    case "hash":
      return new Map(value as [string, string][]);
    case "set":
      return new Set(value as string[]);
    case "zset":
      return new SortedSet((value as [string, string][]).map(([member, score]) => [member, Number(score)]));
    case "stream":
      return reviveStream(value as SavedStream);
    default:
      return value as string | string[];
  }
}

type SavedGroup = Omit<Group, "consumers" | "pending"> & { consumers: [string, number][]; pending: [] };
type SavedStream = Omit<Stream, "groups"> & { groups: [string, SavedGroup][] };

function reviveStream(saved: SavedStream): Stream {
  const groups = saved.groups.map(([name, group]): [string, Group] => [
    name,
    { ...group, consumers: new Map(group.consumers), pending: new Map(group.pending) },
  ]);
  return { ...saved, groups: new Map(groups) };
}
