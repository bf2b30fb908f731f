/** The local platform inside a test, over the stand-ins of the whole run. */
import { inject } from "vitest";
import { copyDocsAssets } from "#scripts/build";
import { type Platform, startPlatform } from "#scripts/dev/platform";
import { findPort } from "#scripts/standins/ports";
import { createTenant, type Tenant } from "#tests/support/tenant";

const QUIET_AND_PATIENT = { LOG_LEVEL: "silent", REDIS_TIMEOUT_MS: "10000", DATABASE_TIMEOUT_MS: "20000" };

export async function startLocalPlatform(): Promise<Platform & { tenant: Tenant }> {
  const env = inject("stackEnv");
  const port = await findPort();
  copyDocsAssets();
  Object.assign(process.env, { ...env, ...QUIET_AND_PATIENT, GUARDS_BASE_URL: `http://127.0.0.1:${port}` });
  const tenant = await createTenant(env);
  return { ...(await startPlatform(port)), tenant };
}
