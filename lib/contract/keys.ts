/** API keys of the caller's organisation. */
import * as z from "zod";
import { operation } from "#lib/contract/operation";
import { DEFAULT_SCOPES, SCOPES } from "#lib/principal";

const Limits = z
  .object({ requestsPerMinute: z.int().min(1).max(60_000) })
  .partial()
  .meta({ id: "KeyLimits" });

export const ApiKey = z
  .object({
    id: z.string(),
    name: z.string(),
    mode: z.enum(["live", "test"]),
    prefix: z.string(),
    last4: z.string(),
    scopes: z.array(z.enum(SCOPES)),
    limits: Limits,
    ip_allow: z.array(z.string()),
    disabled: z.boolean(),
    last_used_at: z.iso
      .datetime()
      .nullable()
      .describe("Start of the hour in which it, or a key it was rerolled from, was last used"),
    created_at: z.iso.datetime(),
    expires_at: z.iso.datetime().nullable(),
    revoked_at: z.iso.datetime().nullable(),
  })
  .meta({ id: "ApiKey" });
export type ApiKey = z.infer<typeof ApiKey>;

const Networks = z
  .array(z.union([z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()]))
  .max(100)
  .describe("Addresses or CIDR ranges the key may be used from; empty is anywhere");

export const CreateKey = z
  .object({
    name: z.string().trim().min(1).max(100),
    mode: z.enum(["live", "test"]).default("live"),
    scopes: z
      .array(z.enum(SCOPES))
      .min(1)
      .default([...DEFAULT_SCOPES])
      .describe("Not more than the caller has"),
    expires_at: z.iso.datetime().nullable().default(null),
    limits: Limits.default({}),
    ip_allow: Networks.default([]),
  })
  .meta({ id: "CreateKey" });
export type CreateKey = z.infer<typeof CreateKey>;

export const UpdateKey = z
  .object({
    name: z.string().trim().min(1).max(100),
    disabled: z.boolean().describe("A disabled key is refused until it is enabled again"),
    scopes: z.array(z.enum(SCOPES)).min(1),
    limits: Limits,
    ip_allow: Networks,
    expires_at: z.iso.datetime().nullable(),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "nothing to change: send at least one field")
  .meta({ id: "UpdateKey" });
export type UpdateKey = z.infer<typeof UpdateKey>;

export const RerollKey = z
  .object({
    grace_seconds: z
      .union([z.literal(0), z.literal(3_600), z.literal(86_400), z.literal(604_800)])
      .default(86_400)
      .describe("How long the replaced key still works: not at all, an hour, a day or a week"),
  })
  .meta({ id: "RerollKey" });
export type RerollKey = z.infer<typeof RerollKey>;

export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional().describe("next_cursor of the page before"),
});
export type PageQuery = z.infer<typeof PageQuery>;

const KeyId = z.object({ id: z.string().max(100) });
const ACCESS = ["unauthenticated", "missing_scope", "rate_limited", "unavailable"] as const;

export const createKey = operation({
  id: "keys.create",
  method: "post",
  path: "/api/v1/keys",
  tag: "Keys",
  summary: "Create an API key",
  description: "The only time the key itself is shown.",
  access: "keys:write",
  body: CreateKey,
  idempotent: true,
  status: 201,
  answer: ApiKey.extend({ key: z.string() }).meta({ id: "NewApiKey" }),
  errors: [...ACCESS, "invalid_json", "invalid_request"],
});

export const listKeys = operation({
  id: "keys.list",
  method: "get",
  path: "/api/v1/keys",
  tag: "Keys",
  summary: "List API keys, newest first",
  access: "keys:read",
  query: PageQuery,
  status: 200,
  answer: z.object({ data: z.array(ApiKey), has_more: z.boolean(), next_cursor: z.string().nullable() }),
  errors: [...ACCESS, "invalid_request"],
});

export const getKey = operation({
  id: "keys.get",
  method: "get",
  path: "/api/v1/keys/{id}",
  tag: "Keys",
  summary: "Read one API key",
  access: "keys:read",
  params: KeyId,
  status: 200,
  answer: ApiKey,
  errors: [...ACCESS, "not_found"],
});

export const revokeKey = operation({
  id: "keys.revoke",
  method: "delete",
  path: "/api/v1/keys/{id}",
  tag: "Keys",
  summary: "Revoke an API key, everywhere within 5 seconds",
  access: "keys:write",
  params: KeyId,
  status: 200,
  answer: z.object({ id: z.string(), revoked_at: z.iso.datetime() }),
  errors: [...ACCESS, "not_found"],
});

export const updateKey = operation({
  id: "keys.update",
  method: "patch",
  path: "/api/v1/keys/{id}",
  tag: "Keys",
  summary: "Rename, limit, disable or enable an API key",
  access: "keys:write",
  params: KeyId,
  body: UpdateKey,
  status: 200,
  answer: ApiKey,
  errors: [...ACCESS, "invalid_json", "invalid_request", "not_found"],
});

export const rerollKey = operation({
  id: "keys.reroll",
  method: "post",
  path: "/api/v1/keys/{id}/reroll",
  tag: "Keys",
  summary: "Replace an API key, with an overlap",
  description: "The new key has the old one's name, scopes, limits and usage; it is shown this once.",
  access: "keys:write",
  params: KeyId,
  body: RerollKey,
  idempotent: true,
  status: 201,
  answer: z.object({
    id: z.string(),
    key: z.string(),
    replaces: z.string(),
    replaced_key_expires_at: z.iso.datetime(),
  }),
  errors: [...ACCESS, "invalid_json", "invalid_request", "not_found"],
});
