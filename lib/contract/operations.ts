/** Every operation of the API, in the order of the documentation. */
import { listAudit, verifyAudit } from "#lib/contract/audit";
import { createKey, getKey, listKeys, rerollKey, revokeKey, updateKey } from "#lib/contract/keys";
import type { Operation } from "#lib/contract/operation";
import { batchGuards, processGuard } from "#lib/contract/process";
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

export const OPERATIONS: readonly Operation[] = [
  processGuard,
  batchGuards,
  restoreVault,
  listServices,
  guardsHealth,
  guardsHealthAggregated,
  guardHealth,
  createKey,
  listKeys,
  getKey,
  updateKey,
  revokeKey,
  rerollKey,
  readUsage,
  listAudit,
  verifyAudit,
  health,
  healthLive,
  healthReady,
  metrics,
  clientConfig,
  clientLog,
];
