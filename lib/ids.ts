/** Prefixed, time-ordered ids: the prefix says what a thing is, UUIDv7 keeps indexes compact. */
import { uuidv7 } from "uuidv7";

const PREFIXES = {
  organisation: "org",
  project: "proj",
  apiKey: "key",
  request: "req",
  usageBatch: "ub",
  turn: "turn",
  vault: "vault",
} as const;

export function newId(kind: keyof typeof PREFIXES): string {
  return `${PREFIXES[kind]}_${uuidv7()}`;
}
