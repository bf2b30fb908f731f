/** The life of one state folder, from an interrupted first start to a recovery after a kill. Its cases build on each other. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type Credentials, endAll, type Launched, launch, NPM_START, temporaryFolder } from "#tests/scripts/launch";

const SLOW = 180_000;
const noCurl = spawnSync("curl", ["--version"]).status !== 0;
const stateDir = join(temporaryFolder(), "state");
const other = temporaryFolder();
let running: Launched;
let credentials: Credentials;
let madeKey = "";

afterAll(() => endAll(join(stateDir, ".."), other));

const authorised = (key: string) => ({ Authorization: `Bearer ${key}`, "Content-Type": "application/json" });

async function call(
  path: string,
  key: string,
  body?: unknown,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const response = await fetch(`${running.baseUrl}${path}`, { headers: authorised(key), ...init });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function requestsUsed(): Promise<number> {
  const { cronSecret } = JSON.parse(readFileSync(join(stateDir, "secrets.json"), "utf8")) as { cronSecret: string };
  expect((await call("/api/cron/drain-usage", cronSecret)).status).toBe(200);
  const { body } = await call("/api/v1/usage", credentials.admin_key);
  return (body.totals as { requests: number }).requests;
}

describe.sequential("npm start", () => {
  test("Ctrl-C in the middle of the first start ends it and leaves nothing running", { timeout: SLOW }, async () => {
    const interrupted = await launch({ stateDir });
    await interrupted.printed("database");
    interrupted.signalGroup("SIGINT");
    expect([0, 1]).toContain(await interrupted.exitCode);
    expect(interrupted.isAlive()).toBe(false);
    expect(interrupted.stderr()).toBe("");
  });

  test("through npm, it tells of each slow step, prints how to call it and writes the credentials", {
    timeout: SLOW,
  }, async () => {
    running = await launch({ stateDir, command: NPM_START });
    credentials = await running.ready();
    for (const step of ["database", "Redis", "schema", "functions"])
      expect(running.output()).toMatch(new RegExp(`\\d s {2}${step}`));
    expect(credentials).toEqual({
      base_url: running.baseUrl,
      api_key: expect.stringMatching(/^aig_live_\w+$/),
      admin_key: expect.stringMatching(/^aig_live_\w+$/),
      session_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    });
    expect(running.output()).toContain(running.baseUrl);
    expect(running.output()).toContain(credentials.api_key);
  });

  test.skipIf(noCurl)(
    `the printed line, pasted into a shell, is answered with a finding${noCurl ? " (skipped: no curl)" : ""}`,
    { timeout: SLOW },
    () => {
      const line = /^ {2}(curl [\s\S]+?\}\}')$/m.exec(running.output())?.[1] ?? "";
      const { stdout, status } = spawnSync("sh", ["-c", line], { encoding: "utf8" });
      expect(status).toBe(0);
      const { success, data } = JSON.parse(stdout) as {
        success: boolean;
        data: { threats_detected: boolean; threat_types: string[] };
      };
      expect(success).toBe(true);
      expect(data.threats_detected).toBe(true);
      expect(data.threat_types).toContain("injection");
    },
  );

  test("the administrator's key and the session token may manage keys, the plain key may not", {
    timeout: SLOW,
  }, async () => {
    const made = await call("/api/v1/keys", credentials.admin_key, { name: "kept", mode: "live" });
    expect(made.status).toBe(201);
    madeKey = made.body.key as string;
    for (const key of [credentials.admin_key, credentials.session_token]) {
      const { status, body } = await call("/api/v1/keys", key);
      expect(status).toBe(200);
      expect((body.data as { name: string }[]).map(({ name }) => name)).toContain("kept");
    }
    expect((await call("/api/v1/keys", credentials.api_key)).status).toBe(403);
  });

  test("a second one on the same folder, one on the same port, and a reset are refused meanwhile", {
    timeout: SLOW,
  }, async () => {
    const twin = await launch({ stateDir });
    expect(await twin.exitCode).toBe(1);
    expect(twin.stderr()).toMatch(/^The state folder .+ is in use by process \d+: stop that process first .+\.\n$/);
    const neighbour = await launch({ stateDir: other, port: running.port });
    expect(await neighbour.exitCode).toBe(1);
    expect(neighbour.stderr()).toMatch(/^AIGuardian cannot listen on port \d+: .+ PORT=8001 npm start\.\n$/);
    const reset = await launch({ stateDir, command: [process.execPath, "scripts/reset.mjs"] });
    expect(await reset.exitCode).toBe(1);
    expect(reset.stderr()).toMatch(/^AIGuardian is still running on .+: stop it with Ctrl-C, then reset\.\n$/);
    expect((await call("/api/v1/keys", credentials.admin_key)).status).toBe(200);
  });

  test("Ctrl-C, sent to the terminal's whole group, stops npm and everything below it", { timeout: SLOW }, async () => {
    running.signalGroup("SIGINT");
    await running.exitCode;
    await running.gone();
    await expect(fetch(`${running.baseUrl}/health`)).rejects.toThrow();
    expect(readdirSync(stateDir).sort()).toEqual(["clerk.json", "keys.json", "postgres", "redis.json", "secrets.json"]);
  });

  test("a second start finds the key made in the first, and what was used", { timeout: SLOW }, async () => {
    running = await launch({ stateDir, port: running.port });
    expect((await running.ready()).api_key).toBe(credentials.api_key);
    const before = await requestsUsed();
    expect(before).toBeGreaterThan(0);
    const checked = await call("/api/v1/guards/process", madeKey, {
      service_type: "biasguard",
      payload: { text: "All is well." },
    });
    expect(checked.body).toMatchObject({ success: true, service_type: "biasguard" });
    expect(await requestsUsed()).toBe(before + 1);
  });

  test("after a kill, stale locks do not keep the next start from its data", { timeout: SLOW }, async () => {
    const used = await requestsUsed();
    // The embedded Redis writes its file every two seconds.
    await new Promise((saved) => setTimeout(saved, 2_500));
    running.signalGroup("SIGKILL");
    await running.exitCode;
    expect(existsSync(join(stateDir, "start.lock"))).toBe(true);
    running = await launch({ stateDir, command: NPM_START });
    credentials = await running.ready();
    expect((await call("/api/v1/keys", credentials.admin_key)).status).toBe(200);
    expect(await requestsUsed()).toBe(used);
  });

  test("SIGTERM to npm alone stops what is below it too", { timeout: SLOW }, async () => {
    running.signal("SIGTERM");
    await running.gone();
    expect(existsSync(join(stateDir, "credentials.json"))).toBe(false);
    expect(existsSync(join(stateDir, "start.lock"))).toBe(false);
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "%s to the process itself is a clean stop",
    { timeout: SLOW },
    async (signal) => {
      running = await launch({ stateDir });
      await running.ready();
      running.signal(signal);
      expect(await running.exitCode).toBe(0);
      expect(running.isAlive()).toBe(false);
      expect(running.stderr()).toBe("");
      expect(existsSync(join(stateDir, "credentials.json"))).toBe(false);
    },
  );

  test("reset forgets everything a start wrote, and the folder", { timeout: SLOW }, async () => {
    const reset = await launch({ stateDir, command: [process.execPath, "scripts/reset.mjs"] });
    expect(await reset.exitCode).toBe(0);
    expect(existsSync(stateDir)).toBe(false);
  });
});
