/** What securityguard put away with redaction "vault", and how it comes back. */
import * as z from "zod";
import { operation } from "#lib/contract/operation";

export const RestoreVault = z
  .object({ text: z.string().max(4_000_000).describe("A text that holds placeholders of this vault, e.g. [EMAIL_1]") })
  .meta({ id: "RestoreVault", examples: [{ text: "Write to [EMAIL_1]." }] });
export type RestoreVault = z.infer<typeof RestoreVault>;

export const restoreVault = operation({
  id: "vault.restore",
  method: "post",
  path: "/api/v1/vault/{id}/restore",
  tag: "Guards",
  summary: "Put the originals back into a redacted text",
  description: "A vault is kept for a day, sealed for its organisation, project and mode.",
  access: "vault:read",
  params: z.object({ id: z.string().max(100).describe("vault_id of the answer") }),
  body: RestoreVault,
  status: 200,
  answer: z.object({ text: z.string(), restored: z.int().describe("Placeholders that were put back") }),
  errors: [
    "unauthenticated",
    "missing_scope",
    "invalid_json",
    "invalid_request",
    "not_found",
    "rate_limited",
    "unavailable",
  ],
});
