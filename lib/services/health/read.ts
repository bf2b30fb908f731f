/** The state of the service and its parts, from real probes. */
import type { RequestContext } from "#lib/context";
import type { GuardHealth } from "#lib/contract/service";
import { AppError } from "#lib/errors";
import { CATALOGUE, SERVICES } from "#lib/guards/catalogue";
import { GUARD_IDS } from "#lib/guards/guard";

export async function readiness(ctx: RequestContext) {
  const checks = await ctx.ports.probe();
  const ready = Object.values(checks).every((check) => check.healthy);
  return { status: ready ? ("ready" as const) : ("not_ready" as const), checks };
}

export async function guardsHealth(ctx: RequestContext): Promise<Record<string, GuardHealth>> {
  const all = await Promise.all(GUARD_IDS.map((guard) => ctx.ports.probeGuard(guard)));
  return Object.fromEntries(all.map((one) => [one.service_name, one]));
}

/** @throws {AppError} not_found */
export async function guardHealth(ctx: RequestContext, name: string): Promise<GuardHealth> {
  const guard = SERVICES[name.toLowerCase()];
  if (guard === undefined) {
    throw new AppError("not_found", `There is no guard of this name. Use one of: ${Object.keys(SERVICES).join(", ")}.`);
  }
  return ctx.ports.probeGuard(guard);
}

export async function aggregatedHealth(ctx: RequestContext) {
  const [services, checks, breakers] = await Promise.all([guardsHealth(ctx), ctx.ports.probe(), ctx.ports.breakers()]);
  const guards = Object.values(services);
  const healthy = guards.filter((guard) => guard.status === "healthy").length;
  const parts = Object.values(checks).every((check) => check.healthy);
  const status = healthy === guards.length && parts ? "healthy" : healthy === 0 ? "unhealthy" : "degraded";
  const timestamp = new Date(ctx.ports.now()).toISOString();
  return { status, services, checks, breakers, total_services: guards.length, healthy_services: healthy, timestamp };
}

export async function services(ctx: RequestContext) {
  const states = await guardsHealth(ctx);
  const listed = GUARD_IDS.map((guard) => {
    const { service, title, description, options } = CATALOGUE[guard];
    return [service, { ...states[service], title, description, options: Object.keys(options.shape) }] as const;
  });
  const healthy = Object.values(states).filter((state) => state.status === "healthy").length;
  return { services: Object.fromEntries(listed), total_services: listed.length, healthy_services: healthy };
}
