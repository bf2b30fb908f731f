/** Routes about the service itself: health, catalogue, metrics, client configuration and client logs. */
import * as z from "zod";
import { operation } from "#lib/contract/operation";

const Check = z.object({ healthy: z.boolean(), response_time_ms: z.number() });
const ServiceStatus = z.enum(["healthy", "degraded", "unhealthy"]);

export const GuardHealth = z
  .object({
    service_name: z.string(),
    status: ServiceStatus,
    last_check: z.iso.datetime(),
    response_time: z.number().describe("Seconds"),
    dispatch: z.enum(["inline", "remote"]),
    version: z.string(),
    error: z.string().nullable(),
  })
  .meta({ id: "GuardHealth" });
export type GuardHealth = z.infer<typeof GuardHealth>;

const shared = { method: "get", tag: "Service", access: "public", status: 200 } as const;

export const health = operation({
  ...shared,
  id: "health.read",
  path: "/health",
  summary: "Is the service there",
  answer: z.object({ status: z.literal("healthy"), version: z.string(), timestamp: z.iso.datetime() }),
  errors: [],
});

export const healthLive = operation({
  ...shared,
  id: "health.live",
  path: "/health/live",
  postLikeGet: true,
  summary: "Does the process run",
  answer: z.object({ status: z.literal("alive"), timestamp: z.iso.datetime() }),
  errors: [],
});

export const healthReady = operation({
  ...shared,
  id: "health.ready",
  path: "/health/ready",
  summary: "Do database and Redis answer (503 when one does not)",
  answer: z
    .object({ status: z.enum(["ready", "not_ready"]), checks: z.record(z.string(), Check) })
    .meta({ id: "Readiness" }),
  errors: [],
});

export const listServices = operation({
  ...shared,
  id: "guards.services",
  path: "/api/v1/guards/services",
  postLikeGet: true,
  tag: "Guards",
  summary: "The guards and whether they work",
  answer: z.object({
    services: z.record(
      z.string(),
      GuardHealth.extend({ title: z.string(), description: z.string(), options: z.array(z.string()) }),
    ),
    total_services: z.int(),
    healthy_services: z.int(),
  }),
  errors: [],
});

export const guardsHealth = operation({
  ...shared,
  id: "guards.health",
  path: "/api/v1/guards/health",
  tag: "Guards",
  summary: "Health of every guard",
  answer: z.record(z.string(), GuardHealth),
  errors: [],
});

export const guardsHealthAggregated = operation({
  ...shared,
  id: "guards.health_aggregated",
  path: "/api/v1/guards/health/aggregated",
  tag: "Guards",
  summary: "Health of every guard and dependency, with breaker states",
  answer: z.object({
    status: ServiceStatus,
    services: z.record(z.string(), GuardHealth),
    checks: z.record(z.string(), Check),
    breakers: z.record(z.string(), z.enum(["closed", "open", "half_open"])),
    total_services: z.int(),
    healthy_services: z.int(),
    timestamp: z.iso.datetime(),
  }),
  errors: [],
});

export const guardHealth = operation({
  ...shared,
  id: "guards.health_one",
  path: "/api/v1/guards/health/{name}",
  tag: "Guards",
  summary: "Health of one guard",
  params: z.object({ name: z.string().max(100) }),
  answer: GuardHealth,
  errors: ["not_found"],
});

export const metrics = operation({
  ...shared,
  id: "metrics.read",
  path: "/metrics",
  summary: "Counters in Prometheus text format",
  description: "Needs METRICS_TOKEN as a bearer token.",
  access: "metrics",
  answer: "text/plain",
  errors: ["unauthenticated", "unavailable"],
});

export const clientConfig = operation({
  ...shared,
  id: "config.read",
  path: "/api/v1/config/config",
  aliases: ["/api/v1/config/public"],
  postLikeGet: true,
  summary: "What a client may know before it signs in",
  answer: z.object({
    clerk_publishable_key: z.string().nullable(),
    source: z.string(),
    api_version: z.string(),
    services: z.array(z.string()),
    max_body_bytes: z.int(),
  }),
  errors: [],
});

export const MAX_LOG_BYTES = 16_384;

export const clientLog = operation({
  ...shared,
  id: "logging.write",
  method: "post",
  path: "/api/v1/logging",
  summary: "Accept a client's log entry",
  description: `Any JSON of at most ${MAX_LOG_BYTES} bytes. Its level and size are counted; nothing else is kept.`,
  body: z.unknown(),
  answer: z.object({ success: z.literal(true), received: z.int() }),
  errors: ["invalid_json", "body_too_large", "rate_limited"],
});
