/** What was changed in the caller's organisation, by whom. */
import * as z from "zod";
import { operation } from "#lib/contract/operation";

export const AuditEvent = z
  .object({
    seq: z.int().describe("1, 2, 3 … without gaps"),
    at: z.iso.datetime(),
    actor: z.object({ kind: z.enum(["key", "session", "system"]), id: z.string() }),
    action: z.string().describe("<noun>.<verb>, e.g. key.create"),
    target: z.string(),
    data: z.record(z.string(), z.unknown()),
    request_id: z.string(),
    previous_hash: z.string(),
    hash: z.string().describe("SHA-256 over the entry and previous_hash"),
  })
  .meta({ id: "AuditEvent" });
export type AuditEvent = z.infer<typeof AuditEvent>;

export const AuditQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.coerce.number().int().min(1).optional().describe("next_cursor of the page before"),
  action: z.string().max(100).optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

const shared = { method: "get", tag: "Audit", access: "audit:read", status: 200 } as const;
const ACCESS = ["unauthenticated", "missing_scope", "rate_limited", "unavailable"] as const;

export const listAudit = operation({
  ...shared,
  id: "audit.list",
  path: "/api/v1/audit",
  summary: "Changes, newest first",
  query: AuditQuery,
  answer: z.object({ data: z.array(AuditEvent), has_more: z.boolean(), next_cursor: z.string().nullable() }),
  errors: [...ACCESS, "invalid_request"],
});

export const verifyAudit = operation({
  ...shared,
  id: "audit.verify",
  path: "/api/v1/audit/verify",
  summary: "Does every entry fit its hash chain",
  answer: z.object({
    valid: z.boolean(),
    entries: z.int(),
    first_bad: z.int().nullable().describe("seq of the first entry that does not fit"),
    head: z.string().nullable().describe("Hash of the newest entry: keep it elsewhere to notice a cut end"),
  }),
  errors: ACCESS,
});
