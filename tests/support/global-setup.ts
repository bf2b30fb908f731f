/** One local cloud in memory for the whole run; every test file makes an organisation of its own in it. */
import type { TestProject } from "vitest/node";
import { startStack } from "#scripts/dev/stack";

export const BASE_URL = "http://127.0.0.1:8000";

declare module "vitest" {
  export interface ProvidedContext {
    stackEnv: Record<string, string>;
    clerkIssuer: string;
  }
}

export default async function setup(project: TestProject) {
  const stack = await startStack({ stateDir: undefined, baseUrl: BASE_URL });
  project.provide("stackEnv", stack.env);
  project.provide("clerkIssuer", stack.clerk.issuer);
  return stack.stop;
}
