/** Runs a guard in this bundle. */
import type { RunnableGuard } from "#lib/guards/guard";
import type { RunGuard } from "#lib/platform/dispatch/call";

export function inline(guard: RunnableGuard): RunGuard {
  return async (call) => guard.run(call.content, call.options, call.evidence);
}
