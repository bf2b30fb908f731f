/** The raw environment. Only lib/env.ts and middleware.ts, which is too small for a parser, read it. */

declare const process: { env: Record<string, string | undefined> };

export const processEnv = (): Record<string, string | undefined> => process.env;
