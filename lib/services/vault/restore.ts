import * as z from "zod";
import type { Context } from "#lib/context";
import type { RestoreVault } from "#lib/contract/vault";
import { AppError } from "#lib/errors";
import { admit } from "#lib/services/admit";

const Entries = z.record(z.string(), z.string());
/** What a placeholder of the guard looks like. */
const PLACEHOLDER = /\[[A-Z0-9_]{1,60}\]/g;

/** @throws {AppError} not_found for a vault that expired, never was, or is another's; unavailable */
export async function restore(ctx: Context, id: string, { text }: RestoreVault) {
  await admit(ctx, "vault:read", { service: "account", cost: 1, metered: false });
  const held = await ctx.ports.vault.get(ctx.principal, id).catch((cause) => {
    const message = "The vault cannot be opened at the moment. Try again shortly.";
    throw new AppError("unavailable", message, { headers: { "Retry-After": "2" }, cause });
  });
  if (held === null) throw new AppError("not_found", "There is no vault with this id, or it has expired.");
  const entries = new Map(Object.entries(Entries.parse(JSON.parse(held))));
  let restored = 0;
  const back = text.replace(PLACEHOLDER, (placeholder) => {
    const original = entries.get(placeholder);
    if (original === undefined) return placeholder;
    restored += 1;
    return original;
  });
  return { text: back, restored };
}
