/** The environment, parsed once. Every variable is explained in .env.example. */
import * as z from "zod";
import { processEnv } from "#lib/process-env";

const Seconds = z.coerce.number().positive();
const Milliseconds = z.coerce.number().int().positive();
const Secret = z.string().min(32, "must be at least 32 characters");
const List = z
  .string()
  .default("")
  .transform((value) =>
    value
      .split(",")
      .map((item) => item.trim())
      .filter((item) => item !== ""),
  );
const DispatchMode = z.enum(["inline", "remote"]);

/** `token=remote,security=inline` → a table. */
const DispatchModes = z
  .string()
  .default("")
  .transform((value) => value.split(",").filter((pair) => pair.trim() !== ""))
  .pipe(
    z.array(
      z
        .string()
        .transform((pair) => pair.split("=").map((side) => side.trim()))
        .pipe(z.tuple([z.string(), DispatchMode])),
    ),
  )
  .transform((pairs) => Object.fromEntries(pairs) as Record<string, "inline" | "remote">);

const Env = z.object({
  DATABASE_URL: z.string().min(1),
  DATABASE_HTTP_URL: z.url().optional(),
  REDIS_REST_URL: z.url(),
  REDIS_REST_TOKEN: z.string().min(1),
  API_KEY_PEPPER: Secret,
  API_KEY_PEPPER_PREVIOUS: Secret.optional(),
  ENCRYPTION_KEY: Secret,
  ENCRYPTION_KEY_PREVIOUS: Secret.optional(),
  DISPATCH_SECRET: Secret,
  DISPATCH_SECRET_PREVIOUS: Secret.optional(),
  CRON_SECRET: z.string().min(16, "must be at least 16 characters"),
  METRICS_TOKEN: z.string().min(16, "must be at least 16 characters"),
  CLERK_JWT_KEY: z.string().optional(),
  CLERK_AUTHORIZED_PARTIES: List,
  CLERK_PUBLISHABLE_KEY: z.string().optional(),
  WEB_ORIGINS: List,
  ALLOWED_HOSTS: List,
  GUARD_DISPATCH: DispatchModes,
  GUARDS_BASE_URL: z.url().optional(),
  VERCEL_URL: z.string().optional(),
  VERCEL_REGION: z.string().default("local"),
  VERCEL_GIT_COMMIT_SHA: z.string().default("local"),
  VERCEL_AUTOMATION_BYPASS_SECRET: z.string().optional(),
  REDIS_TIMEOUT_MS: Milliseconds.default(500),
  DATABASE_TIMEOUT_MS: Milliseconds.default(2_000),
  SESSION_TTL_SECONDS: Seconds.default(86_400),
  LOG_LEVEL: z.enum(["silent", "info"]).default("info"),
});
export type Env = z.infer<typeof Env>;

/** Names that the hosting integrations inject, tried in order. */
const ALIASES: Partial<Record<keyof Env, string[]>> = {
  DATABASE_URL: ["POSTGRES_URL"],
  REDIS_REST_URL: ["UPSTASH_REDIS_REST_URL", "KV_REST_API_URL"],
  REDIS_REST_TOKEN: ["UPSTASH_REDIS_REST_TOKEN", "KV_REST_API_TOKEN"],
  CLERK_PUBLISHABLE_KEY: ["NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY"],
};

/**
 * @throws {Error} naming every variable that is missing or wrong, never its value.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given: Record<string, string> = {};
  for (const name of Object.keys(Env.shape) as (keyof Env)[]) {
    const value = [name, ...(ALIASES[name] ?? [])]
      .map((key) => source[key])
      .find((found) => found !== undefined && found !== "");
    if (value !== undefined) given[name] = value;
  }
  const parsed = Env.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not complete (see .env.example). ${problems.join("; ")}`);
}

export function readEnv(): Env {
  return parseEnv(processEnv());
}
