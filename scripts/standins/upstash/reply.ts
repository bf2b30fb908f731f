/** What a command answers, in Redis' own kinds. Strings are byte strings: one character per byte, 0–255. */
export type Reply = null | number | string | Status | RedisError | Reply[];

export class Status {
  constructor(readonly text: string) {}
}

export const OK = new Status("OK");

/** A Redis error; the message starts with its code ("ERR", "WRONGTYPE", …). Thrown by commands, kept as a value in arrays. */
export class RedisError extends Error {}

export const syntaxError = () => new RedisError("ERR syntax error");
export const wrongType = () => new RedisError("WRONGTYPE Operation against a key holding the wrong kind of value");
export const notAnInteger = () => new RedisError("ERR value is not an integer or out of range");
export const notAFloat = () => new RedisError("ERR value is not a valid float");
export const noSuchKey = () => new RedisError("ERR no such key");

/** UTF-8 text to a byte string. */
export function toBytes(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}

/** A byte string to text; bytes that are not UTF-8 become U+FFFD. */
export function toText(bytes: string): string {
  return Buffer.from(bytes, "latin1").toString("utf8");
}
