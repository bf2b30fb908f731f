/** The request side of Neon's HTTP SQL protocol: headers and body to a checked SqlRequest. */
import type { IncomingHttpHeaders } from "node:http";
import * as z from "zod";

const Statement = z.object({ query: z.string(), params: z.array(z.unknown()).default([]) });
export type Statement = z.infer<typeof Statement>;

const Body = z.union([z.object({ queries: z.array(Statement) }), Statement]);

export interface Transaction {
  isolation?: string;
  readOnly: boolean;
  deferrable: boolean;
}

export interface SqlRequest {
  statements: Statement[];
  /** Absent for a single statement. */
  transaction?: Transaction;
  rawText: boolean;
  arrayMode: boolean;
}

/** A request that no SQL was run for; always answered with 400 and this message. */
export class MalformedRequest extends Error {}

const ISOLATION: Record<string, string> = {
  ReadUncommitted: "read uncommitted",
  ReadCommitted: "read committed",
  RepeatableRead: "repeatable read",
  Serializable: "serializable",
};

export function parseRequest(headers: IncomingHttpHeaders, text: string): SqlRequest {
  checkConnectionString(headers["neon-connection-string"]);
  const body = parseBody(text);
  const mode = { rawText: isOn(headers, "neon-raw-text-output"), arrayMode: isOn(headers, "neon-array-mode") };
  if ("queries" in body) return { statements: body.queries, transaction: parseTransaction(headers), ...mode };
  return { statements: [body], ...mode };
}

function parseBody(text: string): z.infer<typeof Body> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new MalformedRequest("the request body is not JSON");
  }
  const body = Body.safeParse(json);
  if (!body.success) {
    throw new MalformedRequest('the request body must be {"query": string, "params": array} or {"queries": [...]}');
  }
  return body.data;
}

function parseTransaction(headers: IncomingHttpHeaders): Transaction {
  const transaction: Transaction = {
    readOnly: isOn(headers, "neon-batch-read-only"),
    deferrable: isOn(headers, "neon-batch-deferrable"),
  };
  const level = headers["neon-batch-isolation-level"];
  if (level === undefined) return transaction;
  const isolation = ISOLATION[String(level)];
  if (isolation === undefined) throw new MalformedRequest(`invalid isolation level: ${String(level)}`);
  return { ...transaction, isolation };
}

function isOn(headers: IncomingHttpHeaders, name: string): boolean {
  const value = headers[name];
  if (value === undefined || value === "false") return false;
  if (value === "true") return true;
  throw new MalformedRequest(`the header ${name} must be true or false`);
}

function checkConnectionString(value: string | string[] | undefined): void {
  if (typeof value !== "string") throw new MalformedRequest("the header neon-connection-string is missing");
  if (!URL.canParse(value) || !/^postgres(ql)?:\/\//.test(value)) {
    throw new MalformedRequest("the header neon-connection-string is not a postgres:// URL");
  }
}
