import { wrongType } from "#scripts/standins/upstash/reply";
import { type Entry, isEmpty, type TypeName, type Values } from "#scripts/standins/upstash/store/values";

/** All keys of the database. A key past its expiry is gone the moment anyone looks. */
export class Keyspace {
  readonly #entries: Map<string, Entry>;
  readonly #clock: () => number;
  #frozenNow: number | undefined;
  /** Grows with each change, so that a snapshot knows whether it is due. */
  changes = 0;

  constructor(clock: () => number, entries: Iterable<[string, Entry]> = []) {
    this.#clock = clock;
    this.#entries = new Map(entries);
  }

  /** Milliseconds since the epoch; stands still inside `atomically`. */
  now(): number {
    return this.#frozenNow ?? this.#clock();
  }

  /** Time does not pass for `work`: a key cannot expire half-way through a script. */
  atomically<T>(work: () => T): T {
    if (this.#frozenNow !== undefined) return work();
    this.#frozenNow = this.#clock();
    try {
      return work();
    } finally {
      this.#frozenNow = undefined;
    }
  }

  entry(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (entry?.expiresAt === undefined || entry.expiresAt > this.now()) return entry;
    this.#entries.delete(key);
    this.changes++;
    return undefined;
  }

  has(key: string): boolean {
    return this.entry(key) !== undefined;
  }

  /** The value if there is one. Throws WRONGTYPE for another type. */
  read<T extends TypeName>(key: string, type: T): Values[T] | undefined {
    const entry = this.entry(key);
    if (entry === undefined) return undefined;
    if (entry.type !== type) throw wrongType();
    return entry.value as Values[T];
  }

  /** The value, made by `create` if the key is missing. Throws WRONGTYPE for another type. */
  open<T extends TypeName>(key: string, type: T, create: () => Values[T]): Values[T] {
    const existing = this.read(key, type);
    if (existing !== undefined) return existing;
    const value = create();
    this.put(key, { type, value } as Entry);
    return value;
  }

  /** Replaces the key, expiry included. */
  put(key: string, entry: Entry): void {
    this.#entries.set(key, entry);
  }

  delete(key: string): boolean {
    const existed = this.has(key);
    this.#entries.delete(key);
    return existed;
  }

  /** To be called after elements were taken out. */
  dropIfEmpty(key: string): void {
    const entry = this.#entries.get(key);
    if (entry !== undefined && isEmpty(entry)) this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }

  /** Living entries, oldest key first. */
  *live(): Generator<[string, Entry]> {
    for (const key of this.#entries.keys()) {
      const entry = this.entry(key);
      if (entry !== undefined) yield [key, entry];
    }
  }

  /** Forgets what has expired. */
  sweep(): void {
    for (const key of this.#entries.keys()) this.entry(key);
  }
}
