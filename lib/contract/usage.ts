/** What was used: the same ledger that invoices are made from. */
import * as z from "zod";
import { operation } from "#lib/contract/operation";

export const UsageQuery = z.object({
  from: z.iso.datetime().optional().describe("Default: the start of this month, UTC"),
  to: z.iso.datetime().optional().describe("Exclusive; default: now"),
  group_by: z.enum(["service", "credential", "project", "day"]).default("service"),
});
export type UsageQuery = z.infer<typeof UsageQuery>;

export const UsageAnswer = z
  .object({
    data: z.array(z.object({ group: z.string(), mode: z.enum(["live", "test"]), requests: z.int() })),
    totals: z.object({ requests: z.int(), live: z.int(), test: z.int() }),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
  })
  .meta({ id: "UsageAnswer" });
export type UsageAnswer = z.infer<typeof UsageAnswer>;

export const readUsage = operation({
  id: "usage.read",
  method: "get",
  path: "/api/v1/usage",
  tag: "Usage",
  summary: "Requests used, from the ledger",
  description: "Drained from the counters once a minute, so the newest requests may be missing for that long.",
  access: "usage:read",
  query: UsageQuery,
  status: 200,
  answer: UsageAnswer,
  errors: ["unauthenticated", "missing_scope", "invalid_request", "rate_limited", "unavailable"],
});
