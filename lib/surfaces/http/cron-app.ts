/** Scheduled jobs, called by the platform's scheduler with its secret. Each can run twice without harm. */
import { Hono } from "hono";
import { AppError } from "#lib/errors";
import { errorFields, type Log } from "#lib/platform/telemetry/log";
import { credentialOf, sameSecret } from "#lib/surfaces/http/credential";
import { asAppError, problemResponse } from "#lib/surfaces/http/problem";
import { requestIdOf } from "#lib/surfaces/http/request-id";

export interface CronDeps {
  secret: string;
  /** By the last part of the path; each reports in numbers. */
  jobs: Record<string, () => Promise<{ [count: string]: number }>>;
  log: Log;
}

export function cronApp({ secret, jobs, log }: CronDeps): Hono {
  const app = new Hono();
  app.on(["GET", "POST"], "/api/cron/:job", async (c) => {
    const token = credentialOf(c.req.raw.headers);
    if (token === null || !(await sameSecret(token, secret))) {
      throw new AppError("unauthenticated", "Send CRON_SECRET as a bearer token.");
    }
    const name = c.req.param("job");
    const job = jobs[name];
    if (job === undefined)
      throw new AppError("not_found", `There is no such job. Known: ${Object.keys(jobs).join(", ")}.`);
    const report = await job();
    log("job", { job: name, ...report });
    return c.json({ job: name, ...report });
  });
  app.onError((error, c) => {
    const refusal = asAppError(error);
    const requestId = requestIdOf(c.req.raw.headers);
    if (refusal.status >= 500) log("job_failed", { request_id: requestId, ...errorFields(refusal.cause) });
    return problemResponse(refusal, requestId, null);
  });
  return app;
}
