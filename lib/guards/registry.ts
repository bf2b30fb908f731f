/** Every guard with its detectors: for evaluation, tests and editors. The router imports only what fits its bundle. */
import { bias } from "#lib/guards/bias/index";
import { context } from "#lib/guards/context/index";
import type { GuardId, RunnableGuard } from "#lib/guards/guard";
import { health } from "#lib/guards/health/index";
import { security } from "#lib/guards/security/index";
import { token } from "#lib/guards/token/index";
import { trust } from "#lib/guards/trust/index";

export const REGISTRY: Record<GuardId, RunnableGuard> = { token, trust, context, bias, security, health };
