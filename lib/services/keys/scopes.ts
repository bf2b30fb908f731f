import type { Context } from "#lib/context";
import { AppError } from "#lib/errors";
import type { Scope } from "#lib/principal";

/**
 * Nobody hands out, or takes over, more than they have.
 * @throws {AppError} missing_scope
 */
export function requireAllOf(ctx: Context, scopes: readonly Scope[]): void {
  const beyond = scopes.filter((scope) => !ctx.principal.scopes.includes(scope));
  if (beyond.length === 0) return;
  throw new AppError("missing_scope", `This needs a credential that has these scopes itself: ${beyond.join(", ")}.`);
}
