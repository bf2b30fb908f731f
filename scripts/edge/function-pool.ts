import { bundleEntry } from "#scripts/edge/bundle";
import type { BuildOutput, EdgeFunction } from "#scripts/edge/output";
import { bootSandbox, type Sandbox, type SandboxRequest } from "#scripts/edge/sandbox";

/** Every function of a build, bundled as the platform does after an upload and booted by its first request. */
export type FunctionPool = {
  call(name: string, request: Omit<SandboxRequest, "waitUntil">): Promise<Response>;
  /** Resolves when all work handed to `waitUntil` so far has ended. */
  settled(): Promise<void>;
};

/** @throws BundleError when a function folder does not stand on its own. */
export async function loadFunctions(output: BuildOutput, env: Record<string, string>): Promise<FunctionPool> {
  const code = new Map(await Promise.all([...output.functions.values()].map(bundleFunction)));
  const sandboxes = new Map<string, Sandbox>();
  const pending = new Set<Promise<unknown>>();

  function boot(name: string): Sandbox {
    const booted = sandboxes.get(name) ?? bootSandbox(code.get(name) ?? "", env, name);
    sandboxes.set(name, booted);
    return booted;
  }
  function waitUntil(work: Promise<unknown>): void {
    const tracked = Promise.resolve(work)
      .catch((error: unknown) => console.error("waitUntil:", error))
      .finally(() => pending.delete(tracked));
    pending.add(tracked);
  }
  return {
    call: async (name, request) => await boot(name).handle({ ...request, waitUntil }),
    async settled() {
      while (pending.size > 0) await Promise.allSettled(pending);
    },
  };
}

async function bundleFunction({ name, folder, entrypoint }: EdgeFunction): Promise<[string, string]> {
  const { code } = await bundleEntry(entrypoint, { root: folder, minify: false });
  return [name, code];
}
