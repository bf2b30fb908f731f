// `npm run smoke:built`: the last build, in the strict edge runtime, over the local stand-ins, put to the smoke test.
import { spawn } from "node:child_process";
import { startStack } from "#scripts/dev/stack";
import { serveOutput } from "#scripts/edge/serve";
import { findPort } from "#scripts/standins/ports";

const port = await findPort();
const stack = await startStack({ stateDir: undefined, baseUrl: `http://127.0.0.1:${port}` });
try {
  const env = { ...stack.env, LOG_LEVEL: "silent" };
  const built = await serveOutput({ outputDir: ".vercel/output", port, env });
  process.exitCode = await smokeTest(built.url);
  await built.stop();
} finally {
  await stack.stop();
}

function smokeTest(url: string): Promise<number> {
  const { apiKey, adminKey, sessionToken } = stack.seeded;
  const credentials = {
    AIGUARDIAN_API_KEY: apiKey,
    AIGUARDIAN_ADMIN_KEY: adminKey,
    AIGUARDIAN_SESSION_TOKEN: sessionToken,
  };
  const args = ["--import", "tsx", "scripts/smoke.ts", url];
  const child = spawn(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...credentials } });
  return new Promise((resolve) => child.on("exit", (code) => resolve(code ?? 1)));
}
