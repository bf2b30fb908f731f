/** One local cloud in memory for the whole run; every test file makes an organisation of its own in it. */
import type { TestProject } from "vitest/node";
import { startStack } from "#scripts/dev/stack";
import { startGuardServer } from "#tests/support/guard-server";

declare module "vitest" {
  export interface ProvidedContext {
    stackEnv: Record<string, string>;
    clerkIssuer: string;
  }
}

export default async function setup(project: TestProject) {
  const stack = await startStack({ stateDir: undefined, baseUrl: "http://127.0.0.1:8000" });
  const guards = await startGuardServer(stack.env);
  project.provide("stackEnv", { ...stack.env, GUARDS_BASE_URL: guards.url });
  project.provide("clerkIssuer", stack.clerk.issuer);
  return async function teardown() {
    await guards.stop();
    await stack.stop();
  };
}
