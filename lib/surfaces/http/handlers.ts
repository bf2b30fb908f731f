/** Which verb answers which operation. Everything a handler may touch comes in through its arguments. */
import type { Context, RequestContext } from "#lib/context";
import { listAudit, verifyAudit } from "#lib/contract/audit";
import { createKey, getKey, listKeys, rerollKey, revokeKey, updateKey } from "#lib/contract/keys";
import type { Operation } from "#lib/contract/operation";
import { BatchRequest, batchGuards, processGuard } from "#lib/contract/process";
import {
  clientConfig,
  clientLog,
  guardHealth,
  guardsHealth,
  guardsHealthAggregated,
  health,
  healthLive,
  healthReady,
  listServices,
  metrics,
} from "#lib/contract/service";
import { readUsage } from "#lib/contract/usage";
import { restoreVault } from "#lib/contract/vault";
import { AppError } from "#lib/errors";
import { SERVICES } from "#lib/guards/catalogue";
import { list as listAuditEvents } from "#lib/services/audit/list";
import { verify as verifyAuditChain } from "#lib/services/audit/verify";
import { batch } from "#lib/services/guards/batch";
import { process } from "#lib/services/guards/process";
import { readRequest } from "#lib/services/guards/read-request";
import * as healthOf from "#lib/services/health/read";
import { create } from "#lib/services/keys/create";
import { get } from "#lib/services/keys/get";
import { list } from "#lib/services/keys/list";
import { reroll } from "#lib/services/keys/reroll";
import { revoke } from "#lib/services/keys/revoke";
import { update } from "#lib/services/keys/update";
import { read } from "#lib/services/usage/read";
import { restore } from "#lib/services/vault/restore";
import { MAX_BODY_BYTES } from "#lib/surfaces/http/body";
import { shapedFor } from "#lib/surfaces/http/client-shapes/shape";
import { type Input, type Route, route } from "#lib/surfaces/http/endpoint";
import { problem } from "#lib/surfaces/http/problem";
import type { HttpSettings } from "#lib/surfaces/http/settings";

export const API_VERSION = "1.0.0";

export function routes(settings: HttpSettings): Route[] {
  return [...guardRoutes, ...accountRoutes, ...serviceRoutes(settings)];
}

const guardRoutes: Route[] = [
  route(processGuard, async (ctx: Context, { body }) => {
    const request = readRequest(body);
    return shapedFor(request, await process(ctx, request));
  }),
  route(batchGuards, async (ctx: Context, { body }) => {
    const { items } = BatchRequest.parse(body);
    const results = await batch(ctx, items);
    return { results: results.map((result, index) => batchItem(ctx, items[index], result)) };
  }),
];

function batchItem(ctx: Context, item: unknown, result: Awaited<ReturnType<typeof batch>>[number]) {
  return result instanceof AppError ? problem(result, ctx.requestId) : shapedFor(readRequest(item), result);
}

const accountRoutes: Route[] = [
  route(restoreVault, (ctx: Context, { params, body }) => restore(ctx, params.id, body)),
  route(createKey, (ctx: Context, { body }) => create(ctx, body)),
  route(listKeys, (ctx: Context, { query }) => list(ctx, query)),
  route(getKey, (ctx: Context, { params }) => get(ctx, params.id)),
  route(updateKey, (ctx: Context, { params, body }) => update(ctx, params.id, body)),
  route(revokeKey, (ctx: Context, { params }) => revoke(ctx, params.id)),
  route(rerollKey, (ctx: Context, { params, body }) => reroll(ctx, params.id, body)),
  route(readUsage, (ctx: Context, { query }) => read(ctx, query)),
  route(listAudit, (ctx: Context, { query }) => listAuditEvents(ctx, query)),
  route(verifyAudit, (ctx: Context) => verifyAuditChain(ctx)),
];

function serviceRoutes(settings: HttpSettings): Route[] {
  const timestamp = (ctx: RequestContext) => new Date(ctx.ports.now()).toISOString();
  return [
    route(health, async (ctx) => ({ status: "healthy", version: settings.release, timestamp: timestamp(ctx) })),
    route(healthLive, async (ctx) => ({ status: "alive", timestamp: timestamp(ctx) })),
    route(healthReady, async (ctx) => {
      const readiness = await healthOf.readiness(ctx);
      return Response.json(readiness, { status: readiness.status === "ready" ? 200 : 503 });
    }),
    route(listServices, (ctx) => healthOf.services(ctx)),
    route(guardsHealth, (ctx) => healthOf.guardsHealth(ctx)),
    route(guardsHealthAggregated, (ctx) => healthOf.aggregatedHealth(ctx)),
    route(guardHealth, (ctx, { params }) => healthOf.guardHealth(ctx, params.name)),
    route(metrics, async (ctx) => {
      const text = await ctx.ports.metrics.render().catch((cause) => {
        throw new AppError("unavailable", "The counters cannot be read at the moment.", { cause });
      });
      return new Response(text, { headers: { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" } });
    }),
    route(clientConfig, async () => ({
      clerk_publishable_key: settings.clerkPublishableKey,
      source: "environment",
      api_version: API_VERSION,
      services: Object.keys(SERVICES),
      max_body_bytes: MAX_BODY_BYTES,
    })),
    route(clientLog, (ctx, input) => acceptLog(ctx, input, settings)),
  ];
}

/** A client's log entry is counted and forgotten: it may hold anything. */
async function acceptLog(ctx: RequestContext, input: Input<Operation>, settings: HttpSettings) {
  const { allowed, retryAfterSeconds } = await settings.addressLimiter("client_log", input.address);
  if (!allowed) {
    throw new AppError("rate_limited", "Too many log entries from this address. Send fewer.", {
      headers: { "Retry-After": String(retryAfterSeconds) },
    });
  }
  ctx.ports.metrics.count("aiguardian_client_logs_total", {});
  return { success: true, received: input.bytes };
}
