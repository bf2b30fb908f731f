import { defineConfig } from "vitest/config";

/** Everything once with guards in the router's process, and all that goes through the front door once more over HTTP. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ["tests/support/global-setup.ts"],
    projects: [
      { extends: true, test: { name: "inline", include: ["tests/**/*.test.ts"] } },
      {
        extends: true,
        test: {
          name: "remote",
          include: ["tests/surfaces/http/**/*.test.ts", "tests/services/**/*.test.ts"],
          env: { GUARD_MODE: "remote" },
        },
      },
    ],
  },
});
