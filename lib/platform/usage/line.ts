/** One line of usage: how much of what, by whom, in which hour. */

export interface UsageLine {
  orgId: string;
  projectId: string;
  /** The identity of the credential: the same for a key and those it was rerolled into. */
  credentialId: string;
  service: string;
  mode: "live" | "test";
  /** Start of the hour, ms since 1970, UTC. */
  hourMs: number;
  quantity: number;
}

/** The field of the organisation's Redis hash that counts this line. */
export function usageField(line: UsageLine): string {
  return [line.hourMs, line.projectId, line.credentialId, line.service, line.mode].join("|");
}

export function parseUsageField(orgId: string, field: string, quantity: number): UsageLine | null {
  const [hour, projectId, credentialId, service, mode] = field.split("|");
  if (hour === undefined || projectId === undefined || credentialId === undefined || service === undefined) return null;
  return {
    orgId,
    projectId,
    credentialId,
    service,
    mode: mode === "test" ? "test" : "live",
    hourMs: Number(hour),
    quantity,
  };
}

/** `2026-11` for a time in that month, UTC. */
export function monthOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 7);
}
