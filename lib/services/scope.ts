import type { Context } from "#lib/context";
import { AppError } from "#lib/errors";
import type { Scope } from "#lib/principal";

/** @throws {AppError} missing_scope */
export function requireScope(ctx: Context, scope: Scope): void {
  if (ctx.principal.scopes.includes(scope)) return;
  throw new AppError("missing_scope", `This credential lacks the scope ${scope}. Use one that has it.`);
}
