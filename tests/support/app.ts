/** The router as a test calls it: the real app over the stand-ins, its guards in the same process or over HTTP. */
import { routerDeps } from "#lib/deps/router";
import { parseEnv } from "#lib/env";
import type { GuardId } from "#lib/guards/guard";
import { GUARD_IDS } from "#lib/guards/guard";
import { REGISTRY } from "#lib/guards/registry";
import { tokenEstimate } from "#lib/guards/token/estimate/index";
import { routerApp } from "#lib/surfaces/http/router-app";

export type DispatchMode = "inline" | "remote";

/** What the Vitest project says (vitest.config.ts). */
const PROJECT_MODE: DispatchMode = process.env.GUARD_MODE === "remote" ? "remote" : "inline";

export interface AppOptions {
  mode?: DispatchMode;
  /** Overrides of the stack's environment. */
  env?: Record<string, string>;
  now?: () => number;
}

export interface TestApp {
  request(path: string, init?: RequestInit): Promise<Response>;
  /** POST of JSON with a credential. */
  post(path: string, key: string | null, body: unknown, headers?: Record<string, string>): Promise<Response>;
  get(path: string, key: string | null, headers?: Record<string, string>): Promise<Response>;
  /** Waits for the work that goes on after answers. */
  settled(): Promise<void>;
  deps: ReturnType<typeof routerDeps>;
}

export function createApp(
  stackEnv: Record<string, string>,
  { mode = PROJECT_MODE, env = {}, now = Date.now }: AppOptions = {},
): TestApp {
  const modes = GUARD_IDS.map((guard: GuardId) => `${guard}=${mode}`).join(",");
  const parsed = parseEnv({
    ...stackEnv,
    GUARD_DISPATCH: modes,
    LOG_LEVEL: "silent",
    REDIS_TIMEOUT_MS: "5000",
    ...env,
  });
  const deps = routerDeps(
    { inline: mode === "inline" ? REGISTRY : {}, fallback: { token: tokenEstimate } },
    parsed,
    now,
  );
  const app = routerApp(deps.ports, deps.settings);
  const pending: Promise<unknown>[] = [];
  const waitUntil = (work: Promise<unknown>) => void pending.push(work);
  const request = async (path: string, init?: RequestInit) => app.request(path, init, { waitUntil });
  return {
    request,
    post: (path, key, body, headers = {}) =>
      request(path, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...bearer(key), ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    get: (path, key, headers = {}) => request(path, { headers: { ...bearer(key), ...headers } }),
    async settled() {
      while (pending.length > 0) await pending.pop();
    },
    deps,
  };
}

function bearer(key: string | null): Record<string, string> {
  return key === null ? {} : { Authorization: `Bearer ${key}` };
}
