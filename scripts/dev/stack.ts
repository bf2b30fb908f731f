/** The cloud on this machine: stand-ins up, schema current, one project seeded, and the environment that points there. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { loadSecrets } from "#scripts/dev/secrets";
import { migrate } from "#scripts/migrate";
import { type Seeded, seed } from "#scripts/seed";
import { type ClerkStandin, startClerk } from "#scripts/standins/clerk/index";
import { messageOf } from "#scripts/standins/http";
import { type NeonStandin, startNeon } from "#scripts/standins/neon/index";
import { startUpstash, type UpstashStandin } from "#scripts/standins/upstash/index";

export interface StackOptions {
  /** Where state lives; in memory without it. */
  stateDir: string | undefined;
  /** Origin under which the platform will answer. */
  baseUrl: string;
  pgUrl?: string | undefined;
  redisUrl?: string | undefined;
  /** Told about each slow step. */
  progress?: (step: string) => void;
}

export interface Stack {
  /** For lib/env.ts. */
  env: Record<string, string>;
  seeded: Seeded;
  neon: NeonStandin;
  upstash: UpstashStandin;
  clerk: ClerkStandin;
  stop(): Promise<void>;
}

const PG_ADVICE = "start it, correct PG_URL, or leave PG_URL out for the embedded database";
const REDIS_ADVICE = "start it, correct REDIS_URL, or leave REDIS_URL out for the embedded one";
const SCHEMA_ADVICE = "PG_URL needs an empty database or one of ours, with pgvector, and an owner of its public schema";
const EMBEDDED_ADVICE = 'its files are damaged or from a newer version; "npm run reset" starts afresh';

export async function startStack({
  stateDir,
  baseUrl,
  pgUrl,
  redisUrl,
  progress = () => {},
}: StackOptions): Promise<Stack> {
  if (stateDir !== undefined) mkdirSync(stateDir, { recursive: true });
  const inState = (name: string) => (stateDir === undefined ? undefined : join(stateDir, name));
  const secrets = loadSecrets(stateDir);
  const started: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    for (const service of started.reverse()) await service.stop();
  };
  try {
    progress(pgUrl === undefined ? "database (embedded PostgreSQL)" : "database (PG_URL)");
    const neon = await (pgUrl === undefined
      ? startNeon({ dataDir: inState("postgres") })
      : advised(startNeon({ pgUrl }), PG_ADVICE));
    started.push(neon);
    progress(redisUrl === undefined ? "Redis (embedded)" : "Redis (REDIS_URL)");
    const token = secrets.redisToken;
    const embedded = () => startUpstash({ token, dataFile: inState("redis.json") });
    const upstash = await (redisUrl === undefined
      ? embedded()
      : advised(startUpstash({ token, redisUrl }), REDIS_ADVICE));
    started.push(upstash);
    const clerk = await startClerk({ stateFile: inState("clerk.json"), authorizedParty: baseUrl });
    started.push(clerk);
    progress("schema and first project");
    const prepared = (async () => {
      await migrate(neon.databaseUrl, neon.httpUrl);
      return seed({ ...neon, pepper: secrets.pepper, keysFile: inState("keys.json"), signSession: clerk.sign });
    })();
    const seeded = await advised(prepared, pgUrl === undefined ? EMBEDDED_ADVICE : SCHEMA_ADVICE);
    const env = {
      DATABASE_URL: neon.databaseUrl,
      DATABASE_HTTP_URL: neon.httpUrl,
      REDIS_REST_URL: upstash.url,
      REDIS_REST_TOKEN: upstash.token,
      API_KEY_PEPPER: secrets.pepper,
      ENCRYPTION_KEY: secrets.encryptionKey,
      DISPATCH_SECRET: secrets.dispatchSecret,
      CRON_SECRET: secrets.cronSecret,
      METRICS_TOKEN: secrets.metricsToken,
      CLERK_JWT_KEY: clerk.jwtKeyPem,
      CLERK_AUTHORIZED_PARTIES: baseUrl,
      CLERK_PUBLISHABLE_KEY: `pk_test_${Buffer.from(`${new URL(clerk.issuer).host}$`).toString("base64")}`,
      GUARDS_BASE_URL: baseUrl,
      WEB_ORIGINS: baseUrl,
    };
    return { env, seeded, neon, upstash, clerk, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The first line of what went wrong, and what to do about it. */
async function advised<Result>(work: Promise<Result>, advice: string): Promise<Result> {
  return work.catch((error: unknown) => {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new Error(`${messageOf(cause).split("\n")[0]?.replace(/\.$/, "")}: ${advice}.`);
  });
}
