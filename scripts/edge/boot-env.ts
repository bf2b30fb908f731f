/** An environment that parses and reaches nothing: enough to load an entry and to answer what needs no service. */
export const BOOT_ENV: Record<string, string> = {
  DATABASE_URL: "postgresql://nobody:nothing@db.invalid/none",
  REDIS_REST_URL: "http://redis.invalid",
  REDIS_REST_TOKEN: "not-a-token",
  API_KEY_PEPPER: "0".repeat(64),
  ENCRYPTION_KEY: "0".repeat(64),
  DISPATCH_SECRET: "0".repeat(64),
  CRON_SECRET: "0".repeat(64),
  METRICS_TOKEN: "0".repeat(64),
  LOG_LEVEL: "silent",
};
