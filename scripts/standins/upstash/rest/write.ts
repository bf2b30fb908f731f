import { RedisError, type Reply, Status, toText } from "#scripts/standins/upstash/reply";

export type Encoding = "text" | "base64";

/** A reply as JSON. With base64 every string is encoded except OK, which the client expects plain. */
export function toJson(reply: Reply, encoding: Encoding): unknown {
  if (reply === null || typeof reply === "number") return reply;
  if (reply instanceof RedisError) return reply.message;
  if (reply instanceof Status) return reply.text === "OK" ? "OK" : toJson(reply.text, encoding);
  if (Array.isArray(reply)) return reply.map((item) => toJson(item, encoding));
  return encoding === "base64" ? Buffer.from(reply, "latin1").toString("base64") : toText(reply);
}

/** `{result}` or `{error}`. */
export function toResult(reply: Reply, encoding: Encoding): { result: unknown } | { error: string } {
  return reply instanceof RedisError ? { error: reply.message } : { result: toJson(reply, encoding) };
}
