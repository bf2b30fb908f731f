/** What a REST request asks for. Words become byte strings here and stay so until the answer is written. */
import { RedisError, toBytes } from "#scripts/standins/upstash/reply";

export type Ask =
  | { kind: "command"; command: string[] }
  | { kind: "pipeline" | "transaction"; commands: string[][] }
  | { kind: "subscribe"; to: "channel" | "pattern"; name: string };

export interface RestRequest {
  method: string;
  url: string;
  body: string;
}

/** Throws RedisError for a body that is no command. */
export function parseAsk({ method, url, body }: RestRequest): Ask {
  const { path, words, query } = splitUrl(url);
  if (path === "/") return { kind: "command", command: readCommand(parseJson(body)) };
  if (path === "/pipeline") return { kind: "pipeline", commands: readCommands(body) };
  if (path === "/multi-exec") return { kind: "transaction", commands: readCommands(body) };
  const [first = "", ...rest] = words;
  const verb = first.toLowerCase();
  // Channel names may hold slashes, which the client does not encode.
  if (verb === "subscribe") return { kind: "subscribe", to: "channel", name: rest.join("/") };
  if (verb === "psubscribe") return { kind: "subscribe", to: "pattern", name: rest.join("/") };
  const payload = method === "POST" && body !== "" ? [toBytes(body)] : [];
  return { kind: "command", command: [...words, ...payload, ...query] };
}

/** `/set/a/b?EX=100` → words set, a, b and query EX, 100. */
function splitUrl(url: string): { path: string; words: string[]; query: string[] } {
  const [path = "/", search = ""] = url.split("?", 2);
  const words = path
    .split("/")
    .slice(1)
    .map((segment) => toBytes(decode(segment)));
  const parameters = [...new URLSearchParams(search)].filter(([name]) => name !== "_token");
  return {
    path,
    words,
    query: parameters.flatMap(([name, value]) => (value === "" ? [name] : [name, value])).map(toBytes),
  };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new RedisError("ERR the URL is not percent-encoded correctly");
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new RedisError("ERR failed to parse command: the body is not JSON");
  }
}

function readCommands(body: string): string[][] {
  const list = parseJson(body);
  if (!Array.isArray(list) || list.length === 0) throw new RedisError("ERR expected a JSON array of commands");
  return list.map(readCommand);
}

function readCommand(json: unknown): string[] {
  if (!Array.isArray(json) || json.length === 0) throw new RedisError("ERR empty command: expected a JSON array");
  return json.map(readWord);
}

function readWord(json: unknown): string {
  if (json === null) throw new RedisError("ERR null is not a valid argument");
  return toBytes(typeof json === "string" ? json : JSON.stringify(json));
}
