export { apiKeys } from "#db/schema/api-keys";
export { auditEvents } from "#db/schema/audit-events";
export { organisations } from "#db/schema/organisations";
export { projects } from "#db/schema/projects";
export { usageLedger } from "#db/schema/usage-ledger";
